"""Load a page as a visitor does for the first time, and count what came, what blocked and what shifted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from tools.compressed import squeezed

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Page

HTML, SCRIPTS, ALL = 12_800, 4 * 1024, 30 * 1024
# Pictures and fonts must arrive late enough to shift what they would shift.
LINE = {"offline": False, "latency": 150, "downloadThroughput": 1638 * 125, "uploadThroughput": 750 * 125}
SHIFTS = """const named = (node) => !node ? "something gone" : node.className
  ? node.localName + "." + node.className
  : (node.localName ?? node.nodeName) + (node.parentElement ? " in " + named(node.parentElement) : "");
window.shifts = [];
new PerformanceObserver((list) => shifts.push(...list.getEntries().map((entry) => [entry.value,
  [...new Set(entry.sources.map(({ node }) => named(node)))]])))
  .observe({ type: "layout-shift", buffered: true });"""
TO_THE_END = """async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) { scrollTo(0, y); await frame(); }
}"""
BLOCKING = """performance.getEntriesByType("resource").filter((entry) => entry.renderBlockingStatus === "blocking")
  .map((entry) => entry.name)"""
INLINE = """[...document.scripts].filter((script) => !script.src && /^(|module|.*javascript)$/.test(script.type))
  .map((script) => script.text)"""


class Load(NamedTuple):
    """A first load: bytes on the wire, what was asked for, the code that ran, what blocked the paint, what shifted."""

    page: str
    html: int
    wire: int
    asked: list[str]
    scripts: list[str]
    blocking: list[str]
    shifts: list[tuple[float, list[str]]]


def load(browser: Browser, address: str, viewport: Any) -> Load:
    """Load a page over slow 4G with nothing cached, and scroll to its end."""
    context = browser.new_context(viewport=viewport, service_workers="block")
    context.add_init_script(SHIFTS)
    page = context.new_page()
    session = context.new_cdp_session(page)
    asked: list[str] = []
    sizes: list[float] = []
    scripts: list[str] = []
    session.on("Network.requestWillBeSent", lambda event: asked.append(event["request"]["url"]))
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINE)
    page.on("response", lambda answer: scripts.append(answer.url) if answer.request.resource_type == "script" else None)
    answer = page.goto(address, wait_until="networkidle")
    assert answer
    html = answer.body()
    blocking = page.evaluate(BLOCKING)
    inline = page.evaluate(INLINE)
    page.evaluate(TO_THE_END)
    page.wait_for_load_state("networkidle")
    shifts = page.evaluate("shifts")
    code = inline + [
        context.request.get(url).text() for url in scripts if urlsplit(url).netloc == urlsplit(address).netloc
    ]
    context.close()
    return Load(urlsplit(address).path, len(squeezed(html)), int(sum(sizes)), asked, code, blocking, shifts)


def over_budget(first: Load) -> list[str]:
    """What breaks the budgets of docs/decisions.md, part 7 of the design, in this load."""
    found = []
    code = sum(len(squeezed(script.encode())) for script in first.scripts)
    host = urlsplit(first.asked[0]).netloc
    for size, most, what in ((first.html, HTML, "HTML"), (code, SCRIPTS, "JavaScript"), (first.wire, ALL, "all")):
        if size > most:
            found.append(f"{first.page} takes {size:,} bytes for {what}, at most {most:,}")
    found += [f"{first.page} is not painted before {urlsplit(url).path}" for url in first.blocking]
    others = dict.fromkeys(url for url in first.asked if urlsplit(url).netloc not in ("", host))
    found += [f"{first.page} asks another host: {url}" for url in others]
    found += [f"{first.page} shifts {', '.join(nodes)} by {value:.5f}" for value, nodes in first.shifts]
    return found


def kept_out_of_history(page: Page, address: str, elsewhere: str) -> list[str]:
    """Why the browser's back button has to load this page anew; nothing where it is kept as it was."""
    session = page.context.new_cdp_session(page)
    reasons: list[str] = []
    kinds: list[str] = []
    session.on("Page.backForwardCacheNotUsed", lambda event: reasons.extend(_reasons(event)))
    session.on("Page.frameNavigated", lambda event: kinds.append(event["type"]))
    session.send("Page.enable")
    page.goto(address)
    page.goto(elsewhere)
    kinds.clear()
    _go_back(session)
    page.wait_for_url(address, wait_until="commit")
    session.detach()
    path = urlsplit(address).path
    return (
        [] if kinds == ["BackForwardCacheRestore"] else [f"{path} is not kept for the back button: {' '.join(reasons)}"]
    )


def _reasons(event: dict[str, Any]) -> list[str]:
    explanations = event["notRestoredExplanations"]
    return [one["reason"] for one in explanations if one["type"] == "PageSupportNeeded"] or [explanations[0]["reason"]]


def _go_back(session: CDPSession) -> None:
    history = session.send("Page.getNavigationHistory")
    session.send("Page.navigateToHistoryEntry", {"entryId": history["entries"][history["currentIndex"] - 1]["id"]})
