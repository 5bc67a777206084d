"""What front matter says of a review is held against the people and the longest time between two."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from plugins.faults import Fault, Source
from plugins.front_matter import cut, held
from plugins.models.review import REVIEWER, Terms, due

if TYPE_CHECKING:
    from plugins.contract import FrontMatter

TERMS = Terms(["ann-roe", "pat"], 12)
DAY = 'write the day of the review by a clinician, such as 2026-03-31, or "not yet", or leave it out'
NEXT = (
    "write the day by which it is to be reviewed again, such as 2027-03-31, "
    "or leave it out for the longest time allowed"
)


def read(fields: str, terms: Terms | None = TERMS) -> tuple[FrontMatter | None, list[str]]:
    """A section with these fields: what the contract makes of them, and what is told behind the file's name."""
    source, faults = Source(Path("1-a.md"), f"---\nTitle: A\n{fields}\n---\nWords."), set[Fault]()
    values, words = cut(source, faults)
    assert values
    assert words == "Words."
    section = held("section", values, source, terms, faults)
    return section, [str(fault).partition(".md:")[2] for fault in sorted(faults)]


@pytest.mark.parametrize(
    ("reviewed", "months", "last"),
    [
        ((2026, 3, 31), 12, (2027, 3, 31)),
        ((2024, 2, 29), 12, (2025, 2, 28)),
        ((2025, 8, 31), 6, (2026, 2, 28)),
        ((2026, 12, 1), 1, (2027, 1, 1)),
    ],
)
def test_a_review_lasts_whole_months(reviewed: tuple[int, int, int], months: int, last: tuple[int, int, int]) -> None:
    assert due(datetime.date(*reviewed), months) == datetime.date(*last)


@pytest.mark.parametrize(
    "fields",
    [
        "",
        "Reviewed: not yet",
        "Reviewed: not yet\nReviewer: pat",
        "Reviewed: 2026-03-31\nReviewer: pat",
        "Reviewed: 2026-03-31\nReviewer: pat\nNext_review: 2026-04-01\nModified: 2026-05-01",
        "Reviewed: 2026-03-31\nReviewer: ann-roe\nNext_review: 2027-03-31",
        "reviewed: '2026-03-31T00:00:00Z'\nreviewer: pat\nnext_review: ''\nmodified: null",
    ],
)
def test_what_is_in_order_is_taken(fields: str) -> None:
    section, told = read(fields)
    assert section
    assert told == []


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ("Reviewed: 2026-03-31", [f'1:1: "Reviewer" is missing; add Reviewer: …: {REVIEWER.description}']),
        (
            "Reviewed: 2026-03-31\nReviewer: an-roe",
            ['4:1: "Reviewer" is "an-roe", whom data/people.toml does not know; did you mean "ann-roe"?'],
        ),
        (
            "Reviewer: zed",
            [
                '3:1: "Reviewer" is "zed", whom data/people.toml does not know; '
                "the people there are ann-roe, pat; write one of them, or add the reviewer there"
            ],
        ),
        (
            "Reviewed: 2026-03-31\nReviewer: pat\nNext_review: 2027-04-01",
            [
                '5:1: "Next_review" is 2027-04-01, more than 12 months after the review; '
                "write a day not later than 2027-03-31, or leave it out"
            ],
        ),
        (
            "Reviewed: 2026-03-31\nReviewer: pat\nNext_review: 2026-03-31",
            [f'5:1: "Next_review" is 2026-03-31, not after the review of 2026-03-31; {NEXT}'],
        ),
        (
            "Reviewed: not yet\nNext_review: 2026-03-31",
            [
                '4:1: "Next_review" is 2026-03-31, and there was no review yet; '
                'remove it, or write the day in "Reviewed"'
            ],
        ),
        (
            "Reviewed: soon\nReviewer: zed\nNext_review: in May\nModified: 2999-01-01",
            [
                f"3:1: \"Reviewed\" is 'soon'; {DAY}",
                '4:1: "Reviewer" is "zed", whom data/people.toml does not know; '
                "the people there are ann-roe, pat; write one of them, or add the reviewer there",
                f"5:1: \"Next_review\" is 'in May'; {NEXT}",
                '6:1: "Modified" is 2999-01-01, which is yet to come; '
                "write the day of the last change, such as 2026-03-31, not later than today, or leave it out",
            ],
        ),
    ],
    ids=["nobody", "misspelt", "unknown", "too late", "too early", "of nothing", "all at once"],
)
def test_what_is_wrong_is_told_all_at_once(fields: str, told: list[str]) -> None:
    section, complaints = read(fields)
    assert section is None
    assert complaints == told


def test_while_the_people_cannot_be_read_no_page_is_blamed() -> None:
    assert read("Reviewed: 2026-03-31\nReviewer: zed\nNext_review: 2029-01-01", None)[1] == []
