"""Every page reflows, is structured, can be hit with a thumb, and stands still on request."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from tests.site.access import motion, reflow, small_targets, structure
from tests.site.pages import DESKTOP, PHONE, SMALL, complaints, listed, opened, show, space_text, unfold

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

ZOOMED = {"width": 1280 // 4, "height": 1024 // 4}  # 1280 x 1024 px at 400 % (WCAG 1.4.10)


class Promise(NamedTuple):
    """What is held against every page, and in which window."""

    check: Callable[[Page], list[str]]
    mode: dict[str, Any]


def spaced_reflow(page: Page) -> list[str]:
    space_text(page)
    return reflow(page)


def unfolded_targets(page: Page) -> list[str]:
    unfold(page)
    return small_targets(page)


PROMISES = {
    "nothing scrolls sideways at 320 px": Promise(reflow, {"viewport": SMALL}),
    "nothing scrolls sideways at 320 px with text spacing": Promise(spaced_reflow, {"viewport": SMALL}),
    "nothing scrolls sideways at 400 %": Promise(reflow, {"viewport": ZOOMED}),
    "language, landmarks and headings are in order": Promise(structure, {"viewport": DESKTOP}),
    "language, landmarks and headings are in order on a phone": Promise(structure, {"viewport": PHONE}),
    "targets are large enough": Promise(unfolded_targets, {"viewport": DESKTOP}),
    "targets are large enough on a phone": Promise(unfolded_targets, {"viewport": PHONE, "has_touch": True}),
    "nothing moves for those who asked": Promise(motion, {"reduced_motion": "reduce"}),
}


@pytest.mark.parametrize("promise", PROMISES.values(), ids=PROMISES)
def test_every_page_keeps_its_promise(chromium: Browser, site: Path, address: str, promise: Promise) -> None:
    with opened(chromium, **promise.mode) as page:
        found = complaints(page, site, address, promise.check)

    assert not found, listed(found)


WIDE = """<p>Fits.</p>
<p id="wide" style="width: 500px; white-space: nowrap">A line too wide for the window of a phone, held upright.</p>
<p id="cut" style="height: 1em; overflow: hidden">
A long sentence that does not fit into one line of a phone's window.</p>"""
UNORDERED = """<html lang="de"><title>Bad</title><nav>One</nav><nav>Two</nav>
<h2>Before</h2><h1>Title</h1><h3>Deep</h3><h2></h2>"""
TINY = """<p>A <a href="/">link</a> in a sentence.</p>
<p><a href="/">Alone</a></p><a class="button" href="/"
style="display: block; width: 100px; height: 30px">Call</a><input id="x" type="checkbox"><label for="x">Yes</label>
<ul><li><a href="/" style="display: block; padding: 9px; width: 99px">Fine</a></ul>"""
MOVING = """<style>@view-transition { navigation: auto } html { scroll-behavior: smooth }
p { transition: color 1s }
@keyframes spin { to { rotate: 1turn } } p::after { content: "x"; animation: spin 2s infinite } </style><p>Still</p>"""
BAD: dict[str, tuple[Callable[[Page], list[str]], str, list[str]]] = {
    "too wide": (
        reflow,
        WIDE,
        [
            "the page scrolls sideways: it is 508 px wide in 320",
            'p#wide "A line too wide for the window of a phon" reaches from 8 to N of 320 px',
            'p#cut "A long sentence that does not fit into o" cuts off what it holds',
        ],
    ),
    "out of order": (
        structure,
        UNORDERED,
        [
            'the language is "de", not "en"',
            "0 banner landmarks, not 1",
            "0 main landmarks, not 1",
            "0 contentinfo landmarks, not 1",
            '2 navigations are named ""',
            "the levels of the headings are [2, 1, 3, 2], not one 1 and then the others",
            '"Deep" is an h3 below an h1',
            "a heading is empty",
        ],
    ),
    "too small": (
        small_targets,
        TINY,
        [
            'a "Alone" is N px, less than 24',
            'a.button "Call" is N px, less than 44',
            "input#x is N px, less than 24",
        ],
    ),
    "restless": (
        motion,
        MOVING,
        [
            "the page moves when another is opened: @view-transition",
            'html "@view-transition { navigation: auto } ht" scrolls smoothly',
            'p "Still" has a transition',
            'p "Still"::after is animated: spin',
        ],
    ),
}


@pytest.mark.parametrize(("check", "html", "wanted"), BAD.values(), ids=BAD)
def test_a_bad_page_gets_every_complaint(
    chromium: Browser, check: Callable[[Page], list[str]], html: str, wanted: list[str]
) -> None:
    with opened(chromium, viewport=SMALL) as page:
        show(page, f"<!doctype html>{html}")
        found = check(page)

    assert [re.sub(r"\d+ x \d+|(?<=to )\d+", "N", line) for line in found] == wanted
