"""Tell what an editor means as Markdown and Markdown would not take: a callout of no kind, a mark without an end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from plugins.faults import did_you_mean
from plugins.models.slips import typed_as_elsewhere
from plugins.models.unclosed import bare, unclosed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown import Markdown

KINDS = ("note", "warning")
CALLOUT = re.compile(r"\n {0,3}!!!(?P<written>.*)")  # a line begins at the "\n" before it
SOUND = re.compile(rf' ?(?:{"|".join(KINDS)})(?: +"[^"]+")? *')
NOTE = re.compile(r"(?<!`)\[\^([^\]\s]+)\](:?)")
BEFORE_ALL = 101  # Python-Markdown's first preprocessor has 30


class LeftoverProcessor(Preprocessor):
    """Reads the page's text before Markdown does."""

    def run(self, lines: list[str]) -> list[str]:
        """Called by Python-Markdown with the page's lines."""
        markdown: Any = self.md
        text = "\n".join(lines)
        start = len(markdown.source.text) - len(text)
        for at, what, todo in (*_callouts(text), *_footnotes(text)):
            markdown.faults.add(markdown.source.fault(what, todo, start + at))
        words = bare(markdown.source.text)
        for at, what, todo in (*unclosed(words), *typed_as_elsewhere(words, markdown.settings["KEYS"])):
            markdown.faults.add(markdown.source.fault(what, todo, at))
        return lines


def _callouts(text: str) -> Iterator[tuple[int, str, str]]:
    for callout in CALLOUT.finditer(f"\n{text}"):
        if not SOUND.fullmatch(callout["written"]):
            kind = (callout["written"].split() or [""])[0]
            form = 'write !!! note "Title", or !!! warning "Title"'
            if kind in KINDS:
                yield callout.start(), "the title of this callout is not in double quotes", form
            else:
                yield callout.start(), f'there is no callout "{kind}"', did_you_mean(kind, KINDS, form)


def _footnotes(text: str) -> Iterator[tuple[int, str, str]]:
    if "[^" not in text:
        return
    written = {note[1] for note in NOTE.finditer(text) if note[2]}
    for note in NOTE.finditer(text):
        if note[1] not in written:
            what = f'the footnote "{note[1]}" has no text'
            todo = did_you_mean(note[1], written, f"write it on a line of its own: [^{note[1]}]: …")
            yield note.start(), what, todo


class Leftovers(Extension):
    """The extension that pelicanconf.py names."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Called by Python-Markdown."""
        md.preprocessors.register(LeftoverProcessor(md), "leftovers", BEFORE_ALL)
