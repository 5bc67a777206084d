"""Axe finds nothing wrong with any page or component, however it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.site.axe import axe
from tests.site.legible import unseen
from tests.site.pages import DESKTOP, SMALL, complaints, listed, opened, serving, show, space_text, unfold, unroll

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

SEVEN_TO_ONE = {"color-contrast-enhanced": True}
# axe reads the colors that the styles ask for, not those that the browser forces: legible.py looks at the pixels.
FORCED = {"color-contrast": False}
SEVERAL = {"landmark-unique": False}  # the gallery shows one landmark in several states
WHOLE = {"light", "320 px"}  # looks in which pages are asked about everything
LOOKS: dict[str, tuple[dict[str, Any], dict[str, bool]]] = {
    "light": ({"color_scheme": "light", "viewport": DESKTOP}, SEVEN_TO_ONE),
    "dark": ({"color_scheme": "dark", "viewport": DESKTOP}, SEVEN_TO_ONE),
    "forced colors": ({"forced_colors": "active", "viewport": DESKTOP}, FORCED),
    "320 px": ({"color_scheme": "light", "viewport": SMALL}, SEVEN_TO_ONE),
    "320 px, dark, with text spacing": ({"color_scheme": "dark", "viewport": SMALL}, SEVEN_TO_ONE),
}

BAD = """<!doctype html><title>Bad</title><main><h1>Bad</h1><img src="data:,"><p style="color: #767676">Grey</p>
<p style="color: #aaa">Pale</p><p style="background: linear-gradient(#fff, #fff)">Over a gradient</p>
<p style="color: #666; background: linear-gradient(#ccc, #ccc)">Over a darker gradient</p>
<h3>Skipped</h3></main>"""


def look(page: Page, name: str, others: dict[str, bool]) -> list[str]:
    """What axe finds on the open page in this look."""
    mode, rules = LOOKS[name]
    page.set_viewport_size(mode["viewport"])
    if "spacing" in name:
        space_text(page)
    if mode["viewport"] == SMALL:
        unroll(page)
    return axe(page, rules | others, of_looks=name not in WHOLE) + (unseen(page) if rules is FORCED else [])


@pytest.mark.parametrize("name", LOOKS)
def test_nothing_is_wrong_with_any_page_or_component(
    chromium: Browser, site: Path, address: str, development_site: Path, name: str
) -> None:
    with opened(chromium, **LOOKS[name][0]) as page, serving(development_site) as development:
        found = complaints(page, site, address, lambda page: look(page, name, {}))
        page.goto(f"{development}/gallery/")
        found += [f"{line} (on /gallery/)" for line in look(page, name, SEVERAL)]

    assert not found, listed(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wrong_with_what_unfolds_on_a_phone(chromium: Browser, address: str, scheme: Any) -> None:
    with opened(chromium, color_scheme=scheme, viewport=SMALL) as page:
        page.goto(address)
        assert unfold(page)
        found = axe(page, SEVEN_TO_ONE, within=":is([popover], details)")

    assert not found, listed(found)


def test_a_bad_page_gets_every_complaint(chromium: Browser) -> None:
    with opened(chromium) as page:
        show(page, BAD)
        found = axe(page, SEVEN_TO_ONE)

    assert [line.partition(" (foreground")[0].partition(";")[0] for line in found] == [
        "color-contrast-enhanced at p:nth-child(3): Element has insufficient color contrast of 4.54",
        "color-contrast at p:nth-child(4): Element has insufficient color contrast of 2.32",
        "heading-order at h3: Heading order invalid",
        "html-has-lang at html: The <html> element does not have a lang attribute",
        "image-alt at img: Element does not have an alt attribute",
        'p "Over a darker gradient" is faint against what lies behind it: 3.6:1',
    ]


def test_a_bad_look_gets_its_complaints(chromium: Browser) -> None:
    with opened(chromium) as page:
        show(page, BAD)
        found = axe(page, SEVEN_TO_ONE, of_looks=True)

    assert [line.split(" at ")[0] for line in found[:-1]] == ["color-contrast-enhanced", "color-contrast"]
    assert "is faint" in found[-1]


def test_text_that_hides_from_forced_colors_is_seen_to(chromium: Browser) -> None:
    hidden = (
        '<p style="forced-color-adjust: none; color: #eee; background: #fff">Pale</p><p style="color: #eee">Forced</p>'
    )
    with opened(chromium, forced_colors="active") as page:
        show(page, f"<!doctype html><title>Bad</title>{hidden}")
        found = unseen(page)

    assert found == ['p "Pale" can hardly be seen: 1.2:1']
