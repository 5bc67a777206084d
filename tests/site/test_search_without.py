"""Where the index, the dialog or scripts are missing, the search still leads on, and to the crisis lines first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.site.conftest import ARTICLE
from tests.site.searching import card, open_dialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from tests.site.conftest import Open

    Opener = Callable[..., AbstractContextManager[Open]]

INDEX = "**/search/index.json"
BROKEN: dict[str, dict[str, Any]] = {
    "missing": {"status": 404, "body": "<h1>Not here</h1>"},
    "garbage": {"body": "<!doctype html>"},
    "another's": {"body": '{"pages": []}'},
}


@pytest.mark.parametrize("answer", BROKEN.values(), ids=BROKEN)
def test_without_an_index_the_crisis_lines_stand_there_too(opened: Opener, answer: dict[str, Any]) -> None:
    with opened("/about/") as (page, _, _):
        page.route(INDEX, lambda route: route.fulfill(**answer))
        dialog = open_dialog(page)
        expect(card(dialog)).to_be_visible()
        dialog.get_by_role("textbox").fill("spravato")

        expect(card(dialog)).to_be_visible()
        expect(dialog.get_by_text("could not find that here")).to_be_visible()


def test_before_the_index_is_there_a_typed_word_shows_the_crisis_lines(opened: Opener) -> None:
    with opened("/about/") as (page, _, _):
        held: list[Any] = []
        page.route(INDEX, lambda route: held.append(route))
        page.keyboard.press("/")
        dialog = page.get_by_role("dialog")
        dialog.get_by_role("textbox").fill("sui")
        expect(card(dialog)).to_be_visible()
        dialog.get_by_role("textbox").fill("spravato")
        held[0].continue_()

        expect(card(dialog)).to_have_count(0)


@pytest.mark.parametrize("missing", [r"/search/panel\.json", r"/scripts/search-\w{10}\.js"])
def test_without_the_dialog_the_link_leads_to_the_page(opened: Opener, missing: str) -> None:
    with opened(ARTICLE) as (page, _, _):
        page.route(re.compile(missing), lambda route: route.abort())
        page.get_by_role("link", name="Search", exact=True).click()

        page.wait_for_url("**/search/")


def test_without_script_the_search_page_is_the_list(opened: Opener) -> None:
    with opened("/about/", java_script_enabled=False) as (page, _, _):
        page.get_by_role("link", name="Search", exact=True).click()

        page.wait_for_url("**/search/")
        expect(page.get_by_role("textbox")).to_have_count(0)
        expect(page.get_by_role("navigation", name="From A to Z")).to_be_visible()
