"""Every kind of page says what its front matter must tell."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from plugins.contract import KINDS, Article, FrontMatter, Service, kind_of
from plugins.models.days import today
from tests.plugins.complaints import complaints

if TYPE_CHECKING:
    from tests.conftest import Project

REVIEW = 'write the day of the review by a clinician, such as 2026-03-31, or "not yet"'
PAST_DAY = "such as 2026-03-31, not later than today"
PAST = f'write the day of publication, {PAST_DAY} ("Status: draft" is for a page that is to wait)'
CHANGE = f"write the day of the last change, {PAST_DAY}, or leave it out"
SENTENCES = "one or two sentences of 50 to 160 characters, which lists and search engines show"
DESCRIPTION = f"write {SENTENCES}"
CONDITION = 'a condition from data/evidence.toml, such as depression, or, in a draft, "not yet"'
A_DAY = str(int(datetime.datetime(2026, 12, 1, tzinfo=datetime.UTC).timestamp()))


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("index.md", "page"),
        ("about.md", "page"),
        ("articles/index.md", "page"),
        ("services/index.md", "page"),
        ("services/depression.md", "service"),
        ("articles/a/index.md", "article"),
        ("articles/a/1-what-it-is.md", "section"),
        ("people/ann.md", "page"),
        ("services/deeper/sleep.md", "page"),
        ("sections/x.md", "section"),
    ],
)
def test_a_path_names_the_kind_of_its_page(path: str, kind: str) -> None:
    assert kind_of(path) == kind


@pytest.mark.parametrize("model", KINDS.values(), ids=KINDS)
def test_every_field_says_what_to_write_in_it(model: type[FrontMatter]) -> None:
    assert [name for name, field in model.model_fields.items() if not field.description] == []


def test_the_day_of_the_build_can_be_fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", A_DAY)
    assert today() == datetime.date(2026, 12, 1)
    fields = {"Title": "A", "Description": "d" * 50}
    assert Article.model_validate(fields | {"Date": datetime.date(2026, 12, 1)}).date == today()
    with pytest.raises(ValidationError):
        Article.model_validate(fields | {"Date": datetime.date(2026, 12, 2)})


def test_all_that_is_wrong_with_terrible_pages_is_told(project: Project) -> None:
    project.page(
        Titel="A terrible page",
        Title="",
        Description="d" * 161,
        Menu="sidebar",
        Menu_title="A name that no menu has room for",
        Order="first",
        Status="Draft",
        Reviewed="soon",
        Colour="red",
    )
    project.page("content/services/terrible.md", Title="T" * 71, Description="")
    project.page("content/articles/a/index.md", Date="March 2024", Modified="20241122", Conditions="depression")
    project.page("content/articles/b/index.md", Date="2026-12-02", Modified="2026-12-02 10:00:00")
    project.page("content/articles/c/index.md", Title='""', Date="2026-02-30", Description="~")
    project.page("content/articles/c/1-part.md", Reviewed="2026-12-02", Description="")
    page = "content/new.md"
    fields = "Title, Description, Menu, Menu_title, Order, Status, Reviewed, Reviewer, Next_review, Modified"
    assert complaints(project, SOURCE_DATE_EPOCH=A_DAY) == [
        f"content/articles/a/index.md:4:1: \"Date\" is 'March 2024'; {PAST}",
        f"content/articles/a/index.md:5:1: \"Modified\" is '20241122'; {CHANGE}",
        "content/articles/a/index.md:6:1: \"Conditions\" is 'depression'; "
        "write a list of conditions from data/evidence.toml, such as [depression, ptsd]",
        f'content/articles/b/index.md:4:1: "Date" is 2026-12-02, which is yet to come; {PAST}',
        f'content/articles/b/index.md:5:1: "Modified" is 2026-12-02, which is yet to come; {CHANGE}',
        f'content/articles/c/1-part.md:3:1: "Reviewed" is 2026-12-02, which is yet to come; {REVIEW}, or leave it out',
        'content/articles/c/index.md:2:1: "Title" is empty; write the page\'s heading, at most 70 characters',
        f'content/articles/c/index.md:3:1: "Description" is empty; {DESCRIPTION}',
        f'content/articles/c/index.md:4:1: "Date" is 2026-02-30, and there is no such day; {PAST}',
        f'{page}:1:1: "Title" is missing; add Title: …: the page\'s heading, at most 70 characters',
        f'{page}:2:1: "Description" has 161 characters; {DESCRIPTION}',
        f'{page}:3:1: there is no "Titel"; did you mean "Title"?',
        f'{page}:4:1: "Menu" is \'sidebar\'; write "header" or "footer", the menu that leads here, or leave it out',
        f'{page}:5:1: "Menu_title" has 32 characters; write a short name for menus, at most 24 characters',
        f"{page}:6:1: \"Order\" is 'first'; write a whole number: the place in the menu or list",
        f'{page}:7:1: "Status" is \'Draft\'; write "published", "draft" (only the preview shows it) '
        'or "hidden" (published, but listed nowhere)',
        f"{page}:8:1: \"Reviewed\" is 'soon'; {REVIEW}, or leave it out",
        f'{page}:9:1: there is no "Colour"; the names known here are {fields}',
        f'content/services/terrible.md:1:1: "Condition" is missing; add Condition: …: {CONDITION}',
        f'content/services/terrible.md:1:1: "Description" is missing; add Description: …: {SENTENCES}',
        'content/services/terrible.md:1:1: "Reviewed" is missing; '
        'add Reviewed: …: the day of the review by a clinician, such as 2026-03-31, or "not yet"',
        'content/services/terrible.md:2:1: "Title" has 71 characters; write the page\'s heading, at most 70 characters',
    ]


def test_only_a_draft_may_have_no_condition_yet() -> None:
    fields = {"Title": "A", "Description": "d" * 50, "Condition": "not yet", "Reviewed": "not yet"}
    assert Service.model_validate(fields | {"Status": "draft"}).condition == "not yet"
    with pytest.raises(ValidationError, match="only a draft"):
        Service.model_validate(fields)


def test_every_page_of_the_real_site_meets_its_contract(site: Path) -> None:
    content = Path(__file__).parents[2] / "content"
    pages = [path.relative_to(content) for path in content.rglob("*.md")]
    assert {kind_of(page.as_posix()) for page in pages} == set(KINDS)
    assert (site / "index.html").exists(), "a build in which one page breaks its contract is refused"
