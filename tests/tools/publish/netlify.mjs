// Read _headers and _redirects as Netlify does; print what each path that is asked for gets, and where paths lead.
import { join } from "node:path";

const [headersParser, redirectParser, folder, ...paths] = process.argv.slice(2);
const { parseAllHeaders } = await import(headersParser);
const { parseAllRedirects } = await import(redirectParser);
const { headers, errors } = await parseAllHeaders({ headersFiles: [join(folder, "_headers")], minimal: false });
const moved = await parseAllRedirects({ redirectsFiles: [join(folder, "_redirects")], minimal: true });
const of = (path) => headers.filter((rule) => rule.forRegExp.test(path)).map((rule) => rule.values);
console.log(
  JSON.stringify({
    errors: [...errors, ...moved.errors].map(String),
    headers: Object.fromEntries(paths.map((path) => [path, of(path)])),
    redirects: moved.redirects.map(({ from, to, status }) => [from, to, status]),
  }),
);
