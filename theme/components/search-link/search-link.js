// Let the link to the search page, and the key "/", open the search right here. The search itself is fetched only then.
const link = document.querySelector("[data-search-link]");

async function open(event) {
  event.preventDefault();
  try {
    await (await import(link.dataset.searchLink)).open(link);
  } catch {
    location.href = link.href;
  }
}

const changed = (event) => event.ctrlKey || event.metaKey || event.altKey;
link.addEventListener("click", (event) => changed(event) || event.shiftKey || open(event));
document.addEventListener("keydown", (event) => {
  const busy = event.target.closest("input, select, textarea, dialog, [contenteditable]");
  // A key without Ctrl or Alt can be turned off (WCAG 2.1.4): the search has a box for it.
  if (event.key === "/" && !busy && !changed(event) && !localStorage.getItem("no-search-key")) open(event);
});

// Every page has this link, so this is where a browser that knows speculation rules (WICG nav-speculation) is told to
// fetch a page of this site while the pointer rests on its link. In each page's head the rules would cost 100 bytes.
const rules = document.createElement("script");
rules.type = "speculationrules";
rules.text = JSON.stringify({ prefetch: [{ where: { href_matches: "/*" }, eagerness: "moderate" }] });
document.head.append(rules);
