"""Indentation is taken out of pages, and nothing that shows."""

from __future__ import annotations

import re
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment

from plugins.whitespace import BLOCK, ENDS, collapse, collapse_pages

# The rules, one after the other, each with what it leaves alone.
AS_WRITTEN = r"(<(pre|textarea|script|style)\b.*?</\2>)"
LINE_BREAK = re.compile(rf"{AS_WRITTEN}|\s*\n\s*|(?<=>) {{2,}}(?=<)", re.DOTALL)
BESIDE_BLOCK = re.compile(rf"{AS_WRITTEN}|\n?({BLOCK})\n?", re.DOTALL)
TAGS = ["<p>", "</p>", '<li class="a">', "</li>", "</ul>", "<a>", "</a>", "<div>", "</div>", "<br>", "<title>"]
QUOTED = ['<p title="a\n>\n', '<p title="a\n">\n', "<p>\n>\n"]
RAW = ["<pre>\n a\n  b </pre>", "<pre></pre>", "<script>a  <  b\n\nc</script>", "<textarea>  \n</textarea>"]
SPACE = ["\n", " ", "  ", "\u00a0", "\t", "\r\n"]


def test_indentation_becomes_one_line_break_within_a_line_of_text_and_none_beside_a_block() -> None:
    assert collapse("<ul>\n\n    <li>one\n    two</li>  \n</ul>\n") == "<ul><li>one\ntwo</ul>"
    assert collapse("<p>\n  <a>one</a>\n  <a>two</a>\n</p>") == "<p><a>one</a>\n<a>two</a></p>"


def test_an_end_tag_that_goes_without_saying_is_left_out() -> None:
    html = "<div><p>one</p>\n<p><a>two</a></p> three<ul><li>four<p>five</p></li></ul><a><p>six</p></a></div>"

    assert collapse(html) == "<div><p>one<p><a>two</a></p> three<ul><li>four<p>five</ul><a><p>six</p></a></div>"


def test_pages_are_collapsed_and_drawings_are_not() -> None:
    env = Environment(autoescape=True, loader=DictLoader(dict.fromkeys(["a.html", "a.svg"], "<p>\n  {{ a }}\n</p>")))
    collapse_pages(SimpleNamespace(env=env))

    assert env.get_template("a.html").render(a=1) == "<p>1</p>"
    assert env.get_template("a.svg").render(a=1) == "<p>\n  1\n</p>"


def test_spaces_within_a_line_stay() -> None:
    assert collapse("<p>a  b</p>") == "<p>a  b</p>"


def test_what_shows_its_white_space_keeps_it() -> None:
    html = "<pre>\n  a\n    b\n</pre><textarea>\n  c\n</textarea>"
    assert collapse(f"<div>\n  {html}\n</div>") == f"<div>{html}</div>"


@given(
    st.lists(st.sampled_from([*TAGS, *QUOTED, *RAW, *SPACE, "one", "a < b", "a >", "&lt;"]), min_size=20).map("".join)
)
def test_any_page_is_collapsed_as_two_plain_rules_would(html: str) -> None:
    lines = LINE_BREAK.sub(lambda found: found[1] or "\n", html.strip())

    assert collapse(html) == ENDS.sub("", BESIDE_BLOCK.sub(lambda found: found[1] or found[3], lines)).strip()
