"""typogrify looks less often, and makes the same of every text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import smartypants
from hypothesis import given
from hypothesis import strategies as st

from plugins.faults import ROOT
from plugins.models.typography import TRIGGERS, guard, install

if TYPE_CHECKING:
    from types import ModuleType

install()
FILTERS = [*TRIGGERS]
PIECES = re.split(
    ",",
    r"""a,A,AB,A1B,D.O.,T. ,',",``,'',`,--,---,...,. . .,.,-,\\,\",&, & ,&amp;,&nbsp;,&quot;,&ldquo;,80s,1, ,é"""
    """,&#8216;,<p>,</p>,<em>,</em>,<,>,<!-- -- -->,<code>,</code>,<a href="/?a&b">,</a>,\u00a0,\n""",
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=40)


def stock(module: ModuleType, name: str) -> Any:
    """The filter as it comes with its library."""
    return getattr(module, name).__wrapped__


@pytest.mark.parametrize(("module", "name"), FILTERS, ids=[name for _, name in FILTERS])
@given(text=TEXTS)
def test_a_guarded_filter_makes_of_any_text_what_the_stock_one_does(module: ModuleType, name: str, text: str) -> None:
    assert getattr(module, name)(text) == stock(module, name)(text)


@pytest.mark.parametrize(("module", "name"), FILTERS, ids=[name for _, name in FILTERS])
def test_and_of_every_paragraph_of_ours(module: ModuleType, name: str) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("content/**/*.md"))]
    paragraphs = [paragraph for text in texts for paragraph in re.split(r"\n\n+", text)]

    assert len(paragraphs) > 100
    assert [*map(getattr(module, name), paragraphs)] == [*map(stock(module, name), paragraphs)]


def test_a_guard_that_asks_for_the_wrong_thing_is_seen() -> None:
    dashes = stock(smartypants, "convert_dashes")

    assert guard(dashes, "—")("one -- two") != dashes("one -- two")
