/* Keep the open page as it was last saved: the livereload package says that there is news, the server says which. */
import { tell } from "./overlay.js";
import { giveBack, keep } from "./typed.js";

const HEADING = "preview heading"; // to go to once the page is here again
const HEARD = "preview heard";

let since = Number(new URL(import.meta.url).searchParams.get("since")); // the version of the page
let heard = Number(sessionStorage[HEARD] ?? since); // older than that where words were saved while this page came
delete sessionStorage[HEARD];
let hearing = false;
let heardMore = false;
let leaving = false; // what is new meanwhile is asked of the page to come

/** Ask what is new, and show it; a call while one is answered makes it ask once more. */
async function hear() {
  heardMore = true;
  if (hearing || leaving) return;
  hearing = true;
  try {
    while (heardMore && !leaving) {
      heardMore = false;
      await show(await ask());
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error; // the server has stopped: livereload.js waits for it
  } finally {
    hearing = false;
  }
}

async function ask() {
  const answer = await fetch(`/preview/news.json?${new URLSearchParams({ address: location.pathname, since, heard })}`);
  return answer.json();
}

async function show(news) {
  tell(news.faults, news.site);
  const target = news.goto && isLookedAt() ? new URL(news.goto, location.href) : null;
  if (target && target.pathname !== location.pathname) return leave(news, () => location.assign(target));
  if (news.show === "page") return leave(news, () => reload(target));
  if (news.show === "styles") await restyle();
  since = heard = news.version;
}

function leave(news, go) {
  sessionStorage[HEARD] = news.version;
  leaving = true;
  keep();
  go();
}

/** Fetch the page anew. It keeps its scroll, but where the heading that changed, if any, is out of view. */
function reload(target) {
  const id = decodeURIComponent(target?.hash.slice(1) ?? "");
  if (id && !isInView(id)) {
    history.replaceState(null, "", target.hash);
    history.scrollRestoration = "manual"; // or the browser would go back to where this page was
    sessionStorage[HEADING] = id;
  }
  location.reload();
}

/** Whether anything between this heading and the next of its rank can be seen. */
function isInView(id) {
  const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")];
  const heading = headings.findIndex((each) => each.id === id);
  if (heading < 0) return false;
  const next = headings.slice(heading + 1).find((each) => each.localName <= headings[heading].localName);
  const end = next ? next.getBoundingClientRect().top : document.documentElement.getBoundingClientRect().bottom;
  return headings[heading].getBoundingClientRect().top < innerHeight && end > 0;
}

/** Put the styles of the page as it is now in the place of those that it came with. */
async function restyle() {
  const page = await (await fetch(location.href)).text();
  const fresh = new DOMParser().parseFromString(page, "text/html").querySelectorAll("head > style");
  document.querySelectorAll("head > style").forEach((style, nth) => {
    if (fresh[nth]) style.textContent = fresh[nth].textContent;
  });
}

/* Of several tabs, the one that was looked at last is led to what changed. */
const tab = (sessionStorage["preview tab"] ??= crypto.randomUUID?.() ?? String(Math.random()));
const isLookedAt = () => localStorage["preview tab"] === tab;
const lookAt = () => void (localStorage["preview tab"] = tab);
addEventListener("focus", lookAt);
if (document.hasFocus() || !localStorage["preview tab"]) lookAt();

giveBack();
const heading = sessionStorage[HEADING];
if (heading) {
  delete sessionStorage[HEADING];
  document.getElementById(heading)?.scrollIntoView();
  const rest = () => (history.scrollRestoration = "auto");
  if (document.readyState === "complete") rest();
  else addEventListener("load", rest);
}

// livereload.js asks its plugins before it reloads anything. It may have started before this module.
class News {
  static identifier = "preview";
  static version = "1.0";
  reload() {
    hear();
    return true;
  }
}
if (window.LiveReload) window.LiveReload.addPlugin(News);
else window.LiveReloadPluginNews = News;

document.addEventListener("LiveReloadConnect", hear); // also after the server was away
document.addEventListener("visibilitychange", hear); // also after the computer slept
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) leaving = false; // the page came back from the browser's memory
  hear();
});
hear();
