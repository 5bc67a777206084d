"""Tell where a sent consultation form would mislead the visitor or lose what she typed."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from plugins.facts import THANK_YOU
from tests.site.pages import DRAWN
from tests.site.sending import FORM, SCRIPT, TYPED, fill, held, press

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.receiving import Receiving
    from tools.form_answers import Kind

STATES: dict[Kind, str] = {
    "success": "sent",
    "field errors": "failed",
    "over quota": "failed",
    "too many requests": "failed",
    "server error": "unknown",
    "slow": "unknown",
    "reset": "unknown",
    "html": "unknown",
}
STORED = """async () => [
  ...Object.keys(localStorage).map((key) => `${key} in localStorage`),
  ...Object.keys(sessionStorage).map((key) => `${key} in sessionStorage`),
  ...document.cookie.split("; ").filter(Boolean).map((cookie) => `the cookie ${cookie}`),
  ...(await indexedDB.databases()).map(({ name }) => `the database ${name}`),
  ...(await caches.keys()).map((key) => `the cache ${key}`),
]"""
SHOWN = """() => ({
  outcomes: [...document.querySelectorAll("[data-outcome]")].filter((one) => one.checkVisibility())
    .map((one) => one.dataset.outcome),
  focus: document.activeElement.dataset.outcome ?? document.activeElement.localName,
  telephone: Boolean(document.querySelector("[data-outcome]:not([hidden]) a[href^='tel:']")),
  usable: document.querySelector(".consultation-form button").getAttribute("aria-disabled") !== "true",
})"""
# The browser's error page is another process, and Chromium notes what a form holds for it once a second,
# or later when it is busy.
NOTED = 3_000  # milliseconds
HASTY = "?hasty"
# There seconds pass as hundredths. Each state is told, because a page that waits for another answers no question.
WATCHED = """if (location.search === "?hasty") {
  const wait = setTimeout;
  window.setTimeout = (run, time, ...rest) => wait(run, time / 100, ...rest);
}
document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector(".consultation-form");
  if (form) new MutationObserver(() => console.log(form.dataset.state)).observe(form, { attributes: true });
});"""


class Case(NamedTuple):
    """One way to send the form: the answer that it gets, whether scripts run, and whether one may send it."""

    kind: Kind
    scripts: bool
    by_script: bool

    @property
    def name(self) -> str:
        """For complaints."""
        return f"{self.kind}, {'scripts' if self.scripts else 'no scripts'}"

    @property
    def leaves(self) -> bool:
        """Whether the browser goes to another page."""
        return not self.by_script and self.kind != "slow"

    @property
    def state(self) -> str:
        """What the form's page says in the end; nothing where no script can make it say anything."""
        return STATES[self.kind] if self.scripts and not self.leaves else ""


@contextmanager
def watched(browser: Browser, *, scripts: bool, script: str | None = None) -> Iterator[Page]:
    """A page that tells each state of its form; ``script`` stands in for the form's own."""
    context = browser.new_context(java_script_enabled=scripts, reduced_motion="reduce")
    context.add_init_script(WATCHED)
    if script is not None:
        context.route(SCRIPT, lambda route: route.fulfill(body=script, content_type="text/javascript"))
    yield context.new_page()
    context.close()


def complaints(page: Page, receiver: Receiving, case: Case) -> list[str]:
    """Send the form once on a watched page."""
    receiver.start_anew(case.kind)
    page.goto(receiver.address + FORM + (HASTY if case.kind == "slow" else ""))
    fill(page)
    _send(page, case)
    return [f"{case.name}: {line}" for line in (*_said(page, case), *_kept(page, case), *_arrived(receiver, case))]


def _send(page: Page, case: Case) -> None:
    session = page.context.new_cdp_session(page)
    if case.kind == "reset" and case.leaves:
        page.wait_for_timeout(NOTED)
    if case.leaves:
        with page.expect_event("framenavigated"):
            press(page)
        page.wait_for_load_state()
    elif case.scripts:
        with page.expect_console_message(lambda message: message.text in STATES.values()):
            press(page)
    else:
        with page.expect_request(lambda request: request.method == "POST"):
            press(page)
    session.send("Page.stopLoading")
    if case.state:
        page.evaluate(DRAWN)  # what hides a button takes the focus from it then


def _said(page: Page, case: Case) -> Iterator[str]:
    thanked = urlsplit(page.url).path == f"/{THANK_YOU}/"
    shown = {} if case.leaves else page.evaluate(SHOWN)
    claimed = thanked or "sent" in shown.get("outcomes", [])
    if claimed is not (case.kind == "success"):
        yield "claims that the request was sent" if claimed else "does not say that the request was sent"
    if not case.state:
        return
    if shown["outcomes"] != [case.state]:
        yield f"shows {shown['outcomes']}, not {case.state}"
    if shown["focus"] != case.state:
        yield f"leaves the focus on {shown['focus']}"
    if not shown["telephone"]:
        yield "names no telephone number"
    if not shown["usable"]:
        yield "leaves a button that does nothing"


def _kept(page: Page, case: Case) -> Iterator[str]:
    if case.leaves:
        page.go_back()
    lost = {name for name, value in held(page).items() if value != TYPED[name]}
    if lost:
        yield f"loses {', '.join(sorted(lost))}"
    for place in page.evaluate(STORED):
        yield f"keeps {place}"


def _arrived(receiver: Receiving, case: Case) -> Iterator[str]:
    times = len(receiver.received)
    # Chromium itself sends again what a reset connection may have lost; who gives up may do so before it arrives.
    if (times > 1 and case.kind != "reset") or (times < 1 and case.kind != "slow"):
        yield f"sends {times} times"
    if any(received.by_script is not case.by_script for received in receiver.received):
        yield f"is sent by {'the browser' if case.by_script else 'a script'}"
