"""A tab is told what is new since the page that it shows, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plugins.faults import Fault
from tools.preview.news import News
from tools.warm.outcome import Outcome

if TYPE_CHECKING:
    from pathlib import Path

FAULT = Fault("content/a.md", 1, 1, "it is wrong", "mend it")


@pytest.fixture
def news(tmp_path: Path) -> News:
    for name, text in {"a": '<img src="/images/x.svg">', "b": "words"}.items():
        page = tmp_path / "output" / name / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(text, encoding="utf-8")
    return News(tmp_path, tmp_path / "output")


def shown(news: News, since: int, address: str) -> str | None:
    show: str | None = news.since(since, address)["show"]
    return show


def test_a_page_is_shown_again_when_it_changed_and_no_other_is(news: News) -> None:
    before = news.version
    news.take(Outcome([], ["/a/"], "/a/"), {news.root / "content" / "a.md"})

    assert shown(news, before, "/a/") == "page"
    assert shown(news, before, "/b/") is None
    assert shown(news, news.version, "/a/") is None


def test_only_who_has_not_seen_the_words_is_led_to_them(news: News) -> None:
    before = news.version
    news.take(Outcome([], ["/a/"], "/a/#one"), {news.root / "content" / "a.md"})

    assert news.since(before, "/b/")["goto"] == "/a/#one"
    assert news.since(news.version, "/b/")["goto"] is None
    assert news.since(news.version, "/b/", heard=before)["goto"] == "/a/#one"  # a page that came with the words
    news.take(Outcome([], ["/a/", "/b/"]), {news.root / "data" / "clinic.toml"})
    assert news.since(before, "/b/")["goto"] is None


def test_styles_alone_are_told_as_such(news: News) -> None:
    before, sheet = news.version, news.root / "theme" / "css" / "base.css"
    news.take(Outcome([], ["/a/"]), {sheet})
    assert shown(news, before, "/a/") == "styles"
    assert shown(news, before, "/b/") is None

    news.take(Outcome([], ["/a/"]), {sheet, news.root / "theme" / "templates" / "page.html"})
    assert shown(news, before, "/a/") == "page"


def test_what_was_saved_while_the_site_was_broken_counts_once_it_is_mended(news: News) -> None:
    before = news.version
    news.take(Outcome([FAULT], [], "/a/"), {news.root / "content" / "a.md"})
    assert shown(news, before, "/a/") is None
    assert news.since(before, "/a/")["goto"] is None
    assert [fault["what"] for fault in news.since(before, "/a/")["faults"]] == ["it is wrong"]

    news.take(Outcome([], ["/a/"]), {news.root / "theme" / "css" / "base.css"})
    assert shown(news, before, "/a/") == "page"
    assert news.since(before, "/a/")["faults"] == []


def test_a_picture_concerns_the_pages_that_show_it(news: News) -> None:
    before = news.version
    news.take(Outcome([], ["/images/x.svg"]), {news.root / "content" / "images" / "x.svg"})

    assert shown(news, before, "/a/") == "page"
    assert shown(news, before, "/b/") is None


def test_a_page_that_came_or_went_is_shown_where_it_was_missed(news: News) -> None:
    before = news.version
    (news.output / "b" / "index.html").unlink()
    news.take(Outcome([], ["/b/"]), {news.root / "content" / "b.md"})
    assert shown(news, before, "/b/") == "page"

    news.take(Outcome([], ["/404.html"]), {news.root / "content" / "404.md"})
    assert shown(news, before, "/nowhere/") == "page"


def test_a_tab_of_an_earlier_server_starts_anew(news: News) -> None:
    assert shown(news, news.first - 1, "/b/") == "page"
    assert news.since(0, "/../outside")["show"] == "page"
