"""The sitemap is what sitemaps.org asks for, names what may be listed, and tells the day that the content names."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

from plugins.listing import changed
from plugins.sitemap import robots, sitemap
from tests.conftest import file_of
from tools.build import read_clinic
from tools.oracles import SITEMAP_SCHEMA

if TYPE_CHECKING:
    from pathlib import Path

NOT_LISTED = {"404.html", "search/index.html", "thank-you/index.html"}
DAY, LATER, LAST = (datetime.date(2026, month, 1) for month in (1, 2, 3))


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(file_of(SITEMAP_SCHEMA)))


def page(**known: Any) -> Any:
    return SimpleNamespace(**{"canonical": "https://nova.health/clinic/about/"} | known)


def test_the_real_sitemap_is_valid_and_names_every_page_that_may_be_listed(site: Path, schema: etree.XMLSchema) -> None:
    tree = etree.parse(site / "sitemap.xml")
    schema.assertValid(tree)
    files = {path.relative_to(site).as_posix() for path in site.rglob("*.html")} - NOT_LISTED

    named = tree.xpath("//*[local-name() = 'loc']/text()")
    assert named == sorted(f"{read_clinic().url}/{name.removesuffix('index.html')}" for name in files)
    assert len(tree.xpath("//*[local-name() = 'lastmod']")) < len(named), "a page without a day has none"


def test_whatever_is_not_in_it_asks_to_be_left_out(site: Path) -> None:
    asking = {
        path.relative_to(site).as_posix()
        for path in site.rglob("*.html")
        if '<meta name="robots" content="noindex">' in path.read_text(encoding="utf-8")
    }

    assert asking == NOT_LISTED


def test_the_schema_refuses_what_is_no_sitemap(schema: etree.XMLSchema) -> None:
    good = sitemap([page(date=datetime.datetime(2026, 1, 1))])

    assert schema.validate(etree.fromstring(good))
    assert not schema.validate(etree.fromstring(good.replace(b"2026-01-01", b"1 January 2026")))
    assert not schema.validate(etree.fromstring(good.replace(b"<loc>", b"<l>").replace(b"</loc>", b"</l>")))


@pytest.mark.parametrize(
    ("known", "day"),
    [
        ({}, None),
        ({"reviewed": "not yet"}, None),
        ({"reviewed": LATER, "modified": datetime.datetime(2026, 1, 1)}, LATER),
        ({"date": datetime.datetime(2026, 1, 1), "sections": [page(reviewed=LAST), page(modified=LATER)]}, LAST),
    ],
)
def test_a_page_is_of_the_newest_day_that_it_names(known: dict[str, Any], day: datetime.date | None) -> None:
    assert changed(page(**known)) == day
    assert (b"<lastmod>" in sitemap([page(**known)])) is (day is not None)


def test_robots_are_led_to_the_sitemap_and_kept_from_nothing() -> None:
    assert robots("https://nova.health/clinic").splitlines() == [
        "User-agent: *",
        "Allow: /",
        "Sitemap: https://nova.health/clinic/sitemap.xml",
    ]
    assert robots("") == "User-agent: *\nAllow: /\n"
