"""Show the lines around a fault, with its place marked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.faults import Fault

QUOTED = re.compile(r'"([^"]+)"')
WORD = re.compile(r"\w[\w.-]*|\S+")
LONGEST = 160  # characters of a line; an editor's paragraph is often one line


class Line(NamedTuple):
    """A line of a file; ``marked`` is None but in the line at fault, and empty where something is missing."""

    number: int
    before: str
    marked: str | None = None
    after: str = ""


def excerpt(fault: Fault, root: Path) -> list[Line]:
    """The line at fault with the one before and after; nothing where the file has no such line."""
    try:
        lines = (root / fault.path).read_text(encoding="utf-8-sig", errors="replace").split("\n")
    except OSError:
        return []
    if not 0 < fault.line <= len(lines):
        return []
    around = range(max(1, fault.line - 1), min(len(lines), fault.line + 1) + 1)
    return [
        _marked(fault, lines[number - 1]) if number == fault.line else Line(number, _shorten(lines[number - 1]))
        for number in around
    ]


def describe(fault: Fault, root: Path) -> dict[str, Any]:
    """A fault as JSON can hold it: in the terminal's words, with its excerpt."""
    return {
        "place": f"{fault.path}:{fault.line}:{fault.column}",
        "what": fault.what,
        "todo": fault.todo,
        "warning": fault.warning,
        "excerpt": [line._asdict() for line in excerpt(fault, root)],
    }


def _marked(fault: Fault, text: str) -> Line:
    at = min(fault.column - 1, len(text))
    word = WORD.match(text, at)
    marked = word[0] if word else ""
    for quoted in QUOTED.findall(fault.what):
        place = text.find(quoted, at)
        if word and place in range(at, word.end()):
            at, marked = place, quoted
            break
    before, after = text[:at], text[at + len(marked) :]
    shown_before = before if len(before) <= LONGEST // 2 else f"…{before[-LONGEST // 2 :]}"
    return Line(fault.line, shown_before, _shorten(marked), _shorten(after, LONGEST // 2))


def _shorten(text: str, longest: int = LONGEST) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"
