"""What is hard to read is told at its place, with what to do; the shipped pages give no such complaint."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plugins.faults import ROOT, Source
from tests.conftest import write_files
from tests.tools.check.words import markdown
from tools.check.plain_language import check_plain_language
from tools.check.project import markdown_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GLOSSARY = """names = ["ketamine"]

[[term]]
term = "dissociation"
definition = "A temporary perturbation of consciousness accompanying pharmacological intervention."

[[term]]
term = "electroconvulsive"
definition = "By a current."
"""
HARD = """---
Title: A terrible page
---
Administration of intravenous anesthetic medication necessitates comprehensive evaluation of cardiovascular
contraindications beforehand.

Individual suitability determinations consider psychological, neurological and pharmacological circumstances,
notwithstanding preferences.

We will see you as soon as we can, and then you can ask us what you like.
"""
LONG = """First [we](clinic:call) look at how you are, and then we look at what you take and at what you had before;
then we sit down with you and talk.

We look at how you are, and then we look at what you take and at what you had before, and then we sit down with
you and talk about it all for as long as you like.

- One. Two is it. Three is it. Four is it. Five is it.
"""
TERM = "Doctors use {} (brief) care for many illnesses.\n\n"


def told(data: Path, text: str) -> Iterator[str]:
    for fault in check_plain_language([markdown(text)], data):
        yield str(fault).removeprefix("/somewhere/").removeprefix(f"{data}/")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    plain = "A short while in which you feel cut off from yourself."
    start = GLOSSARY.index("A temporary")
    end = GLOSSARY.index('"', start)
    return write_files(tmp_path, {"glossary.toml": GLOSSARY[:start] + plain + GLOSSARY[end:]})


def test_a_hard_text_is_told_once_with_its_hardest_sentence(data: Path) -> None:
    assert list(told(data, HARD)) == [
        "content/page.md:4:1: this text reads at grade 21.7, and the limit is 10; use shorter words and shorter "
        'sentences, first in line 7: "Individual suitability determinations consider psychological, neurological …"',
    ]


def test_a_text_between_the_aim_and_the_limit_is_warned_of(data: Path) -> None:
    text = "Before the treatment, a nurse will measure your blood pressure and ask about any other medicine. " * 3
    (warning,) = told(data, text)

    assert warning.startswith("content/page.md:1:1: warning: this text reads at grade 9.1, and the aim is 8; ")


def test_few_words_are_not_graded(data: Path) -> None:
    assert list(told(data, "Administration necessitates comprehensive evaluation.")) == []


def test_long_sentences_and_paragraphs_are_told_where_they_begin(data: Path) -> None:
    assert list(told(data, LONG)) == [
        "content/page.md:1:1: warning: this sentence has 29 words, and the aim is at most 25; "
        'end it behind "you had before", where it has a semicolon',
        "content/page.md:4:1: this sentence has 38 words, and the limit is 30; "
        "split it in two, one thought each, or make it a list",
        "content/page.md:7:3: warning: this paragraph has 5 sentences, and the aim is at most 4; "
        'begin a new one, perhaps before "Four is it."',
    ]


def test_a_term_of_the_glossary_does_not_make_a_text_hard(data: Path) -> None:
    strange, known = ([*told(data, TERM.format(word) * 6)] for word in ("Electroconductive", "Electroconvulsive"))

    assert len(strange) == 1
    assert known == []


def test_a_hard_definition_is_told_at_its_line(tmp_path: Path) -> None:
    data = write_files(tmp_path, {"glossary.toml": GLOSSARY})

    (fault,) = told(data, "Words.")
    assert fault.startswith('glossary.toml:5:1: the definition of "dissociation" reads at grade ')


def test_an_unread_glossary_is_told_by_the_build_alone(tmp_path: Path) -> None:
    assert list(told(write_files(tmp_path, {"glossary.toml": "names = 3"}), HARD)) == []


def test_the_shipped_pages_are_plain() -> None:
    files = [Source.read(path) for path in markdown_files()]

    assert len(files) > 20
    assert [str(fault) for fault in check_plain_language(files, ROOT / "data")] == []
