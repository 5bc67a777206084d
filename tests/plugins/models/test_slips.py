"""Slips are found by fast searches, which find what the plainest ones do, in any text."""

from __future__ import annotations

import re
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins import front_matter, leftovers
from plugins.models import slips
from plugins.models.unclosed import bare
from tools.check.project import markdown_files

PLAIN: dict[str, Any] = {
    "BULLET": re.compile(r"^[ \t>]*(?P<mark>[\u2022\u00b7\u2023\u25aa\u25ab\u25cf\u25cb\u25e6\u25a0\uf0b7])", re.M),
    "UNSPACED": re.compile(r"^[ \t>]*(?P<mark>[-+])(?P<word>[^\W\d_][\w'\u2019]*)", re.M),
    "HEADING": re.compile(r"^(?P<mark>#{1,6})(?=[^\s#])", re.M),
    "BRACKETED": re.compile(r"(?<![!\]\\])\[(?P<key>[\w:.-]+)\](?![(\[:])"),
    "LINK": re.compile(r"\[[^\]]*\]\([^)]*\)|<[^<>\s]+>|\bhttps?://\S+|^\[[^\]]+\]:.*", re.M),
}
CALLOUT = re.compile(r"^ {0,3}!!!(?P<written>.*)$", re.M)
APOSTROPHE = re.compile(r"(?<=>)'(?=s\b)")
PIECES = [
    *"[](){}<>!@#-+*:\\\"'. \n\ta1\u00e9\u2022\u2019",
    *(
        "\n",
        "\n> ",
        "\n  ",
        "\n!!! note",
        "\n   !!!",
        "[anand2023]",
        "[smith2020]",
        "](",
        "]: ",
        "[a]: b@c.org",
        "@a2020",
    ),
    *("https://a@b.org", "xhttps://a@b.org", "http://", "<b>", "<a@b.org>", "</b>'s", "'s", "a@b.org", "(@anand2023)"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=15).map("".join) | st.text(max_size=40)
OURS = [bare(path.read_text(encoding="utf-8")) for path in markdown_files()]


def found(text: str) -> object:
    """All that is found in a text."""
    return list(slips.typed_as_elsewhere(text, ["anand2023"]))


def plainly_found(text: str) -> object:
    """The same, by the plainest searches."""
    with patch.multiple(slips, **PLAIN):
        return found(text)


@given(text=TEXTS)
def test_fast_searches_find_the_same_slips_in_any_text(text: str) -> None:
    assert found(text) == plainly_found(text)


def test_and_in_every_page_of_ours() -> None:
    assert [*map(found, OURS)] == [*map(plainly_found, OURS)]


@given(text=TEXTS)
def test_callouts_and_apostrophes_behind_a_tag_are_found_where_they_are(text: str) -> None:
    callouts = leftovers.CALLOUT.finditer(f"\n{text}")
    assert [(each.start(), each["written"]) for each in callouts] == [
        (each.start(), each["written"]) for each in CALLOUT.finditer(text)
    ]
    apostrophes = front_matter.APOSTROPHE_AFTER_TAG.finditer(text)
    assert [each.span() for each in apostrophes] == [each.span() for each in APOSTROPHE.finditer(text)]


@pytest.mark.parametrize("name", PLAIN)
def test_a_search_that_finds_nothing_is_seen(name: str) -> None:
    shown = "\u2022 a\n-a\n##a\n[anand2023]\n[a](b@c.org)"
    with patch.object(slips, name, re.compile(r"(?!)")):
        assert found(shown) != plainly_found(shown)
