"""The menus, the services and the way back are computed from what the pages say."""

from __future__ import annotations

import re

import pytest

from tests.conftest import Project
from tests.plugins.complaints import built


def part(html: str, tag: str) -> list[tuple[str, str]]:
    """The links in one part of a page: where they lead, and their words."""
    inside = re.search(rf"<{tag}\b.*?</{tag}>", html, re.DOTALL)
    assert inside, f"no <{tag}>"
    return re.findall(r'<a [^>]*?href="([^"]*)"[^>]*>([^<]+)</a>', inside[0])


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A built project with pages in both menus, in folders, and of every status; no test changes it."""
    project = Project(tmp_path_factory.mktemp("pages") / "project")
    project.page("content/z.md", Title="Second", Menu="header", Order="-1")
    project.page("content/y.md", Title="The very first", Menu="header", Menu_title="First", Order="-2")
    project.page("content/x.md", Title="Foot", Menu="footer", Order="-1")
    project.page("content/w.md", Title="Drafted", Menu="header", Status="draft")
    project.page("content/v.md", Title="Hidden", Menu="footer", Status="hidden")
    project.page("content/services/b.md", Title="B", Condition="ptsd", Reviewed="not yet", Order="-1")
    project.page("content/services/a.md", Title="A", Condition="ptsd", Reviewed="not yet", Order="-1")
    project.page("content/services/c.md", Title="C", Condition="ptsd", Reviewed="not yet", Status="draft")
    project.page("content/articles/a/index.md", "Opening.", Title="Art", Date="2026-01-02", Modified="2026-02-03")
    return built(project)


def test_pages_name_their_menu_and_their_place_in_it(pages: Project) -> None:
    html = (pages.output / "services" / "a" / "index.html").read_text(encoding="utf-8")
    header, footer = part(html, "header"), part(html, "footer")
    menu = [link for link in header if link[0] in {"/y/", "/z/", "/about/"}]
    assert menu == [("/y/", "First"), ("/z/", "Second"), ("/about/", "About us")]
    assert ("/x/", "Foot") in footer
    assert not {"/drafts/w/", "/v/"} & {address for address, _ in header + footer}


def test_a_page_leads_back_home_by_its_folders(pages: Project) -> None:
    def trail(page: str) -> list[str]:
        html = (pages.output / page / "index.html").read_text(encoding="utf-8")
        trail = re.search(r'<nav class="breadcrumbs.*?</nav>', html, re.DOTALL)
        return re.findall(r'href="([^"]*)"', trail[0]) if trail else []

    assert trail("services/a") == ["/", "/services/"]
    assert trail("articles/a") == ["/", "/articles/"]
    assert trail("drafts/w") == ["/"]
    assert trail("x") == ["/"]
    assert trail("") == []


def test_the_list_of_services_has_each_published_one_in_order(pages: Project) -> None:
    html = (pages.output / "services" / "index.html").read_text(encoding="utf-8")
    listed = [address for address, _ in part(html, "main") if re.fullmatch(r"/services/[^/]+/", address)]
    assert listed[:2] == ["/services/a/", "/services/b/"]
    assert len(listed) == len(list((pages.path / "content" / "services").glob("*.md"))) - 2
    assert "/services/c/" not in html


def test_the_home_page_opens_with_its_first_paragraph_once(project: Project) -> None:
    project.page("content/index.md", "First *words*.\n\n## Next\n\nThe rest.", Title="Home")
    html = (built(project).output / "index.html").read_text(encoding="utf-8").replace("&nbsp;", " ")
    assert html.count("First <em>words</em>.") == 1
    assert html.index("First <em>") < html.index("The rest.")
    assert '<h2 id="next">Next</h2>' in html
