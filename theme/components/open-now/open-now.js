// Say whether the clinic is open now, by its own clock wherever the visitor is.
// All times here are what a clock on the wall shows, as if that wall were in UTC: closing times are told the same way,
// so that the hour that a change of the clocks skips or repeats needs no rule of its own.
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const FAR = 60; // days to look ahead
const HELD = { timeZone: "UTC" };
const lines = document.querySelectorAll("[data-open-now]");
let timer;

// Swedish writes "2026-11-22 17:16".
const wall = (now, timeZone) =>
  Date.parse(now.toLocaleString("sv", { timeZone, dateStyle: "short", timeStyle: "short" }).replace(" ", "T") + "Z");

// British English writes "9 am" and "26 November", as the pages do.
const words = (time, options) => new Intl.DateTimeFormat("en-GB", { ...HELD, ...options }).format(time);

const clock = (time) =>
  words(time, { hour: "numeric", minute: time % (60 * MINUTE) ? "2-digit" : undefined, hour12: true });

const dayOf = (time, now) => {
  const days = Math.floor(time / DAY) - Math.floor(now / DAY);
  if (days < 2) return new Intl.RelativeTimeFormat("en", { numeric: "auto" }).format(days, "day");
  return words(time, days < 7 ? { weekday: "long" } : { day: "numeric", month: "long" });
};

/** The first stretch of time that ends after `now`, as [opens, closes]; undefined for none. */
function nextStretch({ week, days }, now) {
  const today = now - (now % DAY);
  const stretches = [];
  for (let day = today - DAY; day <= today + FAR * DAY; day += DAY) {
    const date = new Date(day);
    for (const [opens, closes] of days[date.toISOString().slice(0, 10)] ?? week[date.getUTCDay()]) {
      const last = stretches.at(-1);
      const [start, end] = [day + opens * MINUTE, day + closes * MINUTE];
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else stretches.push([start, end]);
    }
  }
  return stretches.find(([, closes]) => closes > now);
}

function tell(line, date) {
  const { openNow, zone, open, opens, always, never } = line.dataset;
  const table = JSON.parse(openNow);
  const now = wall(date, table.zone);
  const stretch = nextStretch(table, now);
  const isOpen = stretch?.[0] <= now;
  const time = stretch?.[isOpen ? 1 : 0];
  const elsewhere = zone && now !== wall(date) ? ` ${zone}` : "";
  line.dataset.state = isOpen ? "open" : "closed";
  if (!stretch) line.textContent = never;
  else if (isOpen && time - now >= DAY) line.textContent = always;
  else {
    const pattern = isOpen ? open : opens;
    line.textContent = pattern.replace("{day}", dayOf(time, now)).replace("{time}", clock(time) + elsewhere);
  }
}

function tick() {
  clearTimeout(timer);
  if (document.hidden) return;
  const date = new Date();
  for (const line of lines) tell(line, date);
  timer = setTimeout(tick, MINUTE - (date % MINUTE));
}

document.addEventListener("visibilitychange", tick);
tick();
