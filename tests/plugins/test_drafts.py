"""What is a draft, or part of one, is not published with the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.plugins.complaints import built, complaints, place

if TYPE_CHECKING:
    from tests.conftest import Project

ARTICLE = "articles/are-you-a-candidate-for-ketamine-therapy"
SECTION = "---\nTitle: Zanzibar\nStatus: {}\nConditions: [crps]\n---\n![Zanzibar](/images/zanzibar.png)\n"


@pytest.fixture
def section(project: Project) -> Project:
    """A project with a section that is a draft in an article that is published."""
    Image.new("RGB", (1, 1)).save(project.path / "content/images/zanzibar.png")
    project.write(f"content/{ARTICLE}/7-zanzibar.md", SECTION.format("draft"))
    return project


def told(project: Project) -> dict[str, bool]:
    """Which of the files that show the article tell of its section."""
    names = [f"{ARTICLE}/index.html", "search/index.html", "search/index.json", "feeds/all.atom.xml"]
    files = {name: project.output / name for name in names}
    return {
        name: "zanzibar" in file.read_text(encoding="utf-8").lower() for name, file in files.items() if file.exists()
    }


def pictures(project: Project) -> list[str]:
    """The pictures that are published beside those of the real site."""
    return sorted(path.name for path in (project.output / "images").glob("*") if "zanzibar" in path.name)


def test_in_development_a_section_that_is_a_draft_is_shown_on_its_page_alone_and_marked(section: Project) -> None:
    built(section)
    assert [name for name, tells in told(section).items() if tells] == [f"{ARTICLE}/index.html"]
    assert pictures(section)
    html = (section.output / ARTICLE / "index.html").read_text(encoding="utf-8")
    mark = "<mark>A draft: the published article leaves this section out.</mark>"
    assert html.count(mark) == 1
    assert html.index('<h2 id="zanzibar">') < html.index(mark)


@pytest.mark.parametrize("arguments", [["--production"], ["--production", "--drafts"]], ids=["alone", "with drafts"])
def test_in_production_it_is_absent_with_its_pictures(section: Project, arguments: list[str]) -> None:
    built(section, *arguments)
    assert not any(told(section).values())
    assert pictures(section) == []


def test_in_production_it_is_there_once_it_is_published(section: Project) -> None:
    section.write(f"content/{ARTICLE}/7-zanzibar.md", SECTION.format("published"))
    built(section, "--production")
    assert all(told(section).values())
    assert pictures(section)


def test_a_published_page_may_not_lead_to_a_draft_and_a_draft_may(section: Project) -> None:
    section.page("content/open.md", f"[there]({{filename}}/{ARTICLE}/7-zanzibar.md)\n[here]({{filename}}/closed.md)")
    section.page("content/closed.md", f"[there]({{filename}}/{ARTICLE}/7-zanzibar.md)", Status="draft")
    todo = "publish that page, or remove the link"
    assert complaints(section, "--production") == [
        f'content/open.md:5:9: the link "{{filename}}/{ARTICLE}/7-zanzibar.md" leads to a draft; {todo}',
        f'content/open.md:6:8: the link "{{filename}}/closed.md" leads to a draft; {todo}',
    ]


def test_a_section_of_a_draft_may_lead_to_a_draft(project: Project) -> None:
    project.page("content/articles/new/index.md", Status="draft", Date="2026-01-01")
    project.write("content/articles/new/1-one.md", "---\nTitle: One\n---\n[on]({filename}/closed.md)\n")
    project.page("content/closed.md", Status="draft")
    built(project, "--production")


def test_no_trail_leads_over_a_draft(project: Project) -> None:
    project.page("content/people/index.md", Title="Zanzibar", Status="draft")
    project.page("content/people/ann.md")
    built(project, "--production")
    assert "Zanzibar" not in (project.output / "people/ann/index.html").read_text(encoding="utf-8")


def test_a_page_that_every_site_has_cannot_be_a_draft(project: Project) -> None:
    project.replace("content/404.md", "Status: hidden", "Status: draft")
    project.replace("content/index.md", "---\n", "---\nstatus: draft\n")
    todo = "this page cannot be a draft: every site has it; remove this line"
    assert complaints(project) == [
        f"{place(project, 'content/404.md', 'Status')}: {todo}",
        f"content/index.md:2:1: {todo}",
    ]
