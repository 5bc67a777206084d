"""Count what each word is worth in each of some parts."""

from __future__ import annotations

from array import array
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

from plugins.models.search_words import searched

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.models.search_parts import Part

HEADING, PAGE, DESCRIPTION, SYNONYM = 5.0, 2.0, 2.0, 0.4  # beside 1, for a word in the text
PLACE, WORTH = "I", "f"  # of arrays: four bytes each

Worth = defaultdict[str, float]
Held = tuple["array[int]", "array[float]"]  # the places of the parts where a word stands, and its worth in each


def nowhere() -> Held:
    """Of a word that has not been met yet."""
    return array(PLACE), array(WORTH)


class Counted(NamedTuple):
    """Parts without their text, and of each word where it stands there: in so many of them, as ``stands`` says."""

    parts: list[Part]
    words: str  # with a space between two
    stands: array[int]
    places: array[int]
    worths: array[float]

    def held(self, before: int) -> Iterator[tuple[str, Held]]:
        """Each word with where it stands, so many parts before these."""
        places = array(PLACE, [place + before for place in self.places])
        ends = pairwise(accumulate(self.stands, initial=0))
        for word, (start, end) in zip(self.words.split(), ends, strict=True):
            yield word, (places[start:end], self.worths[start:end])


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


def count(parts: Iterable[Part], groups: list[Group]) -> Counted:
    """What the parts are found by."""
    bare = []
    held: defaultdict[str, Held] = defaultdict(nowhere)
    for place, part in enumerate(parts):
        bare.append(part._replace(text="", description=""))
        for word, worth in count_words(part, groups).items():
            places, worths = held[word]
            places.append(place)
            worths.append(worth)
    stands = array(PLACE, [len(places) for places, _ in held.values()])
    places, worths = nowhere()
    for own in held.values():
        places += own[0]
        worths += own[1]
    return Counted(bare, " ".join(held), stands, places, worths)


def count_words(part: Part, groups: list[Group]) -> dict[str, float]:
    """What each word that a part is found by is worth there; nothing for a term of the glossary."""
    if part.is_term:
        return {}
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
    return worth


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
