"""Count what each word of a part is worth there."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
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


@dataclass(frozen=True, eq=False)
class Group:
    """Phrases that mean one thing, as words, and all of their words in order."""

    phrases: list[list[str]]
    words: list[str]


def groups_of(phrases: Iterable[list[str]]) -> list[Group]:
    """The groups of these phrases that mean one thing; a phrase without a word to look for is none."""
    said = ([words for phrase in same if (words := searched(phrase))] for same in phrases)
    return [Group(same, sorted({*chain(*same)})) for same in said]


@lru_cache(1)
def _by_first(groups: tuple[Group, ...]) -> dict[str, list[tuple[int, list[str]]]]:
    """Every phrase with the number of its group, by its first word."""
    found: defaultdict[str, list[tuple[int, list[str]]]] = defaultdict(list)
    for number, group in enumerate(groups):
        for words in group.phrases:
            found[words[0]].append((number, words))
    return found


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
    text, told, by_first = _spaced(said), dict(worth), _by_first(tuple(groups))
    most: defaultdict[int, float] = defaultdict(float)
    for first in by_first.keys() & said:
        for number, words in by_first[first]:
            if len(words) == 1 or _spaced(words) in text:
                most[number] = max(most[number], SYNONYM * min(map(told.__getitem__, words)))
    for number in sorted(most):
        for word in groups[number].words:
            if word not in told and worth[word] < most[number]:
                worth[word] = most[number]


def _spaced(words: list[str]) -> str:
    """The words so that none is found within another."""
    return f" {' '.join(words)} "
