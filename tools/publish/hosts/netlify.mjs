// Deploys a folder by Netlify's own API client: node netlify.mjs <client> <site> deploy|rollback [<folder> <title> <draft>]
import { createHash } from "node:crypto";
import { createReadStream, readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";

const [client, siteId, what, folder, title, draft] = process.argv.slice(2);
const { NetlifyAPI } = await import(pathToFileURL(client));
const { protocol, host, pathname } = new URL(process.env.NETLIFY_API_URL ?? "https://api.netlify.com/api/v1");
const api = new NetlifyAPI(process.env.NETLIFY_AUTH_TOKEN, {
  scheme: protocol.slice(0, -1),
  host,
  pathPrefix: pathname,
});

const EVERY = 20; // files between two lines of progress

function pathsIn(root) {
  return readdirSync(root, { recursive: true })
    .map((name) => join(root, name))
    .filter((path) => statSync(path).isFile());
}

async function deploy() {
  const pathOf = {};
  const files = {};
  for (const path of pathsIn(folder)) {
    const sha = createHash("sha1").update(readFileSync(path)).digest("hex");
    files[`/${relative(folder, path).split(sep).join("/")}`] = sha;
    pathOf[sha] = path;
  }
  let made = await api.createSiteDeploy({ siteId, title, body: { files, draft: draft === "draft" } });
  const wanted = made.required ?? [];
  for (const [number, sha] of wanted.entries()) {
    const path = encodeURI(relative(folder, pathOf[sha]).split(sep).join("/"));
    await api.uploadDeployFile({ deployId: made.id, path, body: () => createReadStream(pathOf[sha]) });
    if ((number + 1) % EVERY === 0 || number + 1 === wanted.length) {
      console.log(`${number + 1} of ${wanted.length} files`);
    }
  }
  while (made.state !== "ready") {
    if (made.state === "error") throw new Error(made.error_message);
    await sleep(500);
    made = await api.getSiteDeploy({ siteId, deployId: made.id });
  }
  console.log(`It stands at ${(draft && made.deploy_ssl_url) || made.ssl_url}`);
}

async function rollback() {
  await api.rollbackSiteDeploy({ siteId });
  console.log("Netlify shows the deploy before the last one again.");
}

try {
  await { deploy, rollback }[what]();
} catch (error) {
  // The client's errors carry the request, and with it the token: only their words are told.
  console.error(`Netlify says: ${error.message}`);
  process.exit(1);
}
