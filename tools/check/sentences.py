"""Take a Markdown file apart into the sentences that a reader reads, each at its place."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sentencex import get_sentence_boundaries

from plugins.faults import Source
from plugins.models.prose import blank, body_start, prose

if TYPE_CHECKING:
    from collections.abc import Iterator

# No sentence of ours: headings, titles of callouts, tables and the lines of a block, abbreviations, and quotations,
# whose words somebody else has chosen.
NO_SENTENCE = re.compile(r"^[ \t]*(?:#{1,6}[ \t]|!!!|///|>|\*\[|[^\n]*\|)[^\n]*", re.MULTILINE)
PICTURE = re.compile(r"!\[[^\]]*\]")
LINK_END = re.compile(r"(?<=\])\((?:[^()\n]|\([^()\n]*\))*(\))")
FACT = re.compile(r"\[\]\(")  # shows a fact, which counts as one short word
ITEM = re.compile(r"^[ \t]*(?:[-*+]|\d+\.|:)[ \t]+", re.MULTILINE)  # stands by itself
ATTRIBUTES = re.compile(r"^[ \t]*\{:[^\n]*", re.MULTILINE)
MARKS = str.maketrans(dict.fromkeys("[]*`=", " "))
BLOCK = re.compile(r"[^\n]+(?:\n[ \t]*[^\s][^\n]*)*")
PIECE = re.compile(r"\S+")
CLOSING = re.compile(r"[.,;:!?)\u201d]")
WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['\u2019][^\W\d_]+)*")


class Sentence(NamedTuple):
    """A sentence as it is read, on one line; ``places`` holds the offset of each of its characters in the file."""

    source: Source
    text: str
    places: list[int]

    @property
    def at(self) -> int:
        """The offset in the file at which it begins."""
        return self.places[0]

    @property
    def words(self) -> list[str]:
        """Its words and figures."""
        return WORD.findall(self.text)


def paragraphs(source: Source) -> Iterator[list[Sentence]]:
    """The sentences of each paragraph and each item of a list, in order."""
    text = _readable(source)
    for block in BLOCK.finditer(text):
        found = _sentences(source, *_on_one_line(block[0], block.start()))
        if found:
            yield found


def sentences(source: Source) -> list[Sentence]:
    """Every sentence of the file, in order."""
    return [sentence for paragraph in paragraphs(source) for sentence in paragraph]


def plain(text: str) -> list[Sentence]:
    """The sentences of a text without marks."""
    return _sentences(Source(Path("text"), text), *_on_one_line(text, 0))


def _readable(source: Source) -> str:
    """The body's prose, at its places, with an empty line around whatever stands by itself."""
    start = body_start(source.text)
    text = blank(source.text[:start]) + prose(source)[start:]
    for fact in FACT.finditer(source.text, start):
        text = f"{text[: fact.start()]}Fact{text[fact.start() + 4 :]}"
    for link in LINK_END.finditer(source.text, start):
        text = f"{text[: link.start(1)]} {text[link.end(1) :]}"
    for pattern in (NO_SENTENCE, ATTRIBUTES, PICTURE):
        for match in pattern.finditer(source.text, start):
            text = text[: match.start()] + blank(match[0]) + text[match.end() :]
    for item in ITEM.finditer(text, start):
        # The line end before an item is doubled in place of the item's mark, so that every offset stays.
        text = text[: item.start()] + "\n" + " " * (len(item[0]) - 1) + text[item.end() :]
    return text.translate(MARKS)


def _on_one_line(text: str, start: int) -> tuple[str, list[int]]:
    line, places = "", list[int]()
    for piece in PIECE.finditer(text):
        if line and not CLOSING.match(piece[0]):
            line += " "
            places.append(start + piece.start() - 1)
        line += piece[0]
        places.extend(range(start + piece.start(), start + piece.end()))
    return line, places


def _sentences(source: Source, line: str, places: list[int]) -> list[Sentence]:
    found = []
    for boundary in get_sentence_boundaries("en", line):
        text = boundary["text"].rstrip()
        if WORD.search(text):
            start = boundary["start_index"]
            found.append(Sentence(source, text, places[start : start + len(text)]))
    return found
