"""What the tests of the built site share: its pages found by globbing, a server, and pages written in a test."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

from tests.conftest import QuietHandler

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

WRITTEN = "http://written.example/"
PHONE = {"width": 390, "height": 844}
SMALL = {"width": 320, "height": 640}
DESKTOP = {"width": 1280, "height": 900}

# How the checkers name an element: its tag, its id or classes, and its first words.
NAMED = """const named = (element) => {
  const words = (element.getAttribute("aria-label") || element.textContent).trim().replace(/\\s+/g, " ").slice(0, 40);
  const names = element.id ? "#" + element.id : [...element.classList].map((name) => "." + name).join("");
  return element.localName + names + (words && ` "${words}"`);
};"""
# WCAG 1.4.12; a constructed style sheet is let through by the pages' policy.
SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets.push(sheet);
}"""
# In the second frame what was changed before the first has been laid out, and in the task after it told.
DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
UNROLL = """() => {
  for (const element of document.querySelectorAll("main *"))
    if (/auto|scroll/.test(getComputedStyle(element).overflowX)) element.style.overflow = "visible";
}"""
UNFOLD = """() => {
  const folded = [...document.querySelectorAll("details:not([open]), [popover]")];
  for (const element of folded) element.localName === "details" ? element.open = true : element.showPopover();
  return folded.length;
}"""


def addresses(folder: Path) -> list[str]:
    """The address of every page in ``folder``: "/", "/about/", "/404.html", … Raises ValueError where there is none."""
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    if not files:
        raise ValueError(f"{folder} holds no page")
    return ["/" + (file.removesuffix("index.html")) for file in files]


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve ``folder`` until the block ends, on the address handed over."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@contextmanager
def opened(browser: Browser, **mode: Any) -> Iterator[Page]:
    """A page in a context of its own; what moves stands still unless ``mode`` says otherwise."""
    context = browser.new_context(**{"reduced_motion": "reduce", **mode})
    yield context.new_page()
    context.close()


def show(page: Page, html: str) -> None:
    """Open a page written in a test, at an address of its own."""
    page.route(WRITTEN, lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
    page.goto(WRITTEN)


def complaints(page: Page, site: Path, address: str, check: Callable[[Page], list[str]]) -> list[str]:
    """What ``check`` has against the pages of ``site``, served at ``address``: each complaint with its pages."""
    found: dict[str, list[str]] = {}
    for path in addresses(site):
        page.goto(address + path)
        for line in check(page):
            found.setdefault(line, []).append(path)
    return [f"{line} (on {', '.join(dict.fromkeys(paths))})" for line, paths in found.items()]


def listed(found: list[str]) -> str:
    """Complaints to read, one a line."""
    return "\n".join(("", *found))


def space_text(page: Page) -> None:
    """Set the text spacing that WCAG 1.4.12 asks a page to bear."""
    page.evaluate(SPACING)


def unfold(page: Page) -> int:
    """Open every popover and every details element; return how many there were."""
    return int(page.evaluate(UNFOLD))


def unroll(page: Page) -> None:
    """Make the window as tall as the page, so that nothing fixed lies over its text, and show what can be scrolled."""
    page.evaluate(UNROLL)
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": page.evaluate("innerWidth"), "height": height})
