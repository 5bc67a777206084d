"""The measure of plain language is itself measured on words and sentences that are known."""

from __future__ import annotations

import pytest

from tests.content.plain_language import grade, sentences, syllables

KNOWN = {
    1: "the help phone years made used looked through quite cause dose 40 times tells risks voice lives rates it's",
    2: "people pages needed little started doses nurses never table quiet being spinal causes houses social patient",
    3: "ketamine medicine hospital approval pregnancy prescription depression conditions clinician's",
    4: "information dissociate intravenous",
    5: "association university alexandria",
}
WORDS = [pytest.param(word, count, id=word) for count, line in KNOWN.items() for word in line.split()]


@pytest.mark.parametrize(("word", "count"), WORDS)
def test_syllables_of_known_words(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_page_is_read_as_its_reader_sees_it() -> None:
    page = """---
Title: Not a sentence.
---
Call [us](clinic:call) now [@a2020; @b2021]. Is **2.5 mg** right? See
the next line.

!!! note "A callout"
    Its body counts.

## A heading.

- one item
- another item: it goes on
"""

    assert sentences(page) == [
        "Call us now.",
        "Is 25 mg right?",
        "See the next line.",
        "Its body counts.",
        "one item",
        "another item: it goes on",
    ]


def test_the_grade_is_flesch_and_kincaids() -> None:
    assert grade("The cat sat on the mat.") == pytest.approx(0.39 * 6 + 11.8 * 1 - 15.59)
    assert grade("The cat sat. The people never looked there.") == pytest.approx(0.39 * 4 + 11.8 * 10 / 8 - 15.59)
    hard = "Administration of intravenous anesthetic medication necessitates comprehensive evaluation."
    assert grade(hard) > 20
