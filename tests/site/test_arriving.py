"""Nothing that a page opens with moves while the page comes, bit by bit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.site.pages import DESKTOP, DRAWN, PHONE, SMALL, listed, opened
from tests.site.speed import SHIFTS

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

WINDOWS = {"desktop": DESKTOP, "tablet": {"width": 768, "height": 1024}, "phone": PHONE, "small": SMALL}
BITS = re.compile("[^>]*>(?:[^<]*</mark>)?")  # a placeholder comes whole: its mark goes when the fact is known
BAR = '<nav class="call-bar"'
WRITE = f"bit => {{ document.write(bit); return ({DRAWN})(); }}"


def bits(html: str) -> list[str]:
    """A page, cut after each tag as far as its first heading and from the bar on that lies over its end."""
    head, body = html.split("<body>", 1)
    top, rest = body.split("</h1>", 1)
    middle, bar, end = rest.partition(BAR)
    return [f"{head}<body>", *BITS.findall(top), f"</h1>{middle}", *BITS.findall(bar + end)]


def moved(browser: Browser, address: str, html: str, window: dict[str, int]) -> list[str]:
    """What moved, and by how much (the layout shift score), while a page came to ``address`` and each bit was shown."""
    with opened(browser, viewport=window) as page:
        page.add_init_script(SHIFTS)
        page.route(address, lambda route: route.fulfill(body="", content_type="text/html"))
        page.goto(address)
        page.evaluate("document.open()")
        for bit in bits(html):
            page.evaluate(WRITE, bit)
        page.evaluate("document.close()")
        page.wait_for_load_state()
        page.evaluate(WRITE, "")
        shifts = page.evaluate("shifts")
    return [f"{', '.join(nodes)} moved by {value:.5f}" for value, nodes in shifts]


@pytest.mark.parametrize("window", WINDOWS.values(), ids=WINDOWS)
def test_nothing_moves_while_a_page_comes(chromium: Browser, site: Path, address: str, window: dict[str, int]) -> None:
    html = (site / "services/ptsd/index.html").read_text(encoding="utf-8")

    found = moved(chromium, f"{address}/services/ptsd/", html, window)

    assert not found, listed(found)


ROW = '<p style="text-align: center"><a href="/">One</a> <a href="/">Two</a></p>'
GROWS = "position: fixed; inset: auto 0 0; padding: 9px; background: silver"
MOVING = {
    "a row that is set from its middle": (f"{ROW}<h1>A page</h1>", "in p in body in html moved by"),
    "a bar that grows": (
        f'<h1>A page</h1>{BAR} style="{GROWS}"><p><a href="/">One</a></p></nav>',
        "nav.call-bar moved by",
    ),
}


@pytest.mark.parametrize(("body", "told"), MOVING.values(), ids=MOVING)
def test_what_moves_is_told(chromium: Browser, body: str, told: str) -> None:
    html = f"<!doctype html><title>A page</title><body>{body}"

    assert told in listed(moved(chromium, "http://written.example/", html, PHONE))
