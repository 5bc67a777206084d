"""Find slips in Markdown that a Markdown library takes for what was meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.models.prose import body_start, scannable, without_code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.faults import Fault, Source

ITEM = re.compile(r" *(?:[-*+]|\d+\.)[ \t]+\S")
SPACED_LINK = re.compile(r"(?<!!)\[[^\[\]\n]+\](?P<gap>[ \t]+)\((?:https?://|clinic:|\{filename\}|/)[^\s)]*\)")


def indented_by_four(source: Source) -> Iterator[Fault]:
    """What belongs to an item of a list begins 4 spaces further in (Python-Markdown; the library takes 2 too)."""
    text = scannable(without_code(source.text))
    lines, in_list, after_blank, offset = source.text.split("\n"), False, True, 0
    for line, scanned in zip(lines, text.split("\n"), strict=True):
        indent = len(scanned) - len(scanned.lstrip(" "))
        at = offset + len(line) - len(scanned.lstrip(" "))
        if ITEM.match(scanned):
            in_list = True
            if indent % 4:
                todo = "begin it at the margin, or 4 spaces further in for a list in a list"
                yield source.fault("this item is out of line", todo, at)
        elif scanned.strip():
            in_list = in_list and (indent > 0 or not after_blank)
            if in_list and after_blank and indent % 4:
                yield source.fault("this paragraph falls out of its list", "begin it 4 spaces in", at)
        after_blank = not scanned.strip()
        offset += len(line) + 1


def space_before_address(source: Source) -> Iterator[Fault]:
    """Between a link's words and its address stands nothing."""
    for match in SPACED_LINK.finditer(without_code(source.text), body_start(source.text)):
        yield source.fault("a space parts this link from its address", "remove the space", match.start("gap"))
