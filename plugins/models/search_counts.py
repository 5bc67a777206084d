"""Count what each word of a part is worth there."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from plugins.models.search_words import searched

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plugins.models.search_parts import Part

HEADING, PAGE, DESCRIPTION, SYNONYM = 5.0, 2.0, 2.0, 0.4  # beside 1, for a word in the text

Worth = defaultdict[str, float]


class Counted(NamedTuple):
    """A part, the words that it is found by, with a space between two, and what each is worth there."""

    part: Part
    words: str
    worths: list[float]


class Group(NamedTuple):
    """Phrases that mean one thing, each with its words; the first words of them, and all words in order."""

    phrases: dict[str, list[str]]
    firsts: set[str]
    words: list[str]

    @classmethod
    def of(cls, phrases: list[list[str]]) -> Group:
        """The group of these phrases, given as words."""
        return cls(
            {_spaced(words): words for words in phrases}, {words[0] for words in phrases}, sorted({*chain(*phrases)})
        )


def groups_of(phrases: Iterable[list[str]]) -> list[Group]:
    """The groups of these phrases that mean one thing; a phrase without a word to look for is none."""
    return [Group.of([words for phrase in same if (words := searched(phrase))]) for same in phrases]


def count_words(part: Part, groups: list[Group]) -> Counted:
    """A part without its text, and what it is found by; nothing for a term of the glossary."""
    bare = part._replace(text="", description="")
    if part.is_term:
        return Counted(bare, "", [])
    name, above, described, text = map(
        searched, (part.heading or part.page, part.page if part.heading else "", part.description, part.text)
    )
    worth: Worth = defaultdict(float)
    for own, each in (name, HEADING), (above, PAGE), (described, DESCRIPTION):
        for word in own:
            worth[word] += each * 1.5 / len(own) ** 0.5
    for word in text:
        worth[word] += 1
    _add_synonyms(worth, name + described + text, groups)
    return Counted(bare, " ".join(worth), [*worth.values()])


def _add_synonyms(worth: Worth, said: list[str], groups: list[Group]) -> None:
    """A part that says a thing in one way is found by the others, too."""
    text, known, told = _spaced(said), set(said), dict(worth)
    for group in groups:
        if group.firsts.isdisjoint(known):
            continue
        held = [words for phrase, words in group.phrases.items() if phrase in text]
        if not held:
            continue
        most = SYNONYM * max(min(map(told.__getitem__, words)) for words in held)
        for word in group.words:
            if word not in told:
                worth[word] = max(worth[word], most)


def _spaced(words: list[str]) -> str:
    """The words so that none is found within another."""
    return f" {' '.join(words)} "
