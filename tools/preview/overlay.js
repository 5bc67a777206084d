/* Show what is wrong over the page: every fault with its place, warnings behind a button in the corner. */
const HIDDEN = "preview hidden";
const DRAFTS = "/drafts/";

const sheet = new CSSStyleSheet();
sheet.replaceSync(await (await fetch(new URL("overlay.css", import.meta.url))).text());

const host = document.createElement("preview-overlay");
host.style.cssText = "all: initial; display: contents"; // the site's own styles end here
const root = host.attachShadow({ mode: "open" });
root.adoptedStyleSheets = [sheet];

const title = element("h2", { id: "title" });
const lead = element("p", { className: "lead" });
const hideButton = element("button", { type: "button", textContent: "Hide" });
const list = element("ol");
const dialog = element("section", { tabIndex: -1, hidden: true }, [
  element("header", {}, [title, hideButton]),
  lead,
  list,
]);
dialog.setAttribute("aria-labelledby", title.id);
const draft = element("p", { className: "draft", textContent: "Draft: not on the published site" });
const corner = element("button", { type: "button", className: "corner", hidden: true });
corner.setAttribute("aria-haspopup", "dialog");
const frame = element("aside", {}, [element("div", { className: "stack" }, [draft, corner]), dialog]);
frame.setAttribute("aria-label", "Preview");
draft.hidden = !location.pathname.startsWith(DRAFTS);
root.append(frame);
document.body.append(host);

let told = "[]";
let returnTo = null;

corner.addEventListener("click", () => open());
hideButton.addEventListener("click", hide);
addEventListener("keydown", (event) => {
  const claimed = event.defaultPrevented || document.querySelector("dialog:modal");
  if (event.key === "Escape" && !dialog.hidden && !claimed) hide();
});

/** Show these faults and warnings, as /preview/news.json gives them; `site`: whether a good site is behind. */
export function tell(faults, site) {
  const now = JSON.stringify(faults);
  if (now === told) return;
  told = now;
  const toMend = faults.filter((fault) => !fault.warning);
  const warnings = faults.filter((fault) => fault.warning);
  title.textContent = [count(toMend, "fault"), count(warnings, "warning")].filter(Boolean).join(", ");
  lead.textContent = leadOf(toMend, site);
  list.replaceChildren(...[...toMend, ...warnings].map(shown));
  corner.textContent = title.textContent;
  corner.classList.toggle("to-mend", toMend.length > 0);
  dialog.setAttribute("role", toMend.length ? "alertdialog" : "dialog");

  const isHidden = sessionStorage[HIDDEN] === keyOf(toMend);
  if (toMend.length && !isHidden) open();
  else if (!dialog.hidden) close();
  corner.hidden = !faults.length || !dialog.hidden;
  if (!toMend.length) delete sessionStorage[HIDDEN];
}

function open() {
  if (dialog.hidden) returnTo = root.activeElement ?? document.activeElement;
  dialog.hidden = false;
  corner.hidden = true;
  dialog.focus({ preventScroll: true });
}

function hide() {
  const toMend = JSON.parse(told).filter((fault) => !fault.warning);
  sessionStorage[HIDDEN] = keyOf(toMend);
  corner.hidden = false;
  close();
}

function close() {
  const hadFocus = root.activeElement !== null;
  dialog.hidden = true;
  if (!hadFocus) return;
  const canTake = returnTo && returnTo !== document.body && returnTo.isConnected;
  (canTake ? returnTo : corner).focus({ preventScroll: true });
}

function shown(fault) {
  return element("li", { className: fault.warning ? "warning" : "" }, [
    element("p", { className: "place", textContent: fault.place }),
    element("p", { className: "what", textContent: `${fault.warning ? "warning: " : ""}${fault.what}` }),
    element("p", { className: "todo", textContent: fault.todo }),
    ...(fault.excerpt.length ? [element("pre", {}, fault.excerpt.map(lineOf))] : []),
  ]);
}

function lineOf({ number, before, marked, after }) {
  const parts = marked === null ? [before] : [before, element("mark", { textContent: marked }), after];
  const line = element("span", { className: marked === null ? "line" : "line at-fault" }, parts);
  line.dataset.number = number;
  return line;
}

function leadOf(toMend, site) {
  if (!toMend.length) return "The site is built; these are worth a look.";
  return site ? "Behind this is the last good site. It stays until all is mended." : "There is no good site yet.";
}

function count(faults, name) {
  return faults.length ? `${faults.length} ${name}${faults.length > 1 ? "s" : ""}` : "";
}

function keyOf(faults) {
  return faults.map((fault) => `${fault.place} ${fault.what}`).join("\n");
}

/** An element with these properties and children; text is only ever text. */
function element(name, properties = {}, children = []) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
