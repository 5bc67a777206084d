"""A page is taken apart into what its reader reads, and each sentence is known by its place."""

from __future__ import annotations

from tests.tools.check.words import markdown
from tools.check.sentences import paragraphs, plain, sentences

PAGE = """---
Title: Not a sentence.
---
Call [us](clinic:call) now [@a2020; @b2021]. Is **2.5 mg** right? See
the next line, of [](clinic:name).
{: .small }

!!! note "A callout."
    Its body counts, e.g. this.

    So does its second paragraph.

## A heading.

- one item
- another item: it goes on
  on the next line
1. a number ==To be confirmed: which==

| A table. | has none |
|---|---|

> This is somebody else's.

![A picture. With words.](/images/x.svg "The caption.")

/// fees
One session | ==To be confirmed: price== | all of it
///

*[FDA]: An office.

term
:   its meaning[^1]

[^1]: A footnote with `code`.
"""
READ = [
    ["Call us now.", "Is 2.5 mg right?", "See the next line, of Fact."],
    ["Its body counts, e.g. this."],
    ["So does its second paragraph."],
    ["one item"],
    ["another item: it goes on on the next line"],
    ["a number To be confirmed: which"],
    ['"The caption."'],
    ["term"],
    ["its meaning"],
    ["A footnote with."],
]


def test_a_page_is_read_as_its_reader_sees_it() -> None:
    assert [[sentence.text for sentence in paragraph] for paragraph in paragraphs(markdown(PAGE))] == READ


def test_every_sentence_knows_where_it_begins_and_ends() -> None:
    found = sentences(markdown(PAGE))

    for sentence in found:
        first, last = sentence.words[0], sentence.words[-1]
        if first != "Fact" and last != "Fact":
            assert PAGE[sentence.at :].lstrip('"').startswith(first)
            end = sentence.text.rindex(last)
            assert PAGE[sentence.places[end] :].startswith(last)
    assert PAGE[found[1].at - 1 : found[1].at + 8] == " Is **2.5"


def test_an_abbreviation_a_figure_and_a_name_end_no_sentence() -> None:
    text = "Dr. Lee gave 2.5 mg, e.g. at 5 p.m. on the ward. It cost $4.50 (approx. half). Was it good? Yes!"

    assert [sentence.text for sentence in plain(text)] == [
        "Dr. Lee gave 2.5 mg, e.g. at 5 p.m. on the ward.",
        "It cost $4.50 (approx. half).",
        "Was it good?",
        "Yes!",
    ]
    assert plain(text)[0].words[:6] == ["Dr", "Lee", "gave", "2.5", "mg", "e"]
    assert plain("It's the clinic\u2019s 2,309 good-faith caf\u00e9s.")[0].words == [
        "It's",
        "the",
        "clinic\u2019s",
        "2,309",
        "good",
        "faith",
        "caf\u00e9s",
    ]


def test_nothing_to_read_is_no_sentence() -> None:
    assert sentences(markdown("---\nTitle: A\n---\n\n## B\n\n***\n\n![c](d.svg)\n")) == []
