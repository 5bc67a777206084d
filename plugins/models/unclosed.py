"""Find what a page opens and never closes: a placeholder, bold words, an HTML tag, a note, its front matter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from plugins.models.passages import passages
from plugins.models.prose import FENCES, blank, body_start, without_code

if TYPE_CHECKING:
    from collections.abc import Iterator

NOTE = re.compile(r"<!--.*?-->", re.DOTALL)
TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][\w-]*)(?:\s[^<>]*)?(?P<closed>/?)>")
VOID = {"area", "br", "col", "hr", "img", "input", "source", "track", "wbr"}
# A pair that no passage divides, any pair as Markdown reads it, and what is left of one: "a == b" and "2**3" are none.
MARKS = tuple(
    (mark, re.compile(rf"{begins}[^]\n]*?{ends}"), re.compile(rf"{begins}.*?{ends}", re.DOTALL), re.compile(left))
    for mark, begins, ends, left in (
        ("==", r"==(?=[^\s=])", r"(?<=[^\s=])==", r"(?<![=\w])==(?=[^\s=])"),
        ("**", r"\*\*(?=[^\s*])", r"(?<=\S)\*\*", r"(?<![\w*\\])\*\*(?=[^\s*])"),
    )
)


class Slip(NamedTuple):
    """Where in the text something is wrong, what, and what to do."""

    at: int
    what: str
    todo: str


def bare(text: str) -> str:
    """A file's text with its front matter, code and notes blanked, each character at its place."""
    body = without_code(text)
    start = body_start(body)
    return NOTE.sub(lambda note: blank(note[0]), blank(body[:start]) + body[start:])


def read_as_meant(text: str) -> bool:
    """Whether the front matter and the words of a file end where its writer means them to, so that all can be read."""
    return bool(FENCES.match(text)) and not any(unclosed(bare(text)))


def unclosed(text: str) -> Iterator[Slip]:
    """Every mark, tag and note of a ``bare`` text that has a beginning and no end."""
    note = text.find("<!--")
    if note >= 0:
        yield Slip(note, "a note is opened here and never closed", 'write "-->" where it ends, or remove "<!--"')
        text = text[:note]
    yield from _tags(text)
    marks = [each for each in MARKS if each[0] in each[1].sub("", text)]
    for start, end, _ in passages(text) if marks else ():
        part = text[start:end]
        for mark, _, pair, left in marks:
            if mark not in part:
                continue
            rest = pair.sub(lambda match: blank(match[0]), part)
            for found in left.finditer(rest):
                what = f'"{mark}" is opened here and never closed'
                yield Slip(start + found.start(), what, f'write "{mark}" behind the last word that it is for')


def _tags(text: str) -> Iterator[Slip]:
    opened: list[re.Match[str]] = []
    for tag in TAG.finditer(text):
        name = tag["name"].lower()
        if name in VOID or tag["closed"]:
            continue
        if not tag["end"]:
            opened.append(tag)
            continue
        at = next((at for at in reversed(range(len(opened))) if opened[at]["name"].lower() == name), None)
        if at is None:
            yield Slip(tag.start(), f"{tag[0]} closes nothing", "remove it")
            continue
        yield from map(_left_open, opened[at + 1 :])
        del opened[at:]
    yield from map(_left_open, opened)


def _left_open(tag: re.Match[str]) -> Slip:
    return Slip(tag.start(), f"{tag[0]} is opened here and never closed", f"write </{tag['name']}>, or remove it")
