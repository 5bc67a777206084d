"""Find slips in Markdown that a Markdown library takes for what was meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.models.prose import body_start, scannable, without_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.faults import Fault, Source

TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][\w-]*)(?:\s[^<>]*)?(?P<closed>/?)>")
ITEM = re.compile(r" *(?:[-*+]|\d+\.)[ \t]+\S")
VOID = {"area", "br", "col", "hr", "img", "input", "source", "track", "wbr"}
SPACED_LINK = re.compile(r"(?<!!)\[[^\[\]\n]+\](?P<gap>[ \t]+)\((?:https?://|clinic:|\{filename\}|/)[^\s)]*\)")
BRACKETED = re.compile(r"(?<![!\]\\])\[(?P<key>[\w:.-]+)\](?![(\[:])")


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


def key_without_at(source: Source, keys: Iterable[str]) -> Iterator[Fault]:
    """A citation is written [@key]."""
    known = set(keys)
    for match in BRACKETED.finditer(without_code(source.text), body_start(source.text)):
        if match["key"] in known:
            what = f'"{match[0]}" is shown as it is, and cites nothing'
            yield source.fault(what, f"write [@{match['key']}]", match.start())


def open_tags(source: Source) -> Iterator[Fault]:
    """An HTML tag that is opened is closed."""
    start = body_start(source.text)
    opened: list[re.Match[str]] = []
    for tag in TAG.finditer(without_code(source.text), start):
        name = tag["name"].lower()
        if name in VOID or tag["closed"]:
            continue
        if not tag["end"]:
            opened.append(tag)
            continue
        at = next((at for at in reversed(range(len(opened))) if opened[at]["name"].lower() == name), None)
        if at is None:
            yield source.fault(f"{tag[0]} closes nothing", "remove it", tag.start())
            continue
        yield from (_left_open(source, left) for left in opened[at + 1 :])
        del opened[at:]
    yield from (_left_open(source, left) for left in opened)


def _left_open(source: Source, tag: re.Match[str]) -> Fault:
    return source.fault(
        f"{tag[0]} is opened here and never closed", f"write </{tag['name']}>, or remove it", tag.start()
    )
