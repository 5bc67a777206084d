"""The production build holds what visitors are to see, at absolute addresses, and nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tools.build import read_clinic

if TYPE_CHECKING:
    from pathlib import Path


def test_production_has_no_gallery_and_development_has_one(site: Path, development_site: Path) -> None:
    assert not (site / "gallery").exists()
    assert (development_site / "gallery/index.html").exists()


def test_every_page_names_its_own_absolute_address(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))

    for page in pages:
        html = page.read_text(encoding="utf-8")
        address = f"{read_clinic().url}/{page.relative_to(site).as_posix().removesuffix('index.html')}"
        assert re.findall(r'<link rel="canonical" href="([^"]*)">', html) == [address]
        assert re.findall(r'<meta property="og:url" content="([^"]*)">', html) == [address]


def test_development_asks_search_engines_to_stay_away(development_site: Path) -> None:
    for page in development_site.rglob("*.html"):
        assert '<meta name="robots" content="noindex">' in page.read_text(encoding="utf-8")


def test_the_feed_has_the_whole_article_at_absolute_addresses(site: Path) -> None:
    feed = (site / "feeds/all.atom.xml").read_text(encoding="utf-8")

    assert f'href="{read_clinic().url}/articles/are-you-a-candidate-for-ketamine-therapy/"' in feed
    assert "Parting Words&lt;/h2" in feed.replace("&amp;nbsp;", " ")
    assert not re.findall(r'(?:href|src)=(?:"|&quot;)/', feed)
