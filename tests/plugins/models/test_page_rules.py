"""What a rule on pages looks for in all lines at once is what it would find in each."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.faults import Source
from plugins.models.claims.page import Page
from plugins.models.claims.pages import BALANCE, BENEFIT_HEADING, GAINS, HARMS, ILLNESS, KETAMINE, NOT_APPROVED, OTHERS
from plugins.models.sentences import sentences
from tools.check.project import markdown_files

# Each as it would be written without a thought to how long a search takes.
PLAIN: dict[str, tuple[re.Pattern[str], str]] = {
    "pain": (ILLNESS["pain"], r"\b(?:pain\b|fibromyalgia|migraine|crps)"),
    "not approved": (
        NOT_APPROVED,
        r"\b(?:off-label\b|not (?:been )?(?:fda-)?approved|unapproved\b|not for (?:any|these)\b).*",
    ),
    "others": (OTHERS, r"\b(?:other (?:treatments?|choices|options|medicines|ways)|alternatives\b|talking therap)"),
    "driving": (BALANCE["driving"][0], r"\bdriv"),
    "costs": (BALANCE["what it costs"][1], r"\b(?:costs?\b|pric|fees?\b)"),
    "988": (BALANCE["the crisis line (988)"][0], r"\b988\b"),
    "mental illness": (
        ILLNESS["mental illness"],
        r"\b(?:depress|ptsd|traumatic|mental (?:health|illness)|psychiatric|anxiety|bipolar|ocd\b|suicid)",
    ),
    "ketamine": (KETAMINE, r"\bketamine\b"),
}
PIECES = [
    "988",
    "pain",
    "fee",
    "s",
    "driv",
    "costs",
    "estimate",
    "ptsd",
    "ocd",
    "mental ",
    "health",
    "ketamine",
    "off-label",
    "not been ",
    "approved",
    "crps",
    "other ways",
]
PIECES += ["alternatives", "unapproved", "gains", "helps", "risk", "harm", "not suit", *" -'.1x\u00e9\n"]
PAGES = [
    Page("article", [(source, sentences(source))], {}, 2026)
    for source in (Source(path, path.read_text(encoding="utf-8")) for path in markdown_files())
]


@pytest.mark.parametrize("name", PLAIN)
@given(text=st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_words_are_found_where_they_begin(name: str, text: str) -> None:
    fast, plain = PLAIN[name]
    assert [match.span() for match in fast.finditer(text)] == [match.span() for match in re.finditer(plain, text)]


@pytest.mark.parametrize("name", PLAIN)
def test_words_are_found_where_they_begin_in_the_pages(name: str) -> None:
    fast, plain = PLAIN[name]
    assert any(fast.search(page.text) for page in PAGES)
    for page in PAGES:
        assert fast.findall(page.text) == re.findall(plain, page.text)


@pytest.mark.parametrize("found", [NOT_APPROVED, GAINS, HARMS])
@given(text=st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_the_lines_that_hold_something_are_found_in_any_text(found: re.Pattern[str], text: str) -> None:
    page = Page("article", [], {}, 2026)
    page.text = f"{text}\n"
    assert sorted(page.lines(found).items()) == in_each_line(page.text, found)


@pytest.mark.parametrize("found", [NOT_APPROVED, GAINS, HARMS])
def test_the_lines_that_hold_something_are_found_in_the_pages(found: re.Pattern[str]) -> None:
    for page in PAGES:
        assert sorted(page.lines(found).items()) == in_each_line(page.text, found)


def in_each_line(text: str, found: re.Pattern[str]) -> list[tuple[int, str]]:
    """Each line of a text in which something is found, and where it begins."""
    lines = re.finditer(r"^.*$", text, re.MULTILINE)
    return [(line.start(), line[0]) for line in lines if found.search(line[0])]


@given(st.lists(st.sampled_from(["\n", " ", "##", "#", "x", "Benefits", " of "]), max_size=9).map("".join))
def test_a_heading_is_found_on_whatever_line_it_stands(text: str) -> None:
    plain = re.search(r"^[ \t]*#{2,6}[ \t].*\bbenefit", text, re.IGNORECASE | re.MULTILINE)
    fast = BENEFIT_HEADING.search(f"\n{text}")
    assert (fast and fast.start()) == (plain and plain.start())
