"""Axe finds nothing wrong with any page or component, however it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from tests.site.axe import OF_COLORS, OF_SIZES, axe
from tests.site.legible import unseen
from tests.site.pages import DESKTOP, SMALL, complaints, listed, opened, serving, show, space_text, unfold, unroll

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

SEVERAL = {"landmark-unique": False}  # the gallery shows one landmark in several states


class Look(NamedTuple):
    """A way to look at an open page."""

    name: str
    media: dict[str, Any]
    only: tuple[str, ...] = ()  # the rules asked about; none: all
    spaced: bool = False

    @property
    def forced(self) -> bool:
        """Whether the browser forces its colors, which axe does not read: legible.py looks at the pixels."""
        return bool(self.media["forced_colors"] == "active")


LIGHT = {"color_scheme": "light", "forced_colors": "none"}
DARK = {"color_scheme": "dark", "forced_colors": "none"}
FORCED = {"color_scheme": "light", "forced_colors": "active"}
LOOKS = {
    "wide": [
        Look("light", LIGHT),
        Look("dark", DARK, OF_COLORS),
        Look("forced colors", FORCED, ("link-in-text-block",)),
    ],
    "narrow": [Look("light", LIGHT), Look("dark, with text spacing", DARK, OF_COLORS + OF_SIZES, spaced=True)],
}
WINDOWS = {"wide": DESKTOP, "narrow": SMALL}

BAD = """<!doctype html><title>Bad</title><main><h1>Bad</h1><img src="data:,"><p style="color: #767676">Grey</p>
<p style="color: #aaa">Pale</p><p style="background: linear-gradient(#fff, #fff)">Over a gradient</p>
<p style="color: #666; background: linear-gradient(#ccc, #ccc)">Over a darker gradient</p>
<h3>Skipped</h3></main>"""


def looked_at(page: Page, window: str, others: dict[str, bool]) -> list[str]:
    """What axe finds on the open page in each look of this window."""
    page.set_viewport_size(WINDOWS[window])  # type: ignore[arg-type]
    found = []
    for look in LOOKS[window]:
        page.emulate_media(**look.media)
        if look.spaced:
            space_text(page)
        if window == "narrow":
            unroll(page)
        said = axe(page, others, only=look.only)
        said += unseen(page) if look.forced else []
        found += [f"{line} ({look.name})" for line in said]
    return found


@pytest.mark.parametrize("window", WINDOWS)
def test_nothing_is_wrong_with_any_page_or_component(
    chromium: Browser, site: Path, address: str, development_site: Path, window: str
) -> None:
    with opened(chromium) as page, serving(development_site) as development:
        found = complaints(page, site, address, lambda page: looked_at(page, window, {}))
        page.goto(f"{development}/gallery/")
        found += [f"{line} (on /gallery/)" for line in looked_at(page, window, SEVERAL)]

    assert not found, listed(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wrong_with_what_unfolds_on_a_phone(chromium: Browser, address: str, scheme: Any) -> None:
    with opened(chromium, color_scheme=scheme, viewport=SMALL) as page:
        page.goto(address)
        assert unfold(page)
        found = axe(page, {}, within=":is([popover], details)")

    assert not found, listed(found)


def test_a_bad_page_gets_every_complaint(chromium: Browser) -> None:
    with opened(chromium) as page:
        show(page, BAD)
        found = axe(page, {})

    assert [line.partition(" (foreground")[0].partition(";")[0] for line in found] == [
        "color-contrast at p:nth-child(3): Element has insufficient color contrast of 4.54",
        "color-contrast at p:nth-child(4): Element has insufficient color contrast of 2.32",
        "heading-order at h3: Heading order invalid",
        "html-has-lang at html: The <html> element does not have a lang attribute",
        "image-alt at img: Element does not have an alt attribute",
        'p "Over a darker gradient" is faint against what lies behind it: 3.6:1',
    ]


def test_a_bad_look_gets_its_complaints(chromium: Browser) -> None:
    with opened(chromium) as page:
        show(page, BAD)
        found = axe(page, {}, only=OF_COLORS)

    assert [line.split(" at ")[0] for line in found[:-1]] == ["color-contrast"] * 2
    assert "is faint" in found[-1]


ONLY = """<!doctype html><html lang="en"><title>Bad</title><style>:root { color-scheme: light dark }
p { forced-color-adjust: none; padding: 1em; color: #000; background: #fff }
@media (prefers-color-scheme: dark) { .dark { color: #999 } }
@media (forced-colors: active) { .forced { color: #eee } }</style>
<main><h1>Bad</h1><p class="dark">Dark</p><p class="forced">Forced</p></main>"""


def test_what_is_wrong_in_one_look_is_told_with_its_name(chromium: Browser) -> None:
    with opened(chromium) as page:
        show(page, ONLY)
        wide, narrow = (looked_at(page, window, {}) for window in WINDOWS)

    assert [(line.split(" ")[0], line.rpartition(" (")[2]) for line in wide + narrow] == [
        ("color-contrast", "dark)"),
        ("p.forced", "forced colors)"),
        ("color-contrast", "dark, with text spacing)"),
    ]


def test_text_that_hides_from_forced_colors_is_seen_to(chromium: Browser) -> None:
    hidden = (
        '<p style="forced-color-adjust: none; color: #eee; background: #fff">Pale</p><p style="color: #eee">Forced</p>'
    )
    with opened(chromium, forced_colors="active") as page:
        show(page, f"<!doctype html><title>Bad</title>{hidden}")
        found = unseen(page)

    assert found == ['p "Pale" can hardly be seen: 1.2:1']
