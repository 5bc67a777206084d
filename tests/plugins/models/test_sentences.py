"""A sentence is found as a reader reads it, with its sources, and leads back to its place in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.faults import Source
from plugins.models.sentences import Sentence, sentences, sentences_of_fact

PAGE = """---
Title: "Is it \u201csafe\u201d?"
Description: One. Two's here.
Condition: depression
---
## A heading {#id}

Dr. Lee gave **5 mg** to *one* person
[@a2020; @b2021]. See [our page]({filename}/x.md "Its title"). A third.
[@c2022]

- an item: [](clinic:name) is here
- another "quoted one. Still quoted" item

!!! warning "At home"
    Indented words. ==To be confirmed: what. And more==

/// fees
One visit | $5 | all
///

| A | B [@d2023] |
|---|---|

<!-- a comment. With words -->
![A chart. It rises.](/images/x.svg "Its caption [@e2024]")
"""


def read(text: str) -> list[Sentence]:
    """The sentences of a page."""
    return sentences(Source(Path("x.md"), text))


def test_a_page_falls_into_its_sentences() -> None:
    assert [(each.text, sorted(each.keys), each.kind) for each in read(PAGE)] == [
        ('Is it "safe"?', [], "text"),
        ("One.", [], "text"),
        ("Two's here.", [], "text"),
        ("A heading", [], "text"),
        ("Dr. Lee gave 5 mg to one person.", ["a2020", "b2021"], "text"),
        ("See our page Its title.", [], "text"),
        ("A third.", ["c2022"], "text"),
        ("an item: is here", [], "text"),
        ('another "quoted one.', [], "text"),
        ('Still quoted" item', [], "text"),
        ("At home", [], "warning"),
        ("Indented words.", [], "text"),
        ("One visit $5 all", [], "fees"),
        ("A B", ["d2023"], "text"),
        ("A chart.", [], "picture"),
        ("It rises.", [], "picture"),
        ("Its caption", ["e2024"], "picture"),
    ]


@pytest.mark.parametrize("word", ["heading", "Lee", "5 mg", "person", "title", "third", "Still", "Indented", "rises"])
def test_each_word_leads_to_its_place(word: str) -> None:
    (place,) = {each.place(each.text.index(word)) for each in read(PAGE) if word in each.text}
    assert PAGE.startswith(word, place)


def test_a_quotation_over_two_sentences_is_known_in_both() -> None:
    first, second = [each for each in read(PAGE) if "uoted" in each.text]
    assert first.text[slice(*first.quoted[0])] == '"quoted one.'
    assert second.text[slice(*second.quoted[0])] == 'Still quoted"'


def test_a_fact_rests_on_the_works_that_are_named_for_it() -> None:
    assert sentences_of_fact("Two small trials disagree.", frozenset({"a2020"}))[0].keys == {"a2020"}
