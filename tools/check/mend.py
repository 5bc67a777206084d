"""Mend in Markdown files what can be mended without asking."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown import markdown

from pelicanconf import MARKDOWN
from plugins.faults import BuildRefused, Source
from plugins.models.prose import body_start, without_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

HEADING = re.compile(r"#{1,6}[ \t]+\S")
ITEM = re.compile(r"(?P<indent>(?: {4})*)(?:[-*+]|\d+\.)[ \t]+\S")
EMPTY_ITEM = re.compile(r" *(?:[-*+:]|\d+\.) +$")  # without its space it is no item
UNSEEN = re.compile(r"[ \t]+(?=\n|</)")
BREAK = re.compile(r" {2,}$")  # at the end of a line within a paragraph: Markdown's line break


def shown(body: str) -> str:
    """The HTML that Python-Markdown makes of a text, without the white space that no browser shows."""
    extensions = [name for name in MARKDOWN["extensions"] if isinstance(name, str)]
    return UNSEEN.sub("", markdown(body, extensions=extensions, output_format="html"))


def mended(text: str) -> tuple[str, list[str]]:
    """The mended text of a file, and what was done to it, in words.

    But for a list that began within a paragraph, the page built from it is the same. Front matter keeps everything but
    its line ends, and code its spaces: there they may mean something.
    """
    done: list[str] = []

    def take(better: str, what: str, before: str) -> str:
        if better != before:
            done.append(what)
        return better

    text = take(text.removeprefix("\ufeff"), "a byte order mark", text)
    text = take(text.replace("\r\n", "\n").replace("\r", "\n"), "line ends of Windows", text)
    start = body_start(text)
    front, body = text[:start], text[start:]
    # Python-Markdown itself reads a tab as the way to the next column of 4, in code too.
    body = take("\n".join(line.expandtabs(4) for line in body.split("\n")), "tabs", body)
    body = take(_around_headings(body), "blank lines around headings", body)
    body = take("\n".join(_before_lists(body)), "a blank line before a list", body)
    stripped = "\n".join(_without_end(body))
    body = take(stripped if shown(stripped) == shown(body) else body, "spaces at the end of a line", body)
    whole = front + body
    return take(whole.rstrip("\n") + "\n", "the end of the last line", whole), done


def _lines(body: str) -> list[tuple[str, bool]]:
    """Each line, and whether it is a line of a text rather than of code."""
    without = without_code(body).split("\n")
    return [
        (line, bool(bare.strip()) or not line.strip()) for line, bare in zip(body.split("\n"), without, strict=True)
    ]


def _without_end(body: str) -> Iterator[str]:
    lines = _lines(body)
    for number, (line, is_text) in enumerate(lines):
        following = lines[number + 1][0].strip() if number + 1 < len(lines) else ""
        kept = not is_text or EMPTY_ITEM.match(line) or (line.strip() and following and BREAK.search(line))
        yield line if kept else line.rstrip(" ")


def _around_headings(body: str) -> str:
    """The text with a blank line around each heading, but where that would change the page: below a list or a table."""
    lines = _lines(body)
    for number in reversed(range(1, len(lines))):
        (above, _), (line, is_text) = lines[number - 1], lines[number]
        if is_text and line.strip() and above.strip() and (HEADING.match(line) or HEADING.match(above)):
            apart = [*lines[:number], ("", True), *lines[number:]]
            if shown(_joined(apart)) == shown(_joined(lines)):
                lines = apart
    return _joined(lines)


def _joined(lines: list[tuple[str, bool]]) -> str:
    return "\n".join(line for line, _ in lines)


def _before_lists(body: str) -> Iterator[str]:
    lines = _lines(body)
    above, in_list = "", False
    for number, (line, is_text) in enumerate(lines):
        below = lines[number + 1][0] if number + 1 < len(lines) else ""
        if is_text and above.strip() and not in_list and _begins_list(line, above, below):
            yield ""
        yield line
        in_list = bool(line.strip() and (in_list or ITEM.match(line)))
        above = line if is_text else ""


def _begins_list(line: str, above: str, below: str) -> bool:
    """Two items under a line of text are a list; one might be a dash or a date at the start of a line."""
    item, next_item = ITEM.match(line), ITEM.match(below)
    if not item or not next_item or next_item["indent"] != item["indent"]:
        return False
    indent = len(above) - len(above.lstrip(" "))
    in_callout = above.lstrip().startswith("!!!")
    return indent == len(item["indent"]) and not in_callout and not HEADING.match(above)


def mend(files: Iterable[Path]) -> list[str]:
    """Mend files in place and say of each what was done: "content/about.md: tabs, spaces at the end of a line"."""
    told = []
    for path in files:
        try:
            source = Source.read(path)
        except BuildRefused:
            continue  # the build names what cannot be read
        # Source.read hides a byte order mark and the line ends, which are to be mended as well.
        text, done = mended(path.read_bytes().decode("utf-8"))
        if text.encode() != path.read_bytes():
            path.write_bytes(text.encode())
            told.append(f"{source.name}: {', '.join(done)}")
    return told
