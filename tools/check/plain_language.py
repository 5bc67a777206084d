"""Hold every page and section against the rules of plain language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.glossary import FILE, read_glossary
from plugins.models.sentences import paragraphs, running, sentences_of_fact
from plugins.models.toml import TomlSource
from tools.check.glosses import unexplained
from tools.check.readability import grade

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from plugins.faults import Fault, Source
    from plugins.models.glossary import Glossary
    from plugins.models.sentences import Sentence

AIM, LIMIT = 8, 10  # US school grades
LONG, TOO_LONG = 25, 30  # words of a sentence
PARAGRAPH = 4  # sentences
FEWEST = 30  # words; the grade of fewer says more about one word than about the text


def check_plain_language(files: Iterable[Source], data: Path) -> list[Fault]:
    """Every fault of plain language in these Markdown files, and in the definitions of the glossary, sorted.

    Raises BuildRefused where data/glossary.toml is not UTF-8; what else is wrong with it, the build tells.
    """
    glossary = read_glossary(data, set())
    if not glossary:
        return []
    sources = [*files]
    found = [*unexplained(sources, glossary), *hard_definitions(glossary, data)]
    for source in sources:
        found += [*hard_text(source, glossary), *long_sentences(source), *long_paragraphs(source)]
    return sorted(found)


def hard_text(source: Source, glossary: Glossary) -> Iterator[Fault]:
    """A text is to be read with ease at grade 8; above grade 10 it is not published."""
    found = running(source)
    if sum(len(sentence.words) for sentence in found) < FEWEST:
        return
    measured = round(grade(found, glossary), 1)
    if measured > AIM:
        hardest = max(found, key=lambda sentence: grade([sentence], glossary))
        line = source.fault("", "", hardest.at).line
        what = f"this text reads at grade {measured}, and the aim is {AIM}"
        if measured > LIMIT:
            what = f"this text reads at grade {measured}, and the limit is {LIMIT}"
        todo = f"use shorter words and shorter sentences, first in line {line}: {quoted(hardest)}"
        yield source.fault(what, todo, found[0].at, warning=measured <= LIMIT)


def long_sentences(source: Source) -> Iterator[Fault]:
    """A sentence has at most 25 words; with more than 30 it is not published."""
    for sentence in running(source):
        words = len(sentence.words)
        if words > LONG:
            allowed = f"aim is at most {LONG}" if words <= TOO_LONG else f"limit is {TOO_LONG}"
            what = f"this sentence has {words} words, and the {allowed}"
            yield source.fault(what, how_to_split(sentence), sentence.at, warning=words <= TOO_LONG)


def how_to_split(sentence: Sentence) -> str:
    """Where the sentence may end, if it says so itself by a semicolon; else what to do."""
    first, semicolon, _ = sentence.text.partition(";")
    if semicolon:
        return f'end it behind "{" ".join(first.split()[-3:])}", where it has a semicolon'
    return "split it in two, one thought each, or make it a list"


def long_paragraphs(source: Source) -> Iterator[Fault]:
    """A paragraph, or an item of a list, has at most 4 sentences."""
    for paragraph in paragraphs(source):
        if len(paragraph) > PARAGRAPH:
            what = f"this paragraph has {len(paragraph)} sentences, and the aim is at most {PARAGRAPH}"
            todo = f"begin a new one, perhaps before {quoted(paragraph[PARAGRAPH // 2 + 1])}"
            yield source.fault(what, todo, paragraph[0].at, warning=True)


def hard_definitions(glossary: Glossary, data: Path) -> Iterator[Fault]:
    """A definition is read with ease at grade 8, but for the terms in it."""
    source = TomlSource.read(data / FILE)
    for number, term in enumerate(glossary.term):
        measured = round(grade(sentences_of_fact(term.definition), glossary), 1)
        if measured > AIM:
            what = f'the definition of "{term.term}" reads at grade {measured}, and {AIM} is the limit'
            yield source.fault_at(what, "use shorter words", "term", number, "definition")


def quoted(sentence: Sentence, words: int = 6) -> str:
    """The first words of a sentence, in quotation marks."""
    all_words = sentence.text.split()
    return f'"{" ".join(all_words[:words])}{" …" if len(all_words) > words else ""}"'
