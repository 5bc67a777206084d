"""The search opens from every page, works by keyboard, keeps what is typed to itself, and never leaves one alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.site.axe import axe
from tests.site.pages import SMALL, addresses, listed
from tests.site.searching import card, open_dialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from tests.site.conftest import Open

    Opener = Callable[..., AbstractContextManager[Open]]


def test_every_page_opens_the_search_and_gets_the_focus_back(opened: Opener, site: Path, address: str) -> None:
    with opened("/") as (page, console, hosts):
        for path in addresses(site):
            if path != "/search/":
                page.goto(address + path)
                page.get_by_role("link", name="Search", exact=True).click()
                dialog = page.get_by_role("dialog", name="What would you like to find?")
                expect(dialog.get_by_role("textbox")).to_be_focused()
                page.keyboard.press("Escape")
                expect(page.get_by_role("link", name="Search", exact=True)).to_be_focused()

        assert console == []
        assert len(hosts) == 1


def test_results_are_reached_by_arrows_and_enter(opened: Opener) -> None:
    with opened("/about/") as (page, _, _):
        dialog = open_dialog(page)
        field, links = dialog.get_by_role("textbox"), dialog.locator(".search__link")
        field.fill("wheelchair")
        expect(dialog.get_by_role("status")).to_have_text(r"1 result")
        expect(links.first.locator("mark")).to_have_count(0)
        field.fill("getting home")
        expect(dialog.get_by_role("status")).to_have_text(re.compile(r"^\d+ results$"))
        expect(links.first.locator("mark").first).to_have_text("Getting")
        page.keyboard.press("ArrowDown")
        expect(links.nth(0)).to_be_focused()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowUp")
        expect(field).to_be_focused()
        page.keyboard.press("Enter")
        page.wait_for_url("**/#getting-home")


def test_a_key_meant_for_a_field_opens_nothing(opened: Opener) -> None:
    with opened("/request-a-consultation/") as (page, _, _):
        page.get_by_label("Your name").press("/")

        expect(page.get_by_label("Your name")).to_have_value("/")
        expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_key_can_be_turned_off_and_on_again(opened: Opener) -> None:
    with opened("/about/") as (page, _, _):
        open_dialog(page).get_by_label("The key / opens this search").uncheck()
        page.reload()
        page.keyboard.press("/")
        expect(page.get_by_role("dialog")).to_have_count(0)

        page.get_by_role("link", name="Search", exact=True).click()
        box = page.get_by_role("dialog").get_by_label("The key / opens this search")
        expect(box).not_to_be_checked()
        box.check()
        page.reload()
        open_dialog(page)
        assert page.evaluate("localStorage.length") == 0


def test_a_result_on_the_same_page_closes_the_dialog(opened: Opener) -> None:
    with opened("/location/") as (page, _, _):
        dialog = open_dialog(page)
        dialog.get_by_role("textbox").fill("step-free")
        dialog.get_by_role("link", name="Getting in").click()

        expect(page.get_by_role("dialog")).to_have_count(0)
        assert page.url.endswith("/location/#getting-in")


def test_nothing_found_offers_the_list_and_the_telephone(opened: Opener) -> None:
    with opened("/about/") as (page, _, _):
        dialog = open_dialog(page)
        dialog.get_by_role("textbox").fill("xyzzyq")

        expect(dialog.get_by_text("could not find that here")).to_be_visible()
        expect(dialog.get_by_role("link", name="everything from A to Z")).to_be_visible()
        expect(dialog.get_by_role("link", name="Call now")).to_be_visible()
        expect(card(dialog)).to_have_count(0)


def test_a_shared_search_is_shown_and_moves_behind_the_fragment(opened: Opener) -> None:
    with opened("/search/?q=nerve+pain") as (page, console, _):
        expect(page.get_by_role("textbox")).to_have_value("nerve pain")
        expect(page.locator(".search__link").first).to_be_visible()
        page.wait_for_url("**/search/#q=nerve%20pain")
        page.get_by_role("textbox").fill("bladder & liver")
        page.wait_for_url("**/search/#q=bladder%20%26%20liver")
        page.reload()

        expect(page.get_by_role("textbox")).to_have_value("bladder & liver")
        assert console == []


def test_an_address_within_the_search_page_stays(opened: Opener) -> None:
    with opened("/search/#letter-k") as (page, _, _):
        page.clock.install()
        page.reload(wait_until="networkidle")
        page.clock.run_for(1000)
        assert page.url.endswith("/search/#letter-k")

        page.get_by_role("textbox").fill("nerve")
        page.clock.run_for(1000)
        page.wait_for_url("**/search/#q=nerve")
        page.get_by_role("textbox").fill("")
        page.clock.run_for(1000)
        page.wait_for_url("**/search/")


LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark, 320 px": {"color_scheme": "dark", "viewport": SMALL},
    "forced colors": {"forced_colors": "active"},
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize("query", ["", "nerve pain", "suicide", "xyzzyq"])
def test_axe_finds_nothing_wrong_with_the_dialog(opened: Opener, look: dict[str, Any], query: str) -> None:
    with opened("/about/", **look, reduced_motion="reduce") as (page, _, _):
        dialog = open_dialog(page)
        dialog.get_by_role("textbox").fill(query)
        expect(dialog.get_by_role("status")).to_have_text("" if query in {"", "xyzzyq"} else re.compile("results"))
        forced = "forced_colors" in look
        found = axe(page, {"color-contrast": False} if forced else {}, within="dialog")

        assert not found, listed(found)
        assert page.evaluate("document.querySelector('dialog').scrollWidth <= innerWidth")
