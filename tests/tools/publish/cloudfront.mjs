// Run CloudFront's function on one request after the other, and print what it gives back.
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";

const [program, requests] = process.argv.slice(2);
const handler = runInNewContext(`${readFileSync(program, "utf8")}; handler`, {});
const event = (request) => ({ version: "1.0", context: { eventType: "viewer-request" }, request });
console.log(JSON.stringify(JSON.parse(requests).map((request) => handler(event(request)))));
