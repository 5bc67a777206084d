"""The page about the location leads there by every map, draws the way, and loads nothing from elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.conftest import Project
from tests.plugins.complaints import built
from tests.site.access import reflow, small_targets, structure
from tests.site.axe import axe
from tests.site.confirmed import confirm
from tests.site.pages import DESKTOP, PHONE, SMALL, opened, serving
from tools.build import read_clinic, read_consultation_form
from tools.check.rules import check

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

    from playwright.sync_api import Browser

LOCATION = "/location/"
QUERY = "12+King+Street%2C+Alexandria%2C+VA%2C+22314"
MODES: dict[str, dict[str, Any]] = {
    "light, on a phone": {"viewport": PHONE, "color_scheme": "light"},
    "dark, on a phone": {"viewport": PHONE, "color_scheme": "dark"},
    "light, on a desk": {"viewport": DESKTOP, "color_scheme": "light"},
    "dark, on the smallest phone": {"viewport": SMALL, "color_scheme": "dark"},
}


@pytest.fixture(scope="module")
def confirmed(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy of the project with real-looking facts, built for production."""
    return built(confirm(Project(tmp_path_factory.mktemp("location") / "project")), "--production")


@pytest.fixture(scope="module")
def place(confirmed: Project) -> Iterator[str]:
    """Where it is served."""
    with serving(confirmed.output) as address:
        yield address


def test_the_whole_site_keeps_every_rule(confirmed: Project) -> None:
    clinic = read_clinic(confirmed.path)
    assert check(confirmed.output, clinic, read_consultation_form(clinic, confirmed.path)) == []


def test_every_way_there_is_a_plain_link(chromium: Browser, place: str) -> None:
    with opened(chromium) as page:
        asked: set[str] = set()
        page.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
        page.goto(place + LOCATION)
        links = page.locator(".directions a").all()

        assert [(link.inner_text(), link.get_attribute("href")) for link in links] == [
            ("OpenStreetMap", f"https://www.openstreetmap.org/search?query={QUERY}"),
            ("Apple Maps", f"https://maps.apple.com/?q={QUERY}"),
            ("Google Maps", f"https://www.google.com/maps/dir/?api=1&destination={QUERY}"),
            ("Map on your phone", "geo:38.8048,-77.0469"),
            ("Add us to your contacts", "/location/alexandria.vcf"),
        ]
        assert page.locator("main address").inner_text().split("\n") == [
            "12 King Street",
            "Alexandria, VA 22314",
            "(703) 555-1234",
        ]
        assert asked == {urlsplit(place).netloc}


def test_the_card_arrives_as_it_was_written(chromium: Browser, confirmed: Project, place: str) -> None:
    with opened(chromium) as page:
        page.goto(place + LOCATION)
        with page.expect_download() as download:
            page.get_by_role("link", name="Add us to your contacts").click()
        arrived = download.value.path().read_bytes()

    assert arrived == (confirmed.output / "location/alexandria.vcf").read_bytes()


def test_special_days_stand_below_the_week(chromium: Browser, place: str) -> None:
    with opened(chromium) as page:
        page.goto(place + LOCATION)
        rows = [re.sub(r"\s+", " ", row.inner_text()) for row in page.locator(".opening-hours dl > div").all()]

    assert rows[0] == "Monday 9 am to 12 pm, 1 pm to 5 pm"
    assert rows[5:] == [
        "Saturday to Sunday Closed",
        "Thanksgiving Day Thursday, 26 November 2026 Closed",
        "Christmas Eve Thursday, 24 December 2026 9 am to 12 pm",
        "Christmas Day Friday, 25 December 2026 Closed",
    ]


def test_the_drawing_says_nothing_that_the_list_does_not(chromium: Browser, place: str) -> None:
    with opened(chromium) as page:
        page.goto(place + LOCATION)
        drawing, words = page.locator(".approach svg"), page.locator(".approach li")

        assert drawing.get_attribute("aria-hidden") == "true"
        assert words.all_inner_texts() == [
            "The town hall: 950 feet to the east",
            "The garage: 0.3 miles to the south",
            "King Street station: 0.8 miles to the west",
        ]
        assert drawing.locator(".approach__number").all_text_contents() == ["1", "2", "3"]
        middle = drawing.locator(".approach__ring").first.bounding_box()
        hall, garage, station = (mark.bounding_box() for mark in drawing.locator(".approach__mark").all())
        assert middle
        assert hall
        assert garage
        assert station
        assert station["x"] < middle["x"] + middle["width"] / 2 < hall["x"] + hall["width"] / 2
        assert garage["y"] > middle["y"] + middle["height"] / 2


@pytest.mark.parametrize("mode", MODES.values(), ids=MODES)
def test_the_page_is_within_everyones_reach(chromium: Browser, place: str, mode: dict[str, Any]) -> None:
    with opened(chromium, **mode) as page:
        page.goto(place + LOCATION)
        assert [
            *axe(page, {}),
            *reflow(page),
            *structure(page),
            *small_targets(page),
        ] == []


def test_while_nothing_is_known_nothing_is_drawn_or_offered(site: Path) -> None:
    html = (site / "location/index.html").read_text(encoding="utf-8")
    assert "approach" not in html
    assert "geo:" not in html
    assert ".vcf" not in html
    assert "query=Alexandria%2C+VA" in html
