// Find parts of the site while the visitor types. Nothing typed is stored or sent. A small site's index comes as one
// file, so that no request depends on what is typed; of a large one, the files asked for tell how the words begin.
const FOLDER = new URL("../search/", import.meta.url);
const MOST = 10; // results
const NO_KEY = "no-search-key"; // as in theme/components/search-link/search-link.js
const PAUSE = 400; // milliseconds without a key before the count is told and the address follows
const ENOUGH = 0.7; // of the best likeness, for a word to count beside the best one
const files = {};
const places = {};
let dialog;

/** A file of the search, once. */
const get = (name, cache) =>
  (files[name] ??= fetch(new URL(`${name}.json`, FOLDER), { cache, referrerPolicy: "no-referrer" })
    .then((answer) => answer.json())
    .catch((error) => {
      delete files[name];
      throw error;
    }));

// As in plugins/models/search_words.py and plugins/models/search_shards.py.
const fold = (text) => text.toLowerCase().replace(/['’]/g, "").normalize("NFKD").replace(/\p{M}/gu, "");
const wordsOf = (text) => fold(text).match(/[a-z0-9]+/g) ?? [];
const slug = (heading) => heading.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

/** Letters to add, drop, change or swap with the next to make `a` of `b` (Damerau and Levenshtein). */
function distance(a, b) {
  let before, last = [0, ...b].map((_, place) => place);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] !== b[j - 1]));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length];
}

/** How well a word of the site answers a typed one, from 0 to 1: the same, its beginning, another form, misspelt. */
function likeness(typed, word) {
  if (typed === word) return 1;
  const longest = Math.max(typed.length, word.length);
  if (word.startsWith(typed)) return 0.6 + (0.3 * typed.length) / longest;
  let shared = 0;
  while (typed[shared] === word[shared]) shared++;
  const form = shared > 3 && shared * 2 > longest ? (0.9 * shared) / longest : 0;
  const allowed = typed.length > 6 ? 2 : typed.length > 3 ? 1 : 0;
  if (Math.abs(typed.length - word.length) > allowed) return form;
  const wrong = distance(typed, word);
  return Math.max(form, wrong <= allowed && 0.8 - 0.2 * wrong);
}

/** Whether the words hold one of the phrases, the last word perhaps still being typed, each perhaps misspelt. */
const isCrisis = (typed, phrases) => phrases.some((phrase) => {
  const wanted = wordsOf(phrase);
  const alike = (word, other) => word === other || (other.length > 3 && distance(word ?? "", other) < 2)
    || (word?.length > 4 && other.length > 4 && (other.startsWith(word) || word.startsWith(other)));
  return typed.some((_, place) => wanted.every((other, number) => alike(typed[place + number], other)));
});

/** A file with words as `{ words, found, parts }`; a part is the same object wherever it comes from. */
const unpack = (name, { words, found, pages }) => {
  const parts = [], known = [];
  for (const [, shared, rest] of words.matchAll(/([A-Z])([^A-Z]*)/g))
    known.push((known.at(-1) ?? "").slice(0, shared.charCodeAt() - 65) + rest);
  for (const [address, page, ...headings] of pages) {
    for (const one of headings) {
      const place = parts.length, [heading, id = slug(heading)] = [one].flat();
      const whole = id ? `${address}#${id}` : address;
      const excerpt = async () => (await get(`${name}-text`))[place];
      parts.push(places[whole] ??= { address: whole, heading: heading || page, page: heading && page, excerpt });
    }
  }
  return { words: known, found: found.split(" "), parts };
};

/** The file in whose run of words this one stands, or would stand. */
async function shardFor({ name, shards, whole }, word) {
  const file = `${name}-${shards.split(" ").findLastIndex((beginning) => beginning <= word)}`;
  return unpack(file, whole ?? (await get(file)));
}

/** The best parts for the words, and the words of the site that led to them. */
async function search(index, typed) {
  const scores = new Map(), hits = [];
  for (const word of typed.filter((one) => one.length > 1 && !index.stop.split(" ").includes(one))) {
    const { words, found, parts } = await shardFor(index, word);
    const alike = words.map((known) => likeness(word, known)), best = Math.max(...alike), own = new Map();
    for (const [number, value] of alike.entries()) {
      if (!value || value < ENOUGH * best) continue;
      hits.push(words[number]);
      let place = -1;
      for (const [, step, weight] of found[number].matchAll(/([0-9a-z]*)([A-Z])/g)) {
        place += step ? parseInt(step, 36) : 1;
        const part = parts[place];
        own.set(part, Math.max(own.get(part) ?? 0, value * (weight.charCodeAt() - 64)));
      }
    }
    for (const [part, score] of own) {
      const [sum, matched] = scores.get(part) ?? [0, 0];
      scores.set(part, [sum + score, matched + 1]);
    }
  }
  // Many pages have a part of the same name: one of them goes first, the others behind what else there is.
  const ranked = [...scores].map(([part, [sum, matched]]) => ({ part, score: sum * matched }));
  const seen = {}, order = (a, b) => b.score - a.score;
  for (const one of ranked.sort(order)) one.score /= seen[one.part.heading] = (seen[one.part.heading] ?? 0) + 1;
  return { parts: ranked.sort(order).slice(0, MOST).map(({ part }) => part), hits };
}

