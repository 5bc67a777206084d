"""A path is an address, it picks the template, and no two files share one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pelican.contents import Page
from pelican.plugins import signals
from pelican.settings import DEFAULT_CONFIG

from plugins.addresses import place, template_for
from tests.plugins.complaints import built, complaints

if TYPE_CHECKING:
    from tests.conftest import Project

TEMPLATES = {"base", "page", "index", "location", "article", "articles", "service", "services", "404"}


@pytest.mark.parametrize(
    ("slug", "template"),
    [
        ("index", "index"),
        ("location", "location"),
        ("about", "page"),
        ("404", "404"),
        ("services", "services"),
        ("services/depression", "service"),
        ("articles", "articles"),
        ("articles/are-you-a-candidate", "article"),
        ("people/ann", "page"),
        ("services/location", "service"),
        ("services/deeper/sleep", "page"),
    ],
)
def test_a_path_picks_its_template(slug: str, template: str) -> None:
    assert template_for(slug, TEMPLATES) == template


def test_a_page_keeps_the_address_that_it_has_when_it_is_read() -> None:
    settings = {**DEFAULT_CONFIG, "TEMPLATES": TEMPLATES}
    with signals.content_object_init.muted():
        pages = {
            name: Page("", {"title": "A", "slug": "a", **own}, settings=settings, source_path=f"{name}.md")
            for name, own in {
                "plain": {},
                "draft": {"status": "draft"},
                "fixed": {"url": "", "save_as": "x.html"},
            }.items()
        }
    before = {name: (page.url, page.save_as) for name, page in pages.items()}
    for page in pages.values():
        place(page)
        page.slug = "b"

    assert {name: (page.url, page.save_as) for name, page in pages.items()} == before


def test_a_kind_with_a_contract_does_not_fall_back_to_a_plain_page() -> None:
    assert template_for("services/depression", {"page"}) == "service"


@pytest.mark.parametrize("production", [False, True], ids=["development", "production"])
def test_a_path_is_an_address_that_ends_in_a_slash(project: Project, production: bool) -> None:
    project.replace("data/clinic.toml", '\nurl = "', '\nurl = "https://nova.health/clinic" # "')
    project.page("content/people/ann.md", "[Home]({filename}/index.md)")
    built(project, *["--production"] * production)
    page = (project.output / "people" / "ann" / "index.html").read_text(encoding="utf-8")
    canonical = "https://nova.health/clinic/people/ann/" if production else "/people/ann/"
    assert f'<link rel="canonical" href="{canonical}">' in page
    assert f'<a href="{"/clinic/" if production else "/"}">Home</a>' in page


def test_two_files_at_one_address_are_refused(project: Project) -> None:
    project.page("content/services.md", "[A list]({static}/people/index.html)")
    project.page("content/people.md")
    project.write("content/people/index.html", "A page saved as a file")
    project.write("theme/static/about/index.html", "A page that the theme brings")
    mend = "rename or remove one of the two"
    assert complaints(project) == [
        f"content/about.md:1:1: its address, /about/, is that of theme/static/about/index.html too; {mend}",
        f"content/people/index.html:1:1: its address, /people/index.html, is that of content/people.md too; {mend}",
        f"content/services/index.md:1:1: its address, /services/, is that of content/services.md too; {mend}",
    ]


def test_a_template_that_the_theme_lacks_is_told_for_each_page(project: Project) -> None:
    (project.path / "theme" / "templates" / "service.html").unlink()
    services = sorted((project.path / "content" / "services").glob("*.md"))
    assert complaints(project) == [
        f'content/services/{page.name}:1:1: the theme has no template "service.html"; add it to theme/templates/'
        for page in services
        if page.name != "index.md"
    ]
