"""typogrify looks less often, and makes the same of every text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import pytest
import smartypants
from hypothesis import example, given
from hypothesis import strategies as st
from typogrify import filters

import pelicanconf
from plugins.faults import ROOT
from plugins.models import typography
from plugins.models.typography import TRIGGERS, guard, install, typeset

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

install()
FILTERS = [*TRIGGERS]
PIECES = re.split(
    ",",
    r"""a,s,A,AB,A1B,D.O.,T. ,',",``,'',`,--,---,...,. . .,.,-,\\,\",&, & ,&amp;,&nbsp;,&quot;,&ldquo;,80s,1, ,é"""
    """,&#8216;,<pre>,</pre>,<svg a=">,</SVG>,<tt>,<Kbd>,</kbd>,<!--,-->,<p>,</p>,<em>,</em>,<,>,<!-- -- -->"""
    """,<code>,</code>,<a href="/?a&b">,</a>,\u00a0,\n""",
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


def set_here(html: str, omitted: Sequence[str] = pelicanconf.TYPOGRIFY_OMIT_FILTERS) -> str:
    """As the site sets it."""
    return typeset(html, pelicanconf.TYPOGRIFY_IGNORE_TAGS, omitted)


def set_by_stock(html: str, omitted: Sequence[str] = pelicanconf.TYPOGRIFY_OMIT_FILTERS) -> object:
    """As typogrify does, with smartypants as it comes."""
    with patch.object(smartypants, "smartypants", stock(smartypants, "smartypants")):
        return filters.typogrify(html, pelicanconf.TYPOGRIFY_IGNORE_TAGS, **dict.fromkeys(omitted, False))


@given(text=TEXTS, omitted=st.sampled_from([[], pelicanconf.TYPOGRIFY_OMIT_FILTERS]))
@example('<p>"<b>a</b>"</p>', [])
@example("<SVG>'a'</SVG> 'a'", [])
@example("<p>it's 'a' b'a'b a'1 a'' a's's a's'a 1's'a 's'a</p>", [])
@example("<p>a'a</p> '<", [])
@example("<PRE>AB</pre>", [])
def test_any_html_is_set_as_by_stock_typogrify(text: str, omitted: list[str]) -> None:
    assert set_here(text, omitted) == set_by_stock(text, omitted)


def test_and_so_is_every_text_of_ours() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("content/**/*.md"))]

    assert [*map(set_here, texts)] == [*map(set_by_stock, texts)]


@pytest.mark.parametrize("held", typography.HELD)
def test_what_may_change_between_two_tags_is_known(held: str) -> None:
    shown = f"<p>a {held}- a</p>"
    with patch.object(typography, "HELD", ()):
        assert set_here(shown) != set_by_stock(shown)
    assert set_here(shown) == set_by_stock(shown)
