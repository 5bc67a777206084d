"""Search as a visitor does, and tell what a search gave away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote_plus

from playwright.sync_api import TimeoutError as NotInTime
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page, Request

AMONG = """([wanted, first]) => [...document.querySelectorAll(".search__link")].slice(0, first)
  .some((link) => [wanted].flat().includes(link.getAttribute("href")))"""
Questions = dict[str, "str | list[str]"]
HREFS = "(links) => links.slice(0, 5).map((link) => link.getAttribute('href'))"
PATIENCE = 3_000  # milliseconds; only a question that misses its part is waited for this long
STORED = """async () => [
  ...Object.keys(localStorage), ...Object.keys(sessionStorage), ...document.cookie.split("; ").filter(Boolean),
  ...(await indexedDB.databases()).map(({ name }) => name), ...(await caches.keys()),
]"""


class Asked(NamedTuple):
    """A request: its address, its headers and its body as one text, to look for words in."""

    url: str
    text: str


def log(page: Page) -> list[Asked]:
    """A list that every request of the page is added to."""
    asked: list[Asked] = []

    def add(request: Request) -> None:
        headers = " ".join(f"{name}: {value}" for name, value in request.all_headers().items())
        asked.append(Asked(request.url, unquote_plus(f"{request.url} {headers} {request.post_data or ''}").lower()))

    page.on("requestfinished", add)
    page.on("requestfailed", add)
    return asked


def leaks(asked: list[Asked], query: str) -> list[str]:
    """The requests that carry a word of the query, or its first three letters."""
    beginnings = {word[:3] for word in re.findall(r"\w{3,}", query.lower())}
    return [one.url for one in asked if any(re.search(rf"(?<![a-z0-9]){word}", one.text) for word in beginnings)]


def open_dialog(page: Page) -> Locator:
    """Open the search by its key, and return the dialog, its index fetched."""
    page.keyboard.press("/")
    dialog = page.get_by_role("dialog", name="What would you like to find?")
    dialog.wait_for()
    page.wait_for_load_state("networkidle")
    return dialog


def misses(page: Page, search: Locator, questions: Questions, first: int, patience: int = PATIENCE) -> list[str]:
    """The questions of whose parts none is among the ``first`` results."""
    field, links = search.get_by_role("textbox"), search.locator(".search__link")
    found = []
    for question, wanted in questions.items():
        field.fill("")
        expect(links).to_have_count(0)
        field.fill(question)
        try:
            page.wait_for_function(AMONG, arg=[wanted, first], timeout=patience)
        except NotInTime:
            found.append(f"{question!r} does not find {wanted} but {', '.join(links.evaluate_all(HREFS)) or 'nothing'}")
    return found


def card(search: Locator) -> Locator:
    """The card with the crisis lines."""
    return search.locator("[data-part=crisis] section")
