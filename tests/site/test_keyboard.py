"""A visitor without a mouse reaches everything on every page, sees where she is, and gets out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site.keyboard import skip_link, walk
from tests.site.pages import DESKTOP, PHONE, SMALL, complaints, listed, opened, show

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
