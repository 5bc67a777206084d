"""Find the lines that open and close blocks in a page, and say what is wrong with them in an editor's words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from plugins.faults import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from plugins.faults import Fault, Source

FENCE = re.compile(r"(?P<indent>[ \t]*)/{3,}[ \t]*(?P<rest>.*?)[ \t]*")
INDENTED = re.compile(r" {4}|\t")
DASHES = re.compile(r":?-{2,}:?")
DEEPEST = 20  # slashes of an outermost block; pymdownx tells a block from those inside it by their number
READ_AS = "component"


class Shape(NamedTuple):
    """What a block takes: ``argument``, what stands behind its bar; Markdown between its lines, or rows of ``parts``.

    An empty ``argument`` or ``parts`` is none.
    """

    argument: str = ""
    text: bool = False
    parts: tuple[str, ...] = ()


@dataclass
class Opening:
    """A block as an editor opened it, ``at`` a character of the file; ``sound`` until something is wrong inside.

    ``fence`` is how pymdownx is to read its slashes, ``body`` its lines with their places.
    """

    name: str
    argument: str
    at: int
    fence: str
    shape: Shape | None
    number: int = -1
    sound: bool = True
    body: list[tuple[int, str]] = field(default_factory=list)

    @property
    def words(self) -> list[tuple[int, str]]:
        """The lines of the body that are not empty."""
        return [(at, line) for at, line in self.body if line.strip()]

    @property
    def rows(self) -> list[list[str]]:
        """What is read as a line of Markdown by itself: the title of a text, or the parts of each line."""
        if self.shape and self.shape.text:
            return [[self.argument]]
        lines = [line.strip().strip("|") for _, line in self.words] if self.shape and self.shape.parts else []
        return [[part.strip() for part in line.split("|")] for line in lines]


class Fences:
    """Reads a page's lines; ``openings`` then holds the blocks that can be shown."""

    def __init__(self, shapes: Mapping[str, Shape], source: Source, faults: set[Fault]) -> None:
        self.shapes, self.source, self.faults = shapes, source, faults
        self.openings: list[Opening] = []
        self._open: list[Opening] = []

    def read(self, lines: list[str]) -> list[str]:
        """The end of the file, which ``lines`` are, as pymdownx reads it: a block's argument is its number here."""
        at = len(self.source.text) - len("\n".join(lines))
        read: list[str] = []
        for line in lines:
            fence = FENCE.fullmatch(line) if "///" in line else None
            if fence is None:
                read += self._within(line, at)
            elif fence["rest"]:
                read += self._opened(fence["indent"], fence["rest"], at + fence.start("rest"))
            else:
                read += self._closed(at + len(fence["indent"]))
            at += len(line) + 1
        while self._open:
            self._left_open(self._open.pop())
        return read

    def _within(self, line: str, at: int) -> list[str]:
        if not self._open:
            return [line]
        inner = self._open[-1]
        inner.body.append((at, line))
        return [line] if inner.shape is None or inner.shape.text else []

    def _opened(self, indent: str, rest: str, at: int) -> list[str]:
        if self._open and self._open[-1].shape and not self._open[-1].shape.text:
            self._left_open(self._open.pop())
        name, bar, argument = (part.strip() for part in rest.partition("|"))
        fence = indent + "/" * max(3, DEEPEST - len(self._open))
        opening = Opening(name.lower(), argument, at, fence, self.shapes.get(name.lower()))
        if self._open:
            self._open[-1].body.append((at, rest))
        self._open.append(opening)
        complaint = self._complaint(opening, bool(bar))
        if complaint:
            self._add(*complaint, at)
            opening.shape = None
            return []
        opening.number = len(self.openings)
        self.openings.append(opening)
        return ["", f"{fence} {READ_AS} | {opening.number}", ""]

    def _closed(self, at: int) -> list[str]:
        if not self._open:
            self._add("a block is closed here that was never opened", "remove this line, or open the block above", at)
            return []
        opening = self._open.pop()
        for what, todo, place in self._inside(opening, opening.shape) if opening.shape else ():
            opening.sound = False
            self._add(what, todo, place)
        return ["", opening.fence, ""] if opening.number >= 0 else []

    def _complaint(self, opening: Opening, bar: bool) -> tuple[str, str] | None:
        name, shape = opening.name, opening.shape
        if shape is None:
            first = name.partition(" ")[0]
            if first in self.shapes:
                return f'there is no bar behind the name "{first}"', f"write /// {first} | …"
            known = f"the names known are {', '.join(self.shapes)}"
            return f'there is no block "{name}"', did_you_mean(name, self.shapes, known)
        if shape.argument and not opening.argument:
            return f'the block "{name}" lacks {shape.argument}', f"write it behind a bar: /// {name} | …"
        if bar and not shape.argument:
            return f'the block "{name}" takes no words behind its name', f"write /// {name}"
        return None

    def _inside(self, opening: Opening, shape: Shape) -> Iterator[tuple[str, str, int]]:
        name, words, form = opening.name, opening.words, " | ".join(shape.parts) or "its text"
        if not words and (shape.parts or shape.text):
            yield f'the block "{name}" is empty', f'write {form}, and below it "///"', opening.at
        if words and not (shape.parts or shape.text):
            yield f'the block "{name}" takes no text', 'close it with "///" on the next line', words[0][0]
        if words and shape.text and INDENTED.match(words[0][1].removeprefix(opening.fence.rstrip("/"))):
            yield f'the text of the block "{name}" is indented', 'begin its lines where its "///" begins', words[0][0]
        for (at, _), row in zip(words, opening.rows if shape.parts else (), strict=False):
            if all(DASHES.fullmatch(part) for part in row):
                todo = "remove this line and the header above it: the page writes its own"
                yield f'a table\'s header stands in the block "{name}"', todo, at
            elif len(row) != len(shape.parts) or not all(row):
                yield f'this line of the block "{name}" has not {len(shape.parts)} parts', f"write {form}", at

    def _left_open(self, opening: Opening) -> None:
        opening.sound = False
        if opening.shape:
            todo = 'write "///" on a line of its own where it ends'
            self._add(f'the block "{opening.name}" is never closed', todo, opening.at)

    def _add(self, what: str, todo: str, at: int) -> None:
        self.faults.add(self.source.fault(what, todo, at))
