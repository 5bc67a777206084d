"""In a real browser every page opens without a complaint, on a phone and on a desk, with scripts and without."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.site.conftest import ARTICLE, DESK, PHONE
from tests.site.test_site import ADDRESSES

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from playwright.sync_api import Page

    from tests.site.conftest import Open

    Opener = Callable[..., AbstractContextManager[Open]]

SCREENS = pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


@SCREENS
@SCRIPTS
def test_the_article_opens_without_a_complaint(
    opened: Opener, address: str, viewport: dict[str, int], scripts: bool
) -> None:
    with opened(ARTICLE, viewport=viewport, java_script_enabled=scripts) as (page, console, hosts):
        heading = page.get_by_role("heading", level=1)
        assert " ".join(heading.inner_text().split()) == "Are You a Candidate for Ketamine Therapy?"
        assert page.get_by_role("heading", level=2, name="Parting Words").is_visible()
        assert page.get_by_role("link", name="Call now").first.get_attribute("href") == "tel:+17035550100"
        assert console == []
        assert hosts == {urlsplit(address).netloc}


@pytest.mark.parametrize("path", ["/", *(f"/{path}" for path in ADDRESSES)])
def test_every_page_fits_320_pixels_and_asks_nobody_else(opened: Opener, address: str, path: str) -> None:
    with opened(path, viewport={"width": 320, "height": 640}) as (page, console, hosts):
        assert overflow(page) == 0
        assert page.get_by_role("heading", level=1).count() == 1
        assert console == []
        assert hosts == {urlsplit(address).netloc}


def test_the_styles_are_allowed_and_used(opened: Opener) -> None:
    with opened("/", color_scheme="light") as (page, console, _):
        assert page.evaluate("getComputedStyle(document.body.parentElement).backgroundColor") == "rgb(251, 246, 238)"
        page.evaluate("document.head.append(Object.assign(document.createElement('style'), {textContent: 'a{}'}))")
        assert any("Content Security Policy" in line for line in console)


def test_a_page_is_fetched_while_the_pointer_rests_on_its_link(opened: Opener) -> None:
    with opened("/", viewport=DESK) as (page, console, _):
        with page.expect_event("requestfinished", lambda request: request.url.endswith("/about/")):
            page.locator(".site-header a[href='/about/']").hover()
        assert console == []


def test_the_dark_scheme_turns_paper_dark_and_ink_light(opened: Opener) -> None:
    with opened(ARTICLE, color_scheme="dark") as (page, _, _):
        paper, ink = (
            sum(map(int, page.evaluate(f"getComputedStyle(document.documentElement).{name}").strip("rgb()").split(",")))
            for name in ("backgroundColor", "color")
        )
        assert paper < 150
        assert ink > 600


def test_in_print_navigation_is_left_out_and_the_telephone_is_there(opened: Opener) -> None:
    with opened(ARTICLE, viewport=DESK) as (page, _, _):
        assert page.get_by_role("navigation").count() >= 4
        page.emulate_media(media="print")
        assert [nav.is_visible() for nav in page.locator("nav").all()] == [False] * page.locator("nav").count()
        assert page.locator("footer").get_by_text("(703) 555-0100").is_visible()
        assert page.get_by_text(f"Printed from https://www.example.com{ARTICLE}").is_visible()
        assert page.get_by_role("heading", name="Sources").is_visible()


def test_the_call_bar_is_at_hand_on_a_phone_and_covers_no_words(opened: Opener) -> None:
    with opened(ARTICLE, viewport=PHONE, has_touch=True, is_mobile=True) as (page, _, _):
        for place in ("0", "document.body.scrollHeight / 2", "document.body.scrollHeight"):
            page.evaluate(f"window.scrollTo(0, {place})")
            box = page.locator(".call-bar").bounding_box()
            assert box
            assert box["y"] + box["height"] == PHONE["height"]
            assert box["height"] >= 44
        last = page.locator("footer p:visible").last.bounding_box()
        assert last
        assert box
        assert last["y"] + last["height"] <= box["y"]
        at_hand = page.evaluate("document.elementFromPoint(60, innerHeight - 20).closest('a').textContent")
        assert at_hand == "Call now (703) 555-0100"


def test_on_a_desk_no_bar_covers_the_page(opened: Opener) -> None:
    with opened(ARTICLE, viewport=DESK) as (page, _, _):
        assert not page.locator(".call-bar").is_visible()


def test_the_menu_opens_on_a_phone_without_a_script(opened: Opener) -> None:
    with opened("/", viewport=PHONE, java_script_enabled=False) as (page, _, _):
        link = page.get_by_role("navigation", name="Main").get_by_role("link", name="Our location")
        assert not link.is_visible()
        page.get_by_role("button", name="Menu").click()
        link.click()
        assert page.url.endswith("/location/")


def test_a_citation_is_heard_as_a_reference(opened: Opener) -> None:
    with opened(ARTICLE) as (page, _, _):
        first = page.get_by_role("link", name="Reference 1", exact=True).first
        assert first.inner_text() == "1"
