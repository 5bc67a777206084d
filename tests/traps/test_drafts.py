"""A draft is shown to whoever writes it, and to nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import Project

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "Zanzibar waits"
ADDRESSES = ("new", "services/new", "articles/new")


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project(tmp_path_factory.mktemp("drafts") / "project")
    fields = {"Title": WORDS, "Status": "draft", "Menu": "header"}
    project.page("content/new.md", WORDS, **fields)
    project.page("content/services/new.md", WORDS, **fields, Condition="ptsd", Reviewed="not yet")
    project.page("content/articles/new/index.md", WORDS, **fields, Date="2026-01-01")
    project.write("content/articles/new/1-one.md", f"---\nTitle: One\n---\n{WORDS} in a section.\n")
    return project


def telling(output: Path) -> list[str]:
    """Every file that holds a draft's words."""
    files = [path for path in output.rglob("*") if path.is_file() and WORDS in path.read_text(encoding="utf-8")]
    return sorted(path.relative_to(output).as_posix() for path in files)


def test_in_development_drafts_stand_under_drafts_and_in_no_list(drafts: Project) -> None:
    assert drafts.build().code == 0

    assert telling(drafts.output) == sorted(f"drafts/{address}/index.html" for address in ADDRESSES)
    article = (drafts.output / "drafts/articles/new/index.html").read_text(encoding="utf-8")
    assert f"<p>{WORDS} in a section.</p>" in article.replace("&nbsp;", " ")


def test_in_production_no_page_list_or_feed_tells_of_a_draft(drafts: Project) -> None:
    assert drafts.build("--production").code == 0

    assert telling(drafts.output) == []
    assert not (drafts.output / "drafts").exists()
    assert not (drafts.output / "articles/new").exists()
    assert (drafts.output / "feeds/all.atom.xml").exists()
