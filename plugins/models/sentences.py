"""Split a Markdown file into the sentences that a reader reads, each with its kind, its sources and its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from sentencex import get_sentence_boundaries

from plugins.models.passages import STRAIGHT, Passage, passages, readable
from plugins.models.prose import LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.faults import Source
    from plugins.models.passages import Kind

CITED = re.compile(r"\[@[^\]]+\]")
KEY = re.compile(r"@([\w:.-]+)")
CITED_BEHIND = re.compile(r"[.!?]?\s*\[@[^\]]+\]")
PIECE = re.compile(r"\S+")
WORD = re.compile(rf"\d+(?:[.,]\d+)*|{LETTERS}")
STOPS = frozenset(".,;:!?)")
QUOTATION = re.compile(r"\"[^\"]*(?:\"|\Z)|(?<!\w)'[^']+'(?!\w)")
RUNNING = frozenset({"text", "caption"})


@dataclass(frozen=True)
class Sentence:
    """A sentence on one line; ``keys`` are the works it cites, ``quoted`` what stands in quotation marks.

    ``kind`` is that of the passage it stands in. Two that say the same at other places are equal.
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

    @cached_property
    def words(self) -> list[str]:
        """Its words and figures."""
        return WORD.findall(self.text)

    @property
    def at(self) -> int:
        """The offset in the file at which it begins."""
        return self.places[0]

    def place(self, at: int) -> int:
        """The offset in the file of the character ``at`` of the text."""
        word = bisect_right(self.starts, at) - 1
        return self.places[word] + at - self.starts[word]


def sentences(source: Source) -> list[Sentence]:
    """All sentences of a file, those of its title and description first; headings, items and rows count as some."""
    return [*chain.from_iterable(_by_passage(source))]


def paragraphs(source: Source) -> list[list[Sentence]]:
    """The sentences of the running text alone: of each paragraph, item of a list and caption, in order."""
    return [found for found in _by_passage(source) if found and found[0].kind in RUNNING]


def running(source: Source) -> list[Sentence]:
    """All sentences of the running text."""
    return [*chain.from_iterable(paragraphs(source))]


def sentences_of_fact(text: str, keys: frozenset[str] = frozenset()) -> list[Sentence]:
    """The sentences of a text that stands alone, without marks, and rests on the works of ``keys``."""
    whole = Passage(0, len(text), "text")
    return [replace(each, keys=keys) for each in _sentences(text.translate(STRAIGHT), text, whole)]


def _by_passage(source: Source) -> Iterator[list[Sentence]]:
    read = readable(source)
    return ([*_sentences(read, source.text, passage)] for passage in passages(source.text))


def _sentences(read: str, text: str, passage: Passage) -> Iterator[Sentence]:
    line, starts, places = "", [], []
    for piece in PIECE.finditer(read, passage.start, passage.end):
        if line and piece[0][0] not in STOPS:
            line += " "
        starts.append(len(line))
        places.append(piece.start())
        line += piece[0]
    quoted = [match.span() for match in QUOTATION.finditer(line)]
    for first, last in _ends(line):
        words = slice(bisect_right(starts, first) - 1, bisect_right(starts, last - 1))
        until = places[words][-1] + last - starts[words][-1]
        behind = CITED_BEHIND.match(text, until, passage.end)
        cited = CITED.findall(text, places[words][0], behind.end() if behind else until)
        yield Sentence(
            line[first:last],
            frozenset(key for keys in cited for key in KEY.findall(keys)),
            tuple((max(a, first) - first, min(b, last) - first) for a, b in quoted if a < last and b > first),
            passage.kind,
            tuple(at - first for at in starts[words]),
            tuple(places[words]),
        )


def _ends(line: str) -> Iterator[tuple[int, int]]:
    for boundary in get_sentence_boundaries("en", line):
        start, text = boundary["start_index"], boundary["text"].rstrip()
        if WORD.search(text):
            yield start, start + len(text)
