"""Each of these questions finds its part of the site among the first three results, and a crisis its lines first."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.conftest import Project
from tests.site.pages import listed, serving
from tests.site.searching import Questions, card, misses, open_dialog

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page


def questions(name: str) -> dict[str, Questions]:
    """The questions of a file beside this one, by their kind."""
    return tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))


QUESTIONS, UNSEEN = questions("relevance.toml"), questions("unseen.toml")["unseen"]
FIRST = 3
IN_DANGER = [
    "suicide",
    "988",
    "Suicidal thoughts",
    "i want to kill myself",
    "how can I end it",
    "want to die",
    "overdose on pills",
    "self-harm",
    "I don't want to live",
    "sucide",
    "suiside",
    "suicidle",
    "overdoze",
    "kil myself",
    "suici",
]
NOT_IN_DANGER = ["nerve pain", "spravato", "side effects", "how does it end", "will it kill pain", "over the counter"]


Search = tuple["Page", "Locator"]


@pytest.fixture(scope="session")
def sharded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built as if it were too large for one file."""
    project = Project(tmp_path_factory.mktemp("sharded") / "project")
    project.replace("plugins/models/search_shards.py", "WHOLE, SHARD = 38_000, 14_000", "WHOLE, SHARD = 0, 4_000")
    outcome = project.build("--production")
    assert outcome.code == 0, outcome.text
    assert len([*project.output.glob("search/*-text.json")]) > 10
    return project.output


@pytest.fixture(scope="module", params=["one file", "shards"])
def search(request: pytest.FixtureRequest, chromium: Browser, site: Path, sharded: Path) -> Iterator[Search]:
    """The dialog, opened on a page of a small site and of one with many shards."""
    context = chromium.new_context()
    with serving(site if request.param == "one file" else sharded) as address:
        page = context.new_page()
        page.goto(f"{address}/about/")
        yield page, open_dialog(page)
        context.close()


def test_there_are_enough_questions() -> None:
    assert sum(map(len, QUESTIONS.values())) >= 60
    assert len(UNSEEN) >= 40


@pytest.mark.parametrize("kind", QUESTIONS)
def test_every_question_finds_its_part_of_the_site(search: Search, kind: str) -> None:
    found = misses(*search, QUESTIONS[kind], FIRST)

    assert not found, listed(found)


def test_two_of_three_questions_that_nothing_was_tuned_for_find_their_part(search: Search) -> None:
    found = misses(*search, UNSEEN, FIRST, patience=300)

    assert len(found) <= len(UNSEEN) / 3, listed(found)


def test_a_question_that_misses_its_part_is_told(search: Search) -> None:
    (found,) = misses(*search, {"wheelchair": "/location/#getting-in", "spravato": "/about/"}, FIRST)

    assert found.startswith("'spravato' does not find /about/ but /articles/")


@pytest.mark.parametrize("query", IN_DANGER)
def test_words_of_a_crisis_put_its_lines_before_everything(search: Search, query: str) -> None:
    page, dialog = search
    dialog.get_by_role("textbox").fill(query)

    expect(card(dialog).get_by_role("link", name="Call 988")).to_be_visible()
    order = "(card) => Boolean(card.compareDocumentPosition(document.querySelector('[data-part=results]')) & 4)"
    assert card(dialog).evaluate(order)
    assert page.locator("[id=crisis]").count() == 1


@pytest.mark.parametrize("query", NOT_IN_DANGER)
def test_other_words_do_not(search: Search, query: str) -> None:
    _, dialog = search
    dialog.get_by_role("textbox").fill("suicide")
    expect(card(dialog)).to_be_visible()
    dialog.get_by_role("textbox").fill(query)

    expect(card(dialog)).to_have_count(0)
