"""Markdown looks less often, and with a converter that was used before, and makes the same of each text."""

from __future__ import annotations

from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

import pelicanconf
from plugins.faults import ROOT, Source
from plugins.models.block_parser import WITHIN_BLOCK
from plugins.models.converter import REFERRING, TRIGGERS, PageMarkdown
from plugins.models.steps import CONTENTS, PREPROCESSORS, TREEPROCESSORS

MARKS = """` `` \\ * ** _ __ [ ] ( ) ! ![ ]( [^1] [@a] [@b] < > <b> </b> & &amp; &#8217; = == a AB \x02 ' " é /x
https://a.b/c_d <https://a.b> <a@b.c> [a] [a][b] ![a][b] [a](/x) [](clinic:call) {#i} klzzwxh:0000"""
PATTERNS = [*MARKS.split(), " ", "\n", "  \n", '![a](/x "t")', "{#i .c}", "{: .c}", "<!-- a -->"]
WRITTEN = """\
a AB a
# a
a↵---
- a↵- b
5. a↵6. b
    a
> a
a↵:   b
a↵:   b↵↵    c
- a↵↵    b
    a↵↵↵    b
a↵1. b
a↵===
a↵---↵b
a |↵- |↵| b
/// note | a↵b↵c
[b]: /y
[b]: /y↵[a][b]
[^1]: note *a*
---
!!! note "a"↵    b
    b
/// note | a↵b↵///
/// note | a
///
a | b↵- | -↵*c* | `|`
*[AB]: a b
<div>a</div>
<div markdown>
```↵a↵```
![a](/images/x.jpg "*t*")
<p>
2. a
[@b] a [@b]
AB[^1]
[a [b](/c) d](/e)
[TOC]
[TO\x02C]
# a {#i}
\\*
a &amp;↵ ↵\tb
   ↵a
a↵   """
LINES = st.lists(st.sampled_from(PATTERNS), max_size=10).map("".join)
BLOCKS = [block.replace("↵", "\n") for block in WRITTEN.splitlines()]
TEXTS = st.lists(LINES | st.sampled_from(BLOCKS), max_size=8).map("\n\n".join)
OURS = [path.read_text(encoding="utf-8").split("---\n", 2)[2] for path in sorted(ROOT.glob("content/**/*.md"))]


class StockMarkdown(PageMarkdown):
    """Python-Markdown's own converter with the site's extensions, which looks for everything everywhere."""

    build_parser = Markdown.build_parser

    def __init__(self, settings: dict[str, Any]) -> None:
        self.settings = settings
        Markdown.__init__(self, **settings["MARKDOWN"])
        del self.parser.blockprocessors["blocks"].test  # the guard of plugins/blocks.py


def converter(kind: type[PageMarkdown] = PageMarkdown) -> PageMarkdown:
    """One that knows no facts."""
    nothing: dict[str, Any] = {"CLINIC_LINKS": {}, "LINK_NAMES": ["call"], "GLOSSARY": None, "KEYS": ["a"]}
    return kind({"PATH": str(ROOT), "MARKDOWN": pelicanconf.MARKDOWN, **nothing})


def read(markdown: PageMarkdown, text: str) -> object:
    """All that comes of a text."""
    markdown.settings |= {"FAULTS": set(), "SHOWN": set()}
    source = Source(ROOT / "content" / f"{len(text)}.md", text)
    return markdown.read(source, "page", text), markdown.faults, markdown.toc_tokens, markdown.settings["SHOWN"]


SHOWN = "`a` \\* [@a] [a](/x) ![a](/x) <https://a.b> <a@b.c> *a* ==a=="
SHOWING = [*SHOWN.split(), "a[^1]\n\n[^1]: a", "a  \nb", "a <b>", "*[amp]: b\n\n&amp;"]
USED = converter()
STOCK = converter(StockMarkdown)


@settings(deadline=None)
@given(text=TEXTS)
def test_of_any_text_the_same_is_made_as_by_the_stock_converter(text: str) -> None:
    assert read(USED, text) == read(STOCK, text)


@pytest.mark.parametrize("text", [*BLOCKS, *OURS])
def test_and_of_every_kind_of_block_and_every_page_of_ours(text: str) -> None:
    assert read(USED, text) == read(STOCK, text)


@settings(deadline=None)
@given(texts=st.lists(TEXTS, min_size=2, max_size=3))
def test_nothing_of_a_text_is_left_in_the_next(texts: list[str]) -> None:
    markdown = converter()
    assert [read(markdown, text) for text in texts] == [read(converter(), text) for text in texts]


def test_every_pattern_has_its_guard() -> None:
    assert {*TRIGGERS, *REFERRING} == {name for name, _ in USED.inlinePatterns._priority}


@pytest.mark.parametrize("name", TRIGGERS)
def test_a_guard_that_asks_for_the_wrong_thing_is_seen(name: str) -> None:
    with patch.dict(TRIGGERS, {name: ("never",)}):
        assert [text for text in SHOWING if read(USED, text) != read(STOCK, text)]


@pytest.mark.parametrize("name", WITHIN_BLOCK)
def test_and_so_is_one_for_a_block(name: str) -> None:
    with patch.dict(WITHIN_BLOCK, {name: ("never",)}):
        spoiled = converter()
    assert [text for text in BLOCKS if read(spoiled, text) != read(STOCK, text)]


@pytest.mark.parametrize(
    ("guards", "name"), [(guards, name) for guards in (PREPROCESSORS, TREEPROCESSORS, CONTENTS) for name in guards]
)
def test_and_so_is_one_for_a_step(guards: dict[str, Any], name: str) -> None:
    with patch.dict(guards, {name: (lambda _: False, guards[name][1])}):
        spoiled = converter()
    assert [text for text in BLOCKS if read(spoiled, text) != read(STOCK, text)]
