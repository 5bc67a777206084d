"""Split a Markdown file into the sentences that a reader reads, each with its kind, its sources and its place."""

from __future__ import annotations

import re
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
WORD = re.compile(rf"\d+(?:[.,]\d+)*|{LETTERS}")
SPACE_BEFORE_STOP = re.compile(r" (?=[.,;:!?)])")
QUOTATION = re.compile(r"\"[^\"]*(?:\"|\Z)|'(?<!\w')[^']+'(?!\w)")
NO_KEYS: frozenset[str] = frozenset()
RUNNING = frozenset({"text", "caption"})


@dataclass(frozen=True)
class Sentence:
    """A sentence on one line; ``keys`` are the works it cites, ``quoted`` what stands in quotation marks.

    ``kind`` is that of the passage it stands in. It begins at the offset ``at`` of its file, which is ``read`` as this.
    Two that say the same at other places are equal.
    """

    text: str
    keys: frozenset[str]
    quoted: tuple[tuple[int, int], ...]
    kind: Kind
    at: int = field(compare=False)
    read: str = field(repr=False, compare=False)

    @cached_property
    def lower(self) -> str:
        """The text in small letters, each at its place."""
        lower = self.text.lower()
        return lower if len(lower) == len(self.text) else self.text

    @cached_property
    def words(self) -> list[str]:
        """Its words and figures."""
        return WORD.findall(self.text)

    def place(self, at: int) -> int:
        """The offset in the file of the character ``at`` of the text."""
        letters = self.text[: at + 1]
        behind = _behind(self.read, self.at, letters.rstrip())
        return behind if letters[at:] in {"", " "} else behind - 1


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
    line = SPACE_BEFORE_STOP.sub("", " ".join(read[passage.start : passage.end].split()))
    quoted = [match.span() for match in QUOTATION.finditer(line)]
    until, cites = passage.start, "[@" in text[passage.start : passage.end]
    for boundary in get_sentence_boundaries("en", line) if line else ():
        words, first = boundary["text"].rstrip(), boundary["start_index"]
        at = read.index(words[0], until)
        until = _behind(read, at, words)
        if not WORD.search(words):
            continue
        keys = _cited(text, at, until, passage.end) if cites else NO_KEYS
        last = first + len(words)
        within = tuple((max(a, first) - first, min(b, last) - first) for a, b in quoted if a < last and b > first)
        yield Sentence(words, keys, within, passage.kind, at, read)


def _cited(text: str, at: int, until: int, end: int) -> frozenset[str]:
    """The works that a sentence cites, within it or right behind it."""
    behind = CITED_BEHIND.match(text, until, end)
    return frozenset(KEY.findall(" ".join(CITED.findall(text, at, behind.end() if behind else until))))


def _behind(read: str, at: int, letters: str) -> int:
    """The offset behind these letters, which stand in ``read`` from ``at`` on, with as many spaces or more."""
    end = at + len(letters)
    left = read.count(" ", at, end) - letters.count(" ")
    while left:
        end, left = end + left, read.count(" ", end, end + left)
    return end
