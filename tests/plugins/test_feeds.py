"""Both feeds are read by readers that others wrote, and hold whole articles with whole addresses."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import feedparser
import pytest
from jsonschema import Draft202012Validator

from plugins.models.absolute import absolute
from tests.plugins.complaints import built
from tests.plugins.json_feed import SCHEMA
from tools.build import read_clinic

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Project

URL = read_clinic().url
ARTICLE = f"{URL}/articles/are-you-a-candidate-for-ketamine-therapy/"
FEEDS = {"all.atom.xml": "atom+xml", "all.json": "feed+json"}
NOT_WHOLE = re.compile(r'(?:href|src|srcset)="(?![a-z]+:|")')  # feedparser empties what is neither web nor mail


def atom(site: Path) -> Any:
    return feedparser.parse((site / "feeds/all.atom.xml").read_bytes())


def json_feed(site: Path) -> Any:
    return json.loads((site / "feeds/all.json").read_text(encoding="utf-8"))


def complaints(feed: Any) -> list[str]:
    return sorted(error.json_path for error in Draft202012Validator(SCHEMA).iter_errors(feed))


def test_a_feed_reader_reads_the_atom_feed(site: Path) -> None:
    feed = atom(site)

    assert not feed.bozo, feed.get("bozo_exception")
    assert (feed.version, feed.feed.title, feed.feed.link) == ("atom10", read_clinic().name, f"{URL}/")
    assert [entry.link for entry in feed.entries] == [ARTICLE]
    content = feed.entries[0].content[0].value
    assert f'src="{URL}/images/how-long-relief-lasts' in content
    assert NOT_WHOLE.findall(content) == []


def test_the_json_feed_keeps_to_its_schema_and_says_the_same(site: Path) -> None:
    feed, entries = json_feed(site), atom(site).entries

    assert complaints(feed) == []
    assert [item["url"] for item in feed["items"]] == [entry.link for entry in entries]
    for item, entry in zip(feed["items"], entries, strict=True):
        assert (item["id"], item["title"], item["summary"]) == (entry.id, entry.title, entry.summary)
        assert item["date_published"] == entry.published
        assert NOT_WHOLE.findall(item["content_html"]) == []
        assert (site / item["image"].removeprefix(f"{URL}/")).is_file()


def test_the_schema_refuses_what_is_no_feed(site: Path) -> None:
    feed = json_feed(site)
    feed["author"] = {"name": "as version 1 had it"}
    feed["items"][0] |= {"id": 7, "date_published": "22 November 2026", "image": "/cards/a.png"}

    assert complaints(feed) == ["$", "$.items[0].date_published", "$.items[0].id", "$.items[0].image"]


def test_pages_lead_to_the_feeds(site: Path, development_site: Path) -> None:
    links = [f'href="/feeds/{name}" type="application/{kind}"' for name, kind in FEEDS.items()]
    pages = {page: (site / page).read_text(encoding="utf-8") for page in ("index.html", "articles/index.html")}

    assert [link in html for html in pages.values() for link in links] == [True] * 4
    assert links[0] in (site / "about/index.html").read_text(encoding="utf-8")
    assert "feeds/" not in (development_site / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("html", "whole"),
    [
        ('<a href="/b/#c">', '<a href="https://x.org/b/#c">'),
        ('<a href="#ref-1" class="d">', '<a href="https://x.org/clinic/a/#ref-1" class="d">'),
        (
            '<img srcset="/i/a.avif 480w, /i/b.avif 960w">',
            '<img srcset="https://x.org/i/a.avif 480w, https://x.org/i/b.avif 960w">',
        ),
        ('<a href="tel:988">', '<a href="tel:988">'),
        ('<a data-href="/b">href="/c"</a>', '<a data-href="/b">href="/c"</a>'),
    ],
)
def test_addresses_are_made_whole_where_they_are_addresses(html: str, whole: str) -> None:
    assert absolute(html, "https://x.org/clinic/a/") == whole


def test_below_a_path_a_changed_section_changes_every_listing(project: Project) -> None:
    project.replace("data/clinic.toml", '\nurl = "', '\nurl = "https://nova.health/clinic" # "')
    section = "content/articles/are-you-a-candidate-for-ketamine-therapy/6-parting-words.md"
    project.replace(section, "Title:", "Modified: 2026-11-23\nTitle:")
    project.replace(section.replace("6-parting-words", "index"), "help some adults", "help some adults' lives & moods")
    output = built(project, "--production").output
    address = "https://nova.health/clinic/articles/are-you-a-candidate-for-ketamine-therapy/"
    (item,) = json_feed(output)["items"]

    assert (item["url"], item["date_modified"][:10]) == (address, "2026-11-23")
    assert item["summary"].startswith("Ketamine may help some adults' lives & moods whose")
    assert atom(output).entries[0].updated[:10] == "2026-11-23"
    sitemap = (output / "sitemap.xml").read_text(encoding="utf-8")
    assert f"<loc>{address}</loc>\n<lastmod>2026-11-23</lastmod>" in sitemap
    assert 'src="https://nova.health/clinic/images/' in item["content_html"]
    assert NOT_WHOLE.findall(item["content_html"]) == []
    assert f"]({address}index.md):" in (output / "llms.txt").read_text(encoding="utf-8")
    assert '<link rel="apple-touch-icon" href="/clinic/apple-touch-icon.png">' in (output / "index.html").read_text(
        encoding="utf-8"
    )