/** Write a text into an element, the words that were found in `<mark>`. */
function write(element, text, hits) {
  element.append(...text.split(/([\p{L}\p{N}'’]+)/u).map((piece, number) => {
    if (number % 2 === 0 || !hits.some((hit) => likeness(hit, fold(piece)) > 0.7)) return piece;
    const mark = document.createElement("mark");
    mark.append(piece);
    return mark;
  }));
}

/** Make a panel search; `follow` is told what is typed. */
function start(panel, follow) {
  const [field, crisis, count, nothing, results, template] = panel.querySelectorAll("[data-part]");
  const card = document.querySelector(".crisis-lines").cloneNode(true);
  card.querySelector("[id]").removeAttribute("id");
  let index, broken = false, run = 0, timer;

  async function update() {
    const typed = wordsOf(field.value), own = ++run;
    const danger = broken || (typed.length > 0 && (!index || isCrisis(typed, index.crisis)));
    if (danger !== crisis.hasChildNodes()) crisis.replaceChildren(...(danger ? [card] : []));
    const { parts, hits } = index ? await search(index, typed).catch(() => ({ parts: [] })) : { parts: [] };
    if (own !== run) return;
    nothing.hidden = parts.length > 0 || !(broken || (index && typed.length));
    results.replaceChildren(...parts.map((part) => {
      const item = template.content.cloneNode(true);
      const [link, page, text] = item.querySelectorAll("[data-of]");
      link.href = part.address;
      write(link, part.heading, hits);
      if (part.page) page.lastElementChild.append(part.page);
      else page.remove();
      part.excerpt().then((words) => write(text, words, hits), () => {});
      return item;
    }));
    clearTimeout(timer);
    timer = setTimeout(() => {
      const { one, many } = count.dataset;
      count.textContent = parts.length ? (parts.length > 1 ? many : one).replace("{n}", parts.length) : "";
      follow(field.value.trim());
    }, PAUSE);
  }

  panel.classList.add("search--ready");
  field.addEventListener("input", update);
  panel.addEventListener("keydown", (event) => {
    const stops = [field, ...crisis.querySelectorAll("a"), ...results.querySelectorAll("a")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], here = stops.indexOf(event.target);
    if (here >= 0 && step) {
      event.preventDefault();
      stops[here + step]?.focus();
    } else if (event.key === "Enter" && here === 0 && !event.isComposing) {
      // Nobody is called by a key that was meant for the search.
      if (crisis.hasChildNodes()) stops[1].focus();
      else stops[1]?.click();
    }
  });
  get("index", "no-cache").then((loaded) => {
    loaded.crisis.every(wordsOf); // what is not our index throws here
    index = loaded;
    // At once, so that what is asked of the host is the same whatever is typed.
    if (index.whole) get(`${index.name}-0-text`).catch(() => {});
  }).catch(() => (broken = true)).then(update);
  return field;
}

/** Show the dialog; on the search page, go to its field. */
export async function open(opener) {
  if (field) return field.focus();
  dialog ??= get("panel", "no-cache").then(({ html, css }) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
    const made = new DOMParser().parseFromString(html, "text/html").querySelector("dialog");
    document.body.append(made);
    start(made.querySelector("[data-search]"), () => {});
    const key = made.querySelector("[data-part=key]");
    key.checked = !localStorage.getItem(NO_KEY);
    key.addEventListener("change", () => (key.checked ? localStorage.removeItem(NO_KEY) : localStorage.setItem(NO_KEY, 1)));
    made.addEventListener("click", ({ target }) => {
      if (target.closest("a")?.pathname === location.pathname) made.close();
    });
    return made;
  });
  const shown = await dialog;
  opener.focus();
  shown.showModal();
  shown.querySelector("input").select();
}

// On the search page itself. What is typed goes behind "#", which no browser sends to a host.
const own = document.querySelector("[data-search]");
const field = own && start(own, (words) => {
  const other = location.hash.startsWith("#q=") ? "" : location.hash;
  history.replaceState(null, "", location.pathname + (words ? `#q=${encodeURIComponent(words)}` : other));
});
if (field) {
  field.value = new URLSearchParams(location.search || location.hash.slice(1)).get("q");
}
