"""A mark that is left open is found without a look at each passage, and none is missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import example, given
from hypothesis import strategies as st

from plugins.models.passages import passages
from plugins.models.unclosed import MARKS, bare, unclosed
from tests.plugins.models.test_prose import PIECES
from tools.check.project import markdown_files

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKED = ["==", "**", "==a==", "**b**", "==a", "b**", "*", "=", "a", " ", "\n", "\n\n", "![", "](x)", "\\", "- ", "| "]


def by_passage(text: str) -> Iterator[tuple[int, str]]:
    """Where each passage of a text leaves a mark open, and which."""
    for start, end, _ in passages(text):
        for mark, _, pair, left in MARKS:
            rest = pair.sub(lambda match: " " * len(match[0]), text[start:end])
            yield from ((start + found.start(), mark) for found in left.finditer(rest))


def left_open(text: str) -> list[tuple[int, str]]:
    """The same, as it is told."""
    return [(slip.at, slip.what[1:3]) for slip in unclosed(text) if slip.what[1:3] in {mark for mark, *_ in MARKS}]


@given(st.lists(st.sampled_from([*MARKED, *PIECES]), max_size=20).map("".join))
def test_every_mark_that_is_left_open_is_found(text: str) -> None:
    read = text.partition("<!--")[0]
    assert left_open(text) == [*by_passage(read)]


@example("==a\n\nb==")
@example("![a ==b](x) c==")
@example("==a **b==")
@given(st.lists(st.sampled_from(MARKED), max_size=12).map("".join))
def test_marks_on_one_line_hide_none_that_is_left_open(text: str) -> None:
    assert left_open(text) == [*by_passage(text)]


def test_the_pages_leave_no_mark_open_by_either_way() -> None:
    texts = [bare(path.read_text(encoding="utf-8")) for path in markdown_files()]
    assert [left_open(text) for text in texts] == [[*by_passage(text)] for text in texts] == [[] for _ in texts]
