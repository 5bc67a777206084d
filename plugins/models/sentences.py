"""Split a Markdown file into the sentences that a reader reads, each with its sources and its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from plugins.models.prose import blank, prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.faults import Source

CITED = re.compile(r"\[@[^\]]+\]")
KEY = re.compile(r"@([\w:.-]+)")
CITED_BEHIND = re.compile(r"[.!?]?\s*\[@[^\]]+\]")
LINE = re.compile(r"[^\n]*\n?")
BEGINS = re.compile(r"[ \t>]*(?:#{1,6}\s|[-+*]\s|\d+[.)]\s|\||!!!|/{3,}|:\s|\[\^|!?\*\[|\w+:|!\[)")
STANDS_ALONE = re.compile(r"[ \t>]*(?:#{1,6}\s|!!!|/{3,}|\|)")
FEES = re.compile(r"^[ \t]*/{3,}[ \t]*fees\b.*?(?:^[ \t]*/{3,}[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
WARNING = re.compile(r"[ \t]*(?:!!!|/{3,})[ \t]*warning\b")
PLACEHOLDER = re.compile(r"==To be (?:confirmed|named):.*?==", re.DOTALL)
# Quotation marks that belong to YAML, to a callout or to a caption, and quote nothing.
WRAPPED = re.compile(
    r"""^\w+:[ \t]*(["'])(?P<field>.*)\1[ \t]*$
    | ^[ \t]*!!![ \t]*\w+[ \t]+"(?P<callout>[^"\n]*)"
    | \]\([^)\s]+\s+"(?P<caption>[^"\n]*)"\)""",
    re.MULTILINE | re.VERBOSE,
)
LINK_END = re.compile(r"\]\((?:<[^>\n]*>|[^()\s]*)(?:\s+\"[^\"\n]*\")?(?=\))")
MARKS = re.compile(
    r"^[ \t>]*(?:\#{1,6}(?=\s)|(?:[-+*]|\d+[.)])(?=[ \t]))|!(?=\[)|\*+|==|[\[\]`|\\]|(?<!\w)_+|_+(?!\w)",
    re.MULTILINE,
)
STRAIGHT = str.maketrans("\u2018\u2019\u201c\u201d\u00a0", "''\"\" ")
WORD = re.compile(r"\S+")
STOPS = frozenset(".,;:!?)")
NO_SPACE_BEFORE = re.compile(r"[.,;:!?)]+(?:[\"')]|\Z)?")
END = re.compile(r"[.!?]+[\"')]*(?= [A-Z0-9\"'(])")
ABBREVIATION = re.compile(r"\b(?:dr|mr|mrs|ms|st|vs|etc|e\.g|i\.e|approx|inc|al|u\.s|prof|m\.d)\.$", re.IGNORECASE)
QUOTATION = re.compile(r"\"[^\"]*(?:\"|\Z)|(?<!\w)'[^']+'(?!\w)")

Kind = Literal["text", "picture", "fees", "warning"]


@dataclass(frozen=True)
class Sentence:
    """A sentence on one line; ``keys`` are the works it cites, ``quoted`` what stands in quotation marks.

    ``kind`` sets apart what a picture shows, the lines of a fees block, and the title of a warning. Two that say the
    same at other places are equal.
    """

    text: str
    keys: frozenset[str] = frozenset()
    quoted: tuple[tuple[int, int], ...] = ()
    kind: Kind = "text"
    starts: tuple[int, ...] = field(default=(0,), repr=False, compare=False)
    places: tuple[int, ...] = field(default=(0,), repr=False, compare=False)

    @cached_property
    def lower(self) -> str:
        """The text in small letters, each at its place."""
        lower = self.text.lower()
        return lower if len(lower) == len(self.text) else self.text

    def place(self, at: int) -> int:
        """The offset in the file of the character ``at`` of the text."""
        word = bisect_right(self.starts, at) - 1
        return self.places[word] + at - self.starts[word]


def sentences(source: Source) -> list[Sentence]:
    """All sentences of a file, those of its title and description first; headings, items and rows count as some."""
    text = source.text
    plain = list(prose(source).translate(STRAIGHT))
    for pattern in (MARKS, PLACEHOLDER):
        for match in pattern.finditer(text):
            plain[match.start() : match.end()] = blank(match[0])
    for match in LINK_END.finditer(text):
        plain[match.end()] = " "
    for match in WRAPPED.finditer(text):
        start, end = match.span(match.lastgroup or 0)
        plain[start - 1], plain[end] = " ", " "
    fees = [match.span() for match in FEES.finditer(text)]
    readable = "".join(plain)
    return [
        sentence
        for start, end in _blocks(text)
        for sentence in _sentences(readable, text, start, end, _kind(text, start, fees))
    ]


def sentences_of_fact(text: str, keys: frozenset[str]) -> list[Sentence]:
    """The sentences of a text that stands alone and rests on the works of ``keys``."""
    return [replace(each, keys=keys) for each in _sentences(text.translate(STRAIGHT), text, 0, len(text))]


def _kind(text: str, start: int, fees: list[tuple[int, int]]) -> Kind:
    if any(first <= start < last for first, last in fees):
        return "fees"
    if text.startswith("![", start):
        return "picture"
    return "warning" if WARNING.match(text, start) else "text"


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """The first and last offset of each paragraph, heading, item of a list, row of a table and field."""
    start = 0
    for line in LINE.finditer(text):
        if not line[0].strip() or BEGINS.match(line[0]):
            if text[start : line.start()].strip():
                yield start, line.start()
            start = line.start()
        if STANDS_ALONE.match(line[0]):
            yield line.span()
            start = line.end()
    if text[start:].strip():
        yield start, len(text)


def _sentences(readable: str, text: str, start: int, end: int, kind: Kind = "text") -> Iterator[Sentence]:
    line, starts, places = "", [], []
    for word in WORD.finditer(readable, start, end):
        each = word[0]
        if line and not (each[0] in STOPS and NO_SPACE_BEFORE.match(each)):
            line += " "
        starts.append(len(line))
        places.append(word.start())
        line += each
    quoted = [match.span() for match in QUOTATION.finditer(line)]
    for first, last in _ends(line):
        words = slice(bisect_right(starts, first) - 1, bisect_right(starts, last - 1))
        until = places[words][-1] + last - starts[words][-1]
        behind = CITED_BEHIND.match(text, until, end)
        cited = CITED.findall(text, places[words][0], behind.end() if behind else until)
        yield Sentence(
            line[first:last],
            frozenset(key for keys in cited for key in KEY.findall(keys)),
            tuple((max(a, first) - first, min(b, last) - first) for a, b in quoted if a < last and b > first),
            kind,
            tuple(at - first for at in starts[words]),
            tuple(places[words]),
        )


def _ends(line: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in END.finditer(line):
        if not ABBREVIATION.search(line, 0, match.end()):
            yield start, match.end()
            start = match.end() + 1
    if any(map(str.isalnum, line[start:])):
        yield start, len(line)
