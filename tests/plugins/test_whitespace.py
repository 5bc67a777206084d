"""Indentation is taken out of pages, and nothing that shows."""

from __future__ import annotations

from plugins.whitespace import collapse


def test_indentation_becomes_one_line_break_within_a_line_of_text_and_none_beside_a_block() -> None:
    assert collapse("<ul>\n\n    <li>one\n    two</li>  \n</ul>\n") == "<ul><li>one\ntwo</ul>"
    assert collapse("<p>\n  <a>one</a>\n  <a>two</a>\n</p>") == "<p><a>one</a>\n<a>two</a></p>"


def test_an_end_tag_that_goes_without_saying_is_left_out() -> None:
    html = "<div><p>one</p>\n<p><a>two</a></p> three<ul><li>four<p>five</p></li></ul><a><p>six</p></a></div>"

    assert collapse(html) == "<div><p>one<p><a>two</a></p> three<ul><li>four<p>five</ul><a><p>six</p></a></div>"


def test_spaces_within_a_line_stay() -> None:
    assert collapse("<p>a  b</p>") == "<p>a  b</p>"


def test_what_shows_its_white_space_keeps_it() -> None:
    html = "<pre>\n  a\n    b\n</pre><textarea>\n  c\n</textarea>"
    assert collapse(f"<div>\n  {html}\n</div>") == f"<div>{html}</div>"
