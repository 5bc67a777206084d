"""An article is a folder, and its sections are files that stand in it in their order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from plugins.sections import FILE_NAME
from tests.plugins.complaints import built, complaints

if TYPE_CHECKING:
    from tests.conftest import Project

FOLDER = "content/articles/rest"
NAMING = "name it by its place and title: 1-understanding-….md, beside index.md"
BEHIND = "change the words behind the number in this file's name"
SECOND = "give one of the two another wording"


def section(project: Project, name: str, body: str = "Words.", title: str = "A part") -> None:
    """Write a section of the article."""
    project.page(f"{FOLDER}/{name}", body, Title=title, Description="")


@pytest.fixture
def article(project: Project) -> Project:
    """A project with one more article, still without sections."""
    project.page(f"{FOLDER}/index.md", "The opening.", Title="Rest", Date="2026-01-01")
    return project


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("1-why.md", True),
        ("10-why-not-2.md", True),
        ("why.md", False),
        ("1-Why.md", False),
        ("1_why.md", False),
        ("-why.md", False),
        ("1-why.txt", False),
    ],
)
def test_a_section_is_named_by_its_place_and_title(name: str, fits: bool) -> None:
    assert bool(FILE_NAME.fullmatch(name)) is fits


def test_sections_stand_in_the_order_of_their_numbers_with_anchors_from_their_names(article: Project) -> None:
    section(article, "10-last.md", title="Later & last")
    section(article, "9-first.md", "### Why?\n\nBecause.", title="First")
    article.write(f"{FOLDER}/picture.txt", "no section")
    html = (built(article).output / "articles" / "rest" / "index.html").read_text(encoding="utf-8")
    main = html[html.index("<main") : html.index("</main>")].replace("&nbsp;", " ")
    assert re.findall(r'<h([1-4])(?: id="([^"]*)")?>(.*?)</h', main)[:4] == [
        ("1", "", "Rest"),
        ("2", "first", "First"),
        ("3", "why", "Why?"),
        ("2", "last", "Later &amp; last"),
    ]
    ways = re.findall(r'<a href="#(first|last)">([^<]*)</a>', main)
    assert ways[:2] == [("first", "First"), ("last", "Later &amp; last")], "the contents lead to both"
    assert ways[2:] == [("last", "Next: Later &amp; last"), ("first", "Back: First")], "and each section to the other"


def test_the_feed_sees_the_whole_article(article: Project) -> None:
    section(article, "1-one.md", "See [the services]({filename}/services/index.md), *really*.", title="One")
    section(article, "2-two.md", "[Back](#one) at the very end.", title="Two")
    feed = (built(article, "--production").output / "feeds" / "all.atom.xml").read_text(encoding="utf-8")
    (entry,) = [entry for entry in re.findall("<entry>.*?</entry>", feed, re.DOTALL) if "/articles/rest/" in entry]
    text = re.sub(r"&lt;.*?&gt;", "", entry)
    for words in ("The opening.", "One", "See the services, really.", "Two", "Back at the very end."):
        assert words in text.replace("&amp;nbsp;", " ")
    assert re.search(r'href="https://[^"]+/services/"', entry), "addresses in a feed are whole"
    assert re.search(r'href="https://[^"]+/articles/rest/#one"', entry), "and lead to the article's page"


def test_footnotes_of_two_sections_lead_to_their_own(article: Project) -> None:
    section(article, "1-one.md", "A word.[^a]\n\n[^a]: The first note.", title="One")
    section(article, "2-two.md", "A word.[^a]\n\n[^a]: The second note.", title="Two")
    html = (built(article).output / "articles" / "rest" / "index.html").read_text(encoding="utf-8")
    notes = re.findall(r'<li id="(fn:[^"]*)">', html)
    assert len(set(notes)) == 2
    assert [f'href="#{note}"' in html for note in notes] == [True, True]


def test_changing_a_section_changes_its_article(article: Project) -> None:
    page = article.output / "articles" / "rest" / "index.html"
    section(article, "1-one.md", "Before.")
    assert "Before." in built(article).output.joinpath("articles/rest/index.html").read_text(encoding="utf-8")
    section(article, "1-one.md", "After it.")
    built(article)
    html = page.read_text(encoding="utf-8").replace("&nbsp;", " ")
    assert "After it." in html
    assert "Before." not in html


def test_files_that_are_no_section_are_told(article: Project) -> None:
    article.write("content/articles/lonely.md", "")
    article.write("content/articles/lost/1-one.md", "")
    for name in ("notes.md", "deeper/1-one.md", "1-One.md", "one-1.md"):
        article.write(f"{FOLDER}/{name}", "")
    assert complaints(article) == [
        "content/articles/lonely.md:1:1: an article is a folder; move this file to articles/lonely/index.md",
        "content/articles/lost/1-one.md:1:1: this section has no article; "
        "add index.md, the article's opening, beside it",
        f"{FOLDER}/1-One.md:1:1: this is not the name of a section; {NAMING}",
        f"{FOLDER}/deeper/1-one.md:1:1: this is not the name of a section; {NAMING}",
        f"{FOLDER}/notes.md:1:1: this is not the name of a section; {NAMING}",
        f"{FOLDER}/one-1.md:1:1: this is not the name of a section; {NAMING}",
    ]


def test_no_anchor_stands_twice_in_an_article(article: Project) -> None:
    article.page(f"{FOLDER}/index.md", "### Opening words", Title="Rest", Date="2026-01-01")
    section(article, "1-risks.md", "### Of sleep\n\n#### Deep")
    section(article, "2-benefits.md", "### Of sleep\n\n#### Deep\n\n### Opening words")
    section(article, "3-risks.md")
    section(article, "4-of-sleep.md")
    section(article, "4-sleep.md")
    assert complaints(article) == [
        f'{FOLDER}/2-benefits.md:1:1: the heading "#deep" stands in 1-risks.md too; {SECOND}',
        f'{FOLDER}/2-benefits.md:1:1: the heading "#of-sleep" stands in 1-risks.md too; {SECOND}',
        f'{FOLDER}/2-benefits.md:1:1: the heading "#opening-words" stands in index.md too; {SECOND}',
        f'{FOLDER}/3-risks.md:1:1: the heading "#risks" stands in 1-risks.md too; {BEHIND}, 3-risks.md',
        f'{FOLDER}/4-of-sleep.md:1:1: the heading "#of-sleep" stands in 2-benefits.md too; {BEHIND}, 4-of-sleep.md',
        f"{FOLDER}/4-sleep.md:1:1: warning: 4-of-sleep.md has the number of this section, "
        "so only their names say which comes first; give each section a number of its own",
    ]
