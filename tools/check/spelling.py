"""Look up every word of the content in a dictionary, and in data/words.txt."""

from __future__ import annotations

import difflib
import re
import tomllib
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from spellchecker import SpellChecker

from plugins.faults import Fault, Source
from plugins.models.bibliography import read_bibliography
from plugins.models.placeholder import is_placeholder
from plugins.models.prose import LETTERS, POSSESSIVE, prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

WORD_LIST = "words.txt"
WORD = re.compile(rf"(?<!\w){LETTERS}(?!\w)")
ADD = f"add it to data/{WORD_LIST}"
OURS_ALIKE = 0.84  # as difflib measures it: two letters changed in a word of ten


class WordList(NamedTuple):
    """Words that are right: those of data/words.txt, and the names in data/."""

    source: Source
    places: dict[str, int]
    names: frozenset[str]

    @classmethod
    def read(cls, data: Path) -> WordList:
        """Read the list, one word a line, "#" before a comment, and the names of facts, people and authors."""
        source = Source.read(data / WORD_LIST)
        lines = re.finditer(r"^(?!#)\S.*$", source.text, re.MULTILINE)
        return cls(source, {line[0].strip(): line.start() for line in reversed(list(lines))}, _names(data))

    def entry(self, word: str) -> str | None:
        """The entry that makes ``word`` right: "ketamine" does for "Ketamine", and "PTSD" only for itself."""
        return next((form for form in (word, word.lower()) if form in self.places), None)

    def faults(self, used: set[str]) -> Iterator[Fault]:
        """The list is sorted, no word stands in it twice, and content needs each."""
        written = [line.strip() for line in self.source.text.splitlines() if line.strip() and not line.startswith("#")]
        for above, below in pairwise(written):
            if below.casefold() < above.casefold():
                what = f'"{below}" stands below "{above}"'
                yield self.source.fault(what, "keep the words in the order of the alphabet", self.places[below])
        for word in sorted({word for word in written if written.count(word) > 1}):
            yield self.source.fault(f'"{word}" stands here twice', "keep one of the two", self.places[word])
        for word in self.places.keys() - used:
            what = f'"{word}" is in no text, or needs no entry'
            yield self.source.fault(what, "remove it", self.places[word], warning=True)


def _names(data: Path) -> frozenset[str]:
    """Every word with a capital among the facts of the clinic and its people, and every word of an author's name.

    The words of a placeholder are none: they go when the clinic has said what is true.
    """
    facts = [tomllib.loads(Source.read(data / name).text) for name in ("clinic.toml", "people.toml")]
    authors = (author for work in read_bibliography(data / "references.bib", set()).values() for author in work.author)
    words = {word for text in (*_texts(facts), *authors) for word in WORD.findall(text)}
    return frozenset(POSSESSIVE.sub("", word) for word in words if word[0].isupper())


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str) and not is_placeholder(value):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)


@cache
def dictionary() -> SpellChecker:
    """US English, as pyspellchecker ships it."""
    return SpellChecker(language="en", distance=1)


@cache
def _common(word: str) -> str | None:
    """The commonest word that one slip makes ``word``; for more slips, the one most alike with the same beginning."""
    # pyspellchecker takes a second for each word that is two slips away: it tries every one of them.
    one_slip = dictionary().candidates(word)
    if one_slip:
        return str(max(one_slip, key=dictionary().word_usage_frequency))
    alike = [known for known in dictionary() if known[0] == word[0] and abs(len(known) - len(word)) <= 2]
    return next(iter(difflib.get_close_matches(word, alike, n=1, cutoff=0.7)), None)


def check_spelling(files: Iterable[Source], data: Path) -> list[Fault]:
    """Every word that neither the dictionary nor ``data`` knows, at each of its places, with the nearest right one."""
    known = WordList.read(data)
    faults: list[Fault] = []
    used: set[str] = set()
    for source in files:
        for match in WORD.finditer(prose(source)):
            word = POSSESSIVE.sub("", match[0]).replace("\u2019", "'")
            if len(word) == 1 or word in known.names or word.lower() in dictionary():
                continue
            entry = known.entry(word)
            if entry:
                used.add(entry)
            else:
                what = f'"{word}" is not in the dictionary'
                faults.append(source.fault(what, _nearest(word, known), match.start()))
    return sorted({*faults, *known.faults(used)})


def _nearest(word: str, known: WordList) -> str:
    """The nearest right word: one of ours before a common one, because the site is about few things."""
    ours = {form.lower(): form for form in (*known.places, *known.names)}
    near = difflib.get_close_matches(word.lower(), ours, n=1, cutoff=OURS_ALIKE)
    nearest = ours[near[0]] if near else _common(word.lower())
    if not nearest:
        return f"correct it, or {ADD}"
    suggested = nearest.capitalize() if word.istitle() and nearest.islower() else nearest
    return f'did you mean "{suggested}"? If it is right as it is, {ADD}'
