"""A sentence is found as a reader reads it, with its kind and its sources, and leads back to its place in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.faults import Source
from plugins.models.sentences import Sentence, paragraphs, running, sentences, sentences_of_fact

PAGE = """---
Title: "Is it \u201csafe\u201d?"
Description: One. Two's here.
Condition: depression
---
## A heading {#id}

Dr. Lee gave **2.5 mg** to *one* person
[@a2020; @b2021]. See [our page]({filename}/x.md "Its title"). Call [us](clinic:call) now
{: .small }
or ask
those: nobody. A third.
[@c2022]

- an item: [](clinic:name) is here
- another "quoted one. Still quoted" item: it goes on
  on the next line
1. a number ==To be confirmed: what. And more==

!!! note "A callout."
    Its body counts, e.g. this.

    So does its second paragraph.

!!! warning "At home"
    Indented words.

/// fees
One visit | $5 | all
///

| A | B [@d2023] |
|---|---|

> This is somebody
> else's.

*[FDA]: An office.

<!-- a comment. With words -->

![A chart. It rises.](/images/x.svg "Its caption [@e2024]")

term
:   its meaning[^1]

[^1]: A footnote with `code`.
"""
READ = [
    ('Is it "safe"?', "", "field"),
    ("One.", "", "field"),
    ("Two's here.", "", "field"),
    ("A heading", "", "title"),
    ("Dr. Lee gave 2.5 mg to one person.", "a2020 b2021", "text"),
    ("See our page Its title.", "", "text"),
    ("Call us now or ask those: nobody.", "", "text"),
    ("A third.", "c2022", "text"),
    ("an item: Fact is here", "", "text"),
    ('another "quoted one. Still quoted" item: it goes on on the next line', "", "text"),
    ("a number", "", "text"),
    ("A callout.", "", "title"),
    ("Its body counts, e.g. this.", "", "text"),
    ("So does its second paragraph.", "", "text"),
    ("At home", "", "warning"),
    ("Indented words.", "", "text"),
    ("One visit $5 all", "", "fees"),
    ("A B", "d2023", "table"),
    ("This is somebody else's.", "", "quotation"),
    ("FDA: An office.", "", "abbreviation"),
    ("A chart.", "", "picture"),
    ("It rises.", "", "picture"),
    ("Its caption", "e2024", "caption"),
    ("term", "", "text"),
    ("its meaning", "", "text"),
    ("A footnote with.", "", "text"),
]


def read(text: str) -> list[Sentence]:
    """The sentences of a page."""
    return sentences(Source(Path("x.md"), text))


def test_a_page_falls_into_its_sentences() -> None:
    assert [(each.text, " ".join(sorted(each.keys)), each.kind) for each in read(PAGE)] == READ


def test_running_text_falls_into_paragraphs_items_and_captions() -> None:
    source = Source(Path("x.md"), PAGE)
    found = [[each.text for each in paragraph] for paragraph in paragraphs(source)]

    assert [text for texts in found for text in texts] == [
        text for text, _, kind in READ if kind in {"text", "caption"}
    ]
    assert list(map(len, found)) == [4, *([1] * 10)]
    assert [each.text for each in running(source)] == [text for texts in found for text in texts]


def test_nothing_to_read_is_no_sentence() -> None:
    assert running(Source(Path("x.md"), "---\nTitle: A\n---\n\n## B\n\n***\n\n![c](d.svg)\n")) == []


@pytest.mark.parametrize("text", [text for text, _, _ in READ])
def test_every_sentence_leads_to_its_place(text: str) -> None:
    (each,) = [each for each in read(PAGE) if each.text == text]
    first, last = each.words[0], each.words[-1]

    assert PAGE.startswith(first, each.place(text.index(first)))
    assert each.at <= each.place(text.index(first))
    assert PAGE.startswith(last, each.place(text.rindex(last)))


def test_a_quotation_that_does_not_end_is_known_in_each_sentence() -> None:
    first, second = read('He said "one. Two is here.')
    assert first.text[slice(*first.quoted[0])] == '"one.'
    assert second.text[slice(*second.quoted[0])] == "Two is here."


def test_a_fact_rests_on_the_works_that_are_named_for_it() -> None:
    assert sentences_of_fact("Two small trials disagree.", frozenset({"a2020"}))[0].keys == {"a2020"}


def test_an_abbreviation_a_figure_and_a_name_end_no_sentence() -> None:
    text = "Dr. Lee gave 2.5 mg, e.g. at 5 p.m. on the ward. It cost $4.50 (approx. half). Was it No. 1? Yes!"
    found = sentences_of_fact(text)

    assert [sentence.text for sentence in found] == [
        "Dr. Lee gave 2.5 mg, e.g. at 5 p.m. on the ward.",
        "It cost $4.50 (approx. half).",
        "Was it No. 1?",
        "Yes!",
    ]
    assert found[0].words[:6] == ["Dr", "Lee", "gave", "2.5", "mg", "e"]
    words = ["It's", "the", "clinic's", "2,309", "good", "faith", "cafés"]
    assert sentences_of_fact("It's the clinic\u2019s 2,309 good-faith caf\u00e9s.")[0].words == words
