"""A new page is a draft that builds, whatever its title, and takes the place of nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pytest

from plugins.contract import KINDS
from tests.conftest import Project
from tests.plugins.complaints import built
from tools.new.names import NothingWritten
from tools.new.page import new, preview_address
from tools.new.start import start

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = "are-you-a-candidate-for-ketamine-therapy"
TITLES = {
    "Sleep": "sleep",
    "Café & Crème brûlée": "cafe-creme-brulee",
    "10:30": "10-30",
    "No": "no",
    "null": "null",
    "It's said: “what's new?”": "its-said-whats-new",
    'She said "yes"\\': "she-said-yes",
    "#1 question": "1-question",
    "[Draft] one": "draft-one",
    "- a dash": "a-dash",
    "<b>bold</b> {{ fact }} {filename}": "b-bold-b-fact-filename",
    "==mark== [@key] *this*": "mark-key-this",
    "  much \t space \n": "much-space",
    "@home 🙂": "home",
    "北京": "bei-jing",
    "2026-02-30": "2026-02-30",
    "Xy" * 35: "xy" * 30,
    f"{'word ' * 13}end": "word-word-word-word-word-word-word-word-word-word-word-word",
}


class Begun(NamedTuple):
    """A project with a page of each kind for each title, and the files by kind and title."""

    project: Project
    files: dict[tuple[str, str], Path]


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Begun:
    project = Project(tmp_path_factory.mktemp("begun") / "project")
    return Begun(project, {(kind, t): new(kind, t, project.path, article=ARTICLE) for t in TITLES for kind in KINDS})


@pytest.mark.parametrize("arguments", [[], ["--production"], ["--production", "--drafts"]], ids=" ".join)
def test_every_new_page_builds_and_stands_at_the_address_that_is_told(begun: Begun, arguments: list[str]) -> None:
    project, files = begun
    built(project, *arguments)
    for (kind, title), path in files.items():
        address, _, anchor = preview_address(path, project.path).removeprefix("http://localhost:8000/").partition("#")
        page = project.output / address / "index.html"
        drafts = not arguments or "--drafts" in arguments
        assert page.exists() is (drafts or kind == "section"), (kind, title)
        if anchor:
            assert (f'<h2 id="{anchor}">' in page.read_text(encoding="utf-8")) is (not arguments)


def test_files_and_addresses_are_named_as_the_site_names_them(begun: Begun) -> None:
    project, files = begun
    content = project.path / "content"
    for number, (title, name) in enumerate(TITLES.items(), 7):
        names = {kind: files[kind, title].relative_to(content).as_posix() for kind in KINDS}
        assert names == {
            "article": f"articles/{name}/index.md",
            "section": f"articles/{ARTICLE}/{number}-{name}.md",
            "service": f"services/{name}.md",
            "page": f"{name}.md",
        }
        assert (content / f"articles/{name}/1-to-be-named.md").exists()


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_the_contract_is_explained(kind: str) -> None:
    front = start(kind, "Sleep", ["depression", "ptsd"], ["ann", "pat"]).split("\n---\n")[0]
    for field in KINDS[kind].model_fields.values():
        assert f"# {field.alias}: {field.description}" in front
        assert len(re.findall(rf"^#?{field.alias}: \S", front, re.MULTILINE)) == 1
    assert re.findall("^Status: .*", front, re.MULTILINE) == ["Status: draft"]
    assert ("(known: depression, ptsd)" in front) is (kind != "page")
    assert "(known: ann, pat)\n#Reviewer: reviewer" in front


def test_what_is_switched_off_can_be_switched_on(project: Project) -> None:
    for kind in KINDS:
        path = new(kind, f"Switched {kind}", project.path, article=ARTICLE)
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub("^#(?=[A-Z])", "", text, flags=re.MULTILINE), encoding="utf-8")
    built(project)


def test_nothing_is_written_over(project: Project) -> None:
    path = new("page", "Parking", project.path)
    path.write_text("mine", encoding="utf-8")
    todo = "this page is there already; write there, or choose another title"
    with pytest.raises(NothingWritten, match=re.escape(f"{path}:1:1: {todo}")):
        new("page", "Parking!", project.path)
    with pytest.raises(NothingWritten, match=r"content/services/ptsd\.md:1:1: this page is there already"):
        new("service", "PTSD", project.path)
    with pytest.raises(NothingWritten, match="this page is there already"):
        new("article", "Are you a candidate for ketamine therapy?", project.path)
    assert path.read_text(encoding="utf-8") == "mine"


def test_a_section_goes_into_the_article_that_is_meant(project: Project) -> None:
    content = project.path / "content"
    first = new("section", "What follows", project.path)
    assert first == content / f"articles/{ARTICLE}/7-what-follows.md"
    assert preview_address(first, project.path) == f"http://localhost:8000/articles/{ARTICLE}/#what-follows"

    new("article", "Rest", project.path)
    begun = new("section", "What follows", project.path)
    assert begun == content / "articles/rest/2-what-follows.md", "the only draft"
    assert preview_address(begun, project.path) == "http://localhost:8000/drafts/articles/rest/#what-follows"

    new("article", "Calm", project.path)
    with pytest.raises(NothingWritten, match=f"add --article and one of {ARTICLE}, calm, rest"):
        new("section", "Why", project.path)
    assert new("section", "Why", project.path, article="content/articles/calm/") == content / "articles/calm/2-why.md"
    with pytest.raises(NothingWritten, match='there is no article "clam"; did you mean "calm"'):
        new("section", "How", project.path, article="clam")


@pytest.mark.parametrize(
    ("kind", "title", "message"),
    [
        ("servise", "Sleep", 'there is no kind of page called "servise"; did you mean "service"?'),
        ("post", "Sleep", 'there is no kind of page called "post"; the kinds are article, section, service, page'),
        ("page", " \n", 'there is no title; write it in quotation marks: invoke new page "Parking"'),
        ("page", "… !? 🙂", 'the title "… !? 🙂" makes no address; use letters or figures in it'),
        ("page", "x" * 71, "the title has 71 characters; write one of at most 70"),
        ("page", "bad \x07 bell", "the title has a character that cannot be shown; type the title anew"),
        ("page", "bad \udce9 byte", "the title has a character that cannot be shown; type the title anew"),
        ("page", "Call 703-684-1234", 'a telephone number, "703-684-1234", is typed here; leave it out of the title'),
        *(
            (kind, "Index!", 'the site itself uses the name "index"; choose another title')
            for kind in ("page", "article")
        ),
        *(
            ("page", title, f'the site itself uses the name "{title.lower()}"; choose another title')
            for title in ("404", "Search", "Drafts", "Images", "Article", "Base", "Con")
        ),
        ("section", "Main", f'"#main" stands on the page of {ARTICLE} already; choose another title'),
        ("section", "Parting words", f'"#parting-words" stands on the page of {ARTICLE} already; choose another title'),
        ("section", "History", f'"#history" stands on the page of {ARTICLE} already; choose another title'),
    ],
)
def test_what_cannot_be_begun_is_told_and_nothing_is_written(
    project: Project, kind: str, title: str, message: str
) -> None:
    before = sorted(project.path.rglob("*"))
    with pytest.raises(NothingWritten) as told:
        new(kind, title, project.path)
    assert str(told.value) == message
    assert sorted(project.path.rglob("*")) == before
