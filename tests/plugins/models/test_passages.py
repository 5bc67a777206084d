"""A file is cut into its passages at once as it would be line by line, whatever stands in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from plugins.models.passages import passages
from tests.plugins.models.test_prose import FRONT, PIECES
from tools.check.project import markdown_files

if TYPE_CHECKING:
    from collections.abc import Iterator

LINE = re.compile(r"[^\n]*\n?")
STANDS_ALONE = re.compile(r"[ \t>]*(?:#{1,6}\s|!!!|/{3,}|\*\[)|[^\n]*\|")
BEGINS = re.compile(rf"[ \t>]*(?:[-+*:]\s|\d+[.)]\s|\[\^|!\[)|{STANDS_ALONE.pattern}")
TEXTS = st.lists(st.sampled_from([*PIECES, "#\n", "-\n", "| a |\n", " \u00a0\n", "\u2028", "\r\n"]), max_size=25)


def line_by_line(text: str) -> Iterator[str]:
    """Each passage of a text without front matter, a picture and its caption as one."""
    start = 0
    for line in LINE.finditer(text):
        if not line[0].strip() or BEGINS.match(line[0]):
            yield text[start : line.start()]
            start = line.start()
        if STANDS_ALONE.match(line[0]):
            yield line[0]
            start = line.end()
    yield text[start:]


def cut(text: str, fields: int = 0) -> list[str]:
    """Each passage of a text behind so many fields, a picture and its caption as one."""
    found: list[str] = []
    for start, end, kind in [*passages(text)][fields:]:
        found[len(found) :] = [found.pop() + text[start:end]] if kind == "caption" else [text[start:end]]
    return found


@given(TEXTS.map("".join))
def test_any_text_is_cut_as_line_by_line(text: str) -> None:
    assert cut(FRONT + text, 1) == [each for each in line_by_line(f"\n{text}") if each.strip()]


def test_the_pages_are_cut_as_line_by_line() -> None:
    for path in markdown_files():
        fields, fence, body = path.read_text(encoding="utf-8").partition("\n---\n")
        count = fields.count("\n")
        assert cut(fields + fence + body, count) == [each for each in line_by_line(f"\n{body}") if each.strip()]
