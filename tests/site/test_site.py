"""The built site keeps every rule, every address it promises, and its first flight."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import brotli
import pytest
from justhtml import JustHTML

from tools.build import read_clinic, read_consultation_form
from tools.check.rules import check

if TYPE_CHECKING:
    from pathlib import Path

ADDRESSES = [
    "404.html",
    "about/",
    "accessibility/",
    "articles/",
    "articles/are-you-a-candidate-for-ketamine-therapy/",
    "glossary/",
    "good-faith-estimate/",
    "language-assistance/",
    "location/",
    "medical-disclaimer/",
    "nondiscrimination/",
    "notice-of-privacy-practices/",
    "privacy/",
    "request-a-consultation/",
    "search/",
    "services/",
    "services/chronic-pain/",
    "services/depression/",
    "services/ptsd/",
    "thank-you/",
]
DATA = ({"type": "application/ld+json"},)  # no script: what machines read of the site
FIRST_FLIGHT = 12_800  # bytes, brotli 11: docs/decisions.md, "There is a step"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, str]:
    """Every built page by its address, without the slash at its beginning."""
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): path.read_text(encoding="utf-8")
        for path in sorted(site.rglob("*.html"))
    }


def test_every_rule_is_kept(site: Path) -> None:
    clinic = read_clinic()

    assert check(site, clinic, read_consultation_form(clinic), clinic.root) == []


def test_every_promised_address_has_its_page_and_there_is_no_other(pages: dict[str, str]) -> None:
    assert sorted(pages) == ["", *ADDRESSES]


def test_the_first_flight_of_every_page_fits(pages: dict[str, str]) -> None:
    sizes = {address: len(brotli.compress(html.encode(), quality=11)) for address, html in pages.items()}

    assert {address: size for address, size in sizes.items() if size > FIRST_FLIGHT} == {}


def test_nothing_else_blocks_the_first_paint(pages: dict[str, str]) -> None:
    for html in pages.values():
        document = JustHTML(html, sanitize=False)
        assert len(document.query("style")) == 1
        others = [found.attrs or {} for found in document.query("script, link[rel=stylesheet], iframe, [style]")]
        scripts = [found for found in others if found not in DATA]
        assert len(scripts) < len(others)
        for script in scripts:  # a module waits until the page is there
            assert script.keys() == {"type", "src"}
            assert (script["type"], str(script["src"]).split("/")[1]) == ("module", "scripts")
        assert not re.search(r"""\son\w+=["']""", html)


def test_every_page_says_where_it_is(pages: dict[str, str]) -> None:
    clinic = read_clinic()
    place = f"{clinic.name}, {clinic.primary.address.town} {clinic.primary.address.state}"

    for address, html in pages.items():
        title = re.findall(r"<title>(.*)</title>", html)
        assert title == [f"{place} - {clinic.tagline}"] if not address else title[0].endswith(f" - {place}")


def test_pages_that_are_only_reached_from_elsewhere_are_in_no_menu(pages: dict[str, str]) -> None:
    for html in pages.values():
        assert "thank-you/" not in html.split("<body>")[1].replace(read_clinic().url + "/thank-you/", "")
        assert 'href="/404.html"' not in html
