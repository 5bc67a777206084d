"""Measure each page and section of the site for those who write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.models.sentences import running
from tools.check.glosses import unexplained
from tools.check.readability import grade, is_passive

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plugins.faults import Source
    from plugins.models.glossary import Glossary
    from plugins.models.sentences import Sentence

TITLE = re.compile(r"""^Title:[ \t]*(["']?)(.*?)\1[ \t]*$""", re.MULTILINE | re.IGNORECASE)
EASY = 20  # words; a longer sentence is worth a look (NHS service manual, "Sentence length")
SPLIT = 3  # so many sentences are quoted


@dataclass(frozen=True)
class Text:
    """How hard one file is to read: ``passive`` is a share of its sentences, ``longest`` counts words."""

    path: str
    title: str
    grade: float
    words: int
    longest: int
    passive: float
    unexplained: int


@dataclass(frozen=True)
class Quote:
    """A long sentence and where it begins."""

    path: str
    line: int
    words: int
    sentence: str


@dataclass(frozen=True)
class Reading:
    """The site as a whole, its texts, hardest first, and the sentences to split first."""

    grade: float
    words: int
    passive: float
    texts: list[Text]
    split_first: list[Quote]


def read(files: Iterable[Source], glossary: Glossary) -> Reading:
    """Measure these Markdown files, those without a sentence left out. ValueError: none has one."""
    found = {source: running(source) for source in files}
    every = [sentence for each in found.values() for sentence in each]
    if not every:
        raise ValueError("there is no sentence to measure")
    told = [fault.path for fault in unexplained(found, glossary)]
    texts = [_text(source, each, glossary, told.count(source.name)) for source, each in found.items() if each]
    long = [_quote(source, one) for source, each in found.items() for one in each if len(one.words) > EASY]
    return Reading(
        grade=round(grade(every, glossary), 1),
        words=sum(len(sentence.words) for sentence in every),
        passive=_passive(every),
        texts=sorted(texts, key=lambda text: (-text.grade, text.path)),
        split_first=sorted(long, key=lambda quote: -quote.words)[:SPLIT],
    )


def _text(source: Source, found: list[Sentence], glossary: Glossary, missing: int) -> Text:
    title = TITLE.search(source.text)
    words = [len(sentence.words) for sentence in found]
    return Text(
        path=source.name,
        title=title[2] if title else source.path.stem,
        grade=round(grade(found, glossary), 1),
        words=sum(words),
        longest=max(words),
        passive=_passive(found),
        unexplained=missing,
    )


def _passive(found: list[Sentence]) -> float:
    return round(sum(map(is_passive, found)) / len(found), 2)


def _quote(source: Source, sentence: Sentence) -> Quote:
    place = source.fault("", "", sentence.at)
    return Quote(place.path, place.line, len(sentence.words), sentence.text)
