"""A draft is shown to whoever writes it, and to nobody else unless it is published on purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import Project

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "Zanzibar waits"
TRACES = (b"zanzibar", b"services/new", b"articles/new")
ADDRESSES = ("new", "services/new", "articles/new")
UNLISTED = sorted(f"drafts/{address}/index.html" for address in ADDRESSES)


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project(tmp_path_factory.mktemp("drafts") / "project")
    fields = {"Title": WORDS, "Status": "draft", "Menu": "header"}
    project.page("content/new.md", WORDS, **fields)
    project.page("content/services/new.md", WORDS, **fields, Condition="ptsd", Reviewed="not yet")
    project.page("content/articles/new/index.md", WORDS, **fields, Date="2026-01-01", Conditions="[ptsd]")
    project.write("content/articles/new/1-one.md", f"---\nTitle: One\nStatus: draft\n---\n{WORDS} in a section.\n")
    return project


def telling(output: Path) -> list[str]:
    """Every file that holds a draft's words, as the search index has them too, or its address."""
    files = [path for path in output.rglob("*") if path.is_file()]
    found = [path for path in files if any(trace in path.read_bytes().lower() for trace in TRACES)]
    return sorted(path.relative_to(output).as_posix() for path in found)


def test_in_development_drafts_stand_under_drafts_and_in_no_list(drafts: Project) -> None:
    assert drafts.build().code == 0

    assert telling(drafts.output) == UNLISTED
    article = (drafts.output / "drafts/articles/new/index.html").read_text(encoding="utf-8")
    assert f"<p>{WORDS} in a section." in article.replace("&nbsp;", " ")


def test_in_production_no_page_list_feed_or_search_tells_of_a_draft(drafts: Project) -> None:
    assert drafts.build("--production").code == 0

    assert telling(drafts.output) == []
    assert not (drafts.output / "drafts").exists()
    assert not (drafts.output / "articles/new").exists()
    assert (drafts.output / "feeds/all.atom.xml").exists()


def test_published_on_purpose_drafts_are_unlisted_and_say_what_they_are(drafts: Project) -> None:
    assert drafts.build("--production", "--drafts").code == 0

    assert telling(drafts.output) == UNLISTED
    for name in UNLISTED:
        html = (drafts.output / name).read_text(encoding="utf-8")
        assert '<meta name="robots" content="noindex">' in html
        assert "<strong>A draft.</strong>" in html
    assert "noindex" not in (drafts.output / "index.html").read_text(encoding="utf-8")


def test_what_is_published_is_found_where_drafts_are_not(drafts: Project) -> None:
    for path in (drafts.path / "content").rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        if WORDS in text:
            path.write_text(text.replace("Status: draft\n", ""), encoding="utf-8")

    assert drafts.build("--production").code == 0

    found = telling(drafts.output)
    lists = {"articles/index.html", "feeds/all.atom.xml", "index.html", "search/index.html", "search/index.json"}
    assert lists <= set(found), found
    assert "services/ptsd/index.html" in found, "as a related page"
