"""A visitor without a mouse reaches everything on every page, sees where she is, and gets out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.site.keyboard import rings, skip_link, walk
from tests.site.pages import DESKTOP, PHONE, SMALL, complaints, listed, opened, serving, show

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

WINDOWS = {"desktop": DESKTOP, "phone": PHONE}


@pytest.mark.parametrize("window", WINDOWS.values(), ids=WINDOWS)
def test_tab_reaches_marks_and_shows_everything_in_order(
    chromium: Browser, site: Path, address: str, window: dict[str, int]
) -> None:
    with opened(chromium, viewport=window) as page:
        found = complaints(page, site, address, walk)

    assert not found, listed(found)


@pytest.mark.parametrize("window", WINDOWS.values(), ids=WINDOWS)
def test_the_first_tab_leads_past_the_header(
    chromium: Browser, site: Path, address: str, window: dict[str, int]
) -> None:
    with opened(chromium, viewport=window) as page:
        found = complaints(page, site, address, skip_link)

    assert not found, listed(found)


BAD = """<!doctype html><style>
a { outline: none !important } p { margin: 250px 0 }
a.ok:focus { box-shadow: 0 0 0 3px #000 }
.call-bar { position: fixed; inset: auto 0 0; height: 200px; background: #fff }</style>
<a href="#nowhere">Skip</a><p><a class="ok" href="/1">One</a><p><a class="ok" href="/2">Two</a>
<p><a class="ok" href="/3">Three</a>
<a class="ok" href="/4" tabindex="2">Four</a><div class="call-bar"></div>
<a class="ok" href="/5"
onkeydown="event.key === 'Tab' && event.preventDefault()">Trap</a><a class="ok" href="/6">Six</a>"""


def test_a_bad_page_gets_every_complaint(chromium: Browser) -> None:
    with opened(chromium, viewport=SMALL) as page:
        show(page, BAD)
        found = walk(page)

    behind = 'after a.ok "Four", which stands behind it'
    assert found == [
        f'a "Skip" takes the focus {behind}',
        'a "Skip" does not show that it has the focus',
        f'a.ok "One" takes the focus {behind}',
        f'a.ok "Two" takes the focus {behind}',
        'a.ok "Two" has the focus under div.call-bar',
        f'a.ok "Three" takes the focus {behind}',
        'a.ok "Trap" has the focus under div.call-bar',
        'Tab never reaches a.ok "Six"',
    ]


PATHS = ("/", "/request-a-consultation/", "/articles/are-you-a-candidate-for-ketamine-therapy/", "/gallery/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_ring_around_the_focus_can_be_seen(chromium: Browser, development_site: Path, scheme: Any) -> None:
    with serving(development_site) as address, opened(chromium, viewport=DESKTOP, color_scheme=scheme) as page:
        found = []
        for path in PATHS:
            page.goto(address + path)
            found += rings(page)

    assert not found, listed(found)


def test_a_ring_that_is_hardly_seen_is_told(chromium: Browser) -> None:
    ring = "a:focus { outline: 3px solid #ccc } a.inside { background: #444; padding: 1em; outline-offset: -6px }"
    comes = "a.comes { position: absolute; background: #bbb; outline-offset: -6px } a.comes:not(:focus) { top: -99px }"
    links = '<p><a href="/1">Pale</a><p><a class="inside" href="/2">On dark</a><a class="comes" href="/3">It comes</a>'
    with opened(chromium) as page:
        show(page, f"<!doctype html><style>{ring} {comes}</style>{links}")
        found = rings(page)

    assert found == [
        'the ring of a "Pale" can hardly be seen: 1.6:1',
        'the ring of a.comes "It comes" can hardly be seen: 1.2:1',
    ]


HOME = '<a href="/">Home</a> <main id="main"><a href="/">In</a></main>'
SKIPS = {
    "nothing": ('<a href="#nowhere">Skip</a>', ['a "Skip" does not take the focus to its target']),
    "not at all": ("", ['the first Tab stop is a "Home", not a link to the main text']),
    "as it should": ('<a href="#main">Skip</a>', []),
}


@pytest.mark.parametrize(("link", "wanted"), SKIPS.values(), ids=SKIPS)
def test_a_page_whose_first_link_skips_the_wrong_way_is_told(chromium: Browser, link: str, wanted: list[str]) -> None:
    with opened(chromium) as page:
        show(page, f"<!doctype html>{link} {HOME}")
        found = skip_link(page)

    assert found == wanted
