"""How hard the site is to read is printed as an editor likes to read it, hardest first, and as JSON."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from plugins.faults import BuildRefused
from tests.conftest import write_files
from tests.tools.check.words import GLOSSARY, markdown
from tools.check.project import read_project
from tools.check.reading import Reading, read
from tools.check.reading_report import WIDTH, print_report

if TYPE_CHECKING:
    from pathlib import Path

EASY = "---\nTitle: Parking\n---\n\nYou can park here. It is free. The gate is shut at ten.\n"
HARD = """---
Title: "Preparation for a comprehensive consultation"
---

Comprehensive preparation necessitates documentation of medication, dissociation and hospitalization.

Bring a list of all that you take, with the dose of each and the time of day, and bring the name of the person who
prescribed it for you.
"""
GOLDEN = """\
How hard our words are to read
Grade: the US school year that reads it with ease. The aim is 8, the limit 10.
Passive: sentences such as “it is given”. Terms: of the glossary, unexplained.

Page or section                   Grade               Longest  Passive  Terms
Preparation for a comprehensive…  ███████████· 11.1  30 words       0%      1
Parking                           ············ -2.1   6 words      33%      -

The whole site: grade 5.7, 2.3 below the aim of 8
2 texts, 52 words, 20% of the sentences passive

Split these first

content/hard.md:7
  “Bring a list of all that you take, with the dose of each and the time of day,
  and bring the name of the person who prescribed it for you.” (30 words)
"""


class Terminal(io.StringIO):
    """What takes a person's eyes for its reader."""

    def isatty(self) -> bool:
        """Say yes."""
        return True


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read([markdown(EASY, "content/easy.md"), markdown(HARD, "content/hard.md")], GLOSSARY)


def printed(reading: Reading, form: str = "text", stream: io.StringIO | None = None) -> str:
    stream = stream or io.StringIO()
    print_report(reading, form, stream)
    return stream.getvalue().replace("/somewhere/", "")


def test_the_page_is_as_an_editor_sees_it(reading: Reading) -> None:
    text = printed(reading)

    assert text == GOLDEN
    assert max(map(len, text.splitlines())) <= WIDTH


def test_colors_are_for_terminals(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    colored = printed(reading, stream=Terminal())

    assert "\x1b[31m███████████·\x1b[0m" in colored
    assert "\x1b[32m············\x1b[0m" in colored
    monkeypatch.setenv("NO_COLOR", "1")
    assert printed(reading, stream=Terminal()) == GOLDEN


def test_where_no_sentence_is_long_it_says_so() -> None:
    assert printed(read([markdown(EASY)], GLOSSARY)).endswith("\n\nNo sentence has more than 20 words.\n")


def test_json_tells_the_same(reading: Reading) -> None:
    told = json.loads(printed(reading, "json"))

    assert (told["aim"], told["limit"], told["grade"]) == (8, 10, reading.grade)
    assert [(text["path"], text["longest"], text["unexplained"]) for text in told["texts"]] == [
        ("content/hard.md", 30, 1),
        ("content/easy.md", 6, 0),
    ]
    assert [(quote["path"], quote["line"], quote["words"]) for quote in told["split_first"]] == [
        ("content/hard.md", 7, 30)
    ]


def test_a_site_without_words_cannot_be_measured() -> None:
    with pytest.raises(ValueError, match="no sentence"):
        read([markdown("# ")], GLOSSARY)


def test_the_whole_project_is_read() -> None:
    reading = read_project()

    assert len(reading.texts) > 20
    assert {text.unexplained for text in reading.texts} == {0}
    assert [text.path for text in reading.texts if text.grade > 8] == []
    assert reading.texts[0].grade > reading.grade > reading.texts[-1].grade


def test_a_glossary_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(BuildRefused, match='there is no "nmes"'):
        read_project(write_files(tmp_path, {"data/glossary.toml": "nmes = []", "content/a.md": EASY}))
