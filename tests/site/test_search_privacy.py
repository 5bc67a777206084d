"""No request carries what is typed into the search; on a small site none even depends on it. Nothing of it is kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.site.pages import serving
from tests.site.searching import STORED, Asked, leaks, log, open_dialog
from tests.site.test_relevance import sharded

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

__all__ = ["sharded"]
QUERY = "suicidal nerve pain"
FILE = re.compile(r"/search/[0-9a-f]{10}-\d+(-text)?\.json")


def asked_while_typing(page: Page) -> list[Asked]:
    """What is requested while the query is typed, letter by letter, into the dialog."""
    dialog = open_dialog(page)
    asked = log(page)
    dialog.get_by_role("textbox").press_sequentially(QUERY)
    expect(dialog.get_by_role("status")).to_have_text("10 results")
    page.wait_for_load_state("networkidle")
    return asked


def test_a_small_site_is_asked_for_nothing_when_something_is_typed(chromium: Browser, site: Path) -> None:
    with serving(site) as address:
        page = chromium.new_context().new_page()
        page.goto(f"{address}/about/")
        asked = asked_while_typing(page)

        assert asked == []
        assert page.evaluate(STORED) == []
        page.context.close()


def test_a_large_site_is_asked_for_files_whose_names_tell_no_letter(chromium: Browser, sharded: Path) -> None:
    with serving(sharded) as address:
        page = chromium.new_context().new_page()
        page.goto(f"{address}/about/")
        asked = asked_while_typing(page)

        assert asked
        assert [one.url for one in asked if not FILE.fullmatch(urlsplit(one.url).path)] == []
        assert leaks(asked, QUERY) == []
        assert page.evaluate(STORED) == []
        page.context.close()


@pytest.mark.parametrize("large", [False, True], ids=["one file", "shards"])
def test_a_result_is_opened_without_telling_what_was_typed(
    chromium: Browser, site: Path, sharded: Path, large: bool
) -> None:
    with serving(sharded if large else site) as address:
        page = chromium.new_context().new_page()
        page.goto(f"{address}/search/")
        asked = log(page)
        page.get_by_role("textbox").fill("wheelchair")
        page.wait_for_url("**/#q=wheelchair")
        page.locator(".search__link").first.click()
        page.wait_for_url("**/location/*")

        assert asked
        assert leaks(asked, "wheelchair") == []
        page.context.close()


def test_a_request_that_tells_is_found() -> None:
    told = [
        Asked("http://a.example/?q=Nerve", "http://a.example/?q=nerve"),
        Asked("http://a.example/search/ner.json", "http://a.example/search/ner.json"),
        Asked("http://a.example/x.json", "http://a.example/x.json referer: http://a.example/search/?q=pain"),
    ]
    quiet = Asked("http://a.example/search/0a1b2c3d4e-7.json", "http://a.example/search/0a1b2c3d4e-7.json accept: */*")

    assert leaks([*told, quiet], "Nerve pain") == [one.url for one in told]
