// Pass the consultation form on to the address in CONSULTATION_WEBHOOK, where Cloudflare Pages hosts the site.
// Nothing is kept here, and nobody is thanked for a request that did not arrive.

const TRAP = "website"; // the honeypot of this profile in data/form-providers.toml
const PATIENCE = 10_000; // milliseconds; the form's own script waits for 15,000
const REFUSED = "Your request was not passed on to us. Please call us.";
const UNKNOWN = "We cannot tell whether your request arrived. Please call us.";

export async function onRequestPost({ request, env }) {
  const asksJson = request.headers.get("Accept")?.includes("application/json");
  const fail = (status, words, json) => (asksJson ? Response.json(json, { status }) : page(status, words));
  const refuse = (status) => fail(status, REFUSED, { ok: false, error: REFUSED });

  const fields = await read(request);
  if (!fields) return refuse(400);
  const { [TRAP]: trap, ...typed } = fields;
  if (!trap) {
    if (!env.CONSULTATION_WEBHOOK) return refuse(502);
    const status = await send(typed, env.CONSULTATION_WEBHOOK);
    if (!status) return fail(504, UNKNOWN, { ok: false });
    if (status < 200 || status > 299) return refuse(502);
  }
  // A robot that filled in the trap is thanked as well, so that it learns nothing.
  return asksJson ? Response.json({ ok: true }) : Response.redirect(new URL("/thank-you/", request.url), 303);
}

/** The fields by name; null where this is no form, or one with files, which would be lost. */
async function read(request) {
  try {
    const form = [...(await request.formData())];
    return form.every(([, value]) => typeof value === "string") ? Object.fromEntries(form) : null;
  } catch {
    return null;
  }
}

/** The status that the webhook answers; null where none comes, though the fields may have arrived. */
async function send(fields, webhook) {
  try {
    const answer = await fetch(webhook, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(fields),
      redirect: "manual", // a login page at the end of a redirect would answer 200
      signal: AbortSignal.timeout(PATIENCE),
    });
    return answer.status;
  } catch {
    return null;
  }
}

function page(status, words) {
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${words}</title>
<h1>${words}</h1>
<p>Our number is on <a href="/">every page</a>. Your browser's button Back leads to the form, with what you typed.</p>
</html>`;
  return new Response(html, { status, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
