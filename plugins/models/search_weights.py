"""Weigh each word of the site in each part that it leads to."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from heapq import heappush, heappushpop
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from plugins.models.search_words import bases, searched

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plugins.models.search_parts import Part

MOST, LEAST = 8, 0.4  # parts a word leads to, and how much each must be worth beside the best one
LEVELS = 4  # of weight
HEADING, PAGE, DESCRIPTION, SYNONYM = 5.0, 2.0, 2.0, 0.4  # beside 1, for a word in the text
SATURATION, LENGTH = 3.0, 0.25  # k1 and b of BM25 (Robertson and Zaragoza, The probabilistic relevance framework, 2009)

Places = dict[int, int]
Worth = defaultdict[str, float]
Scored = tuple[float, int]  # the place negative, so that of equals the first is the best


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


class Index(NamedTuple):
    """The parts, and for each word the places of those that it leads to, with weights from 1 to ``LEVELS``."""

    parts: list[Part]
    found: dict[str, Places]


def weigh(
    parts: list[Part], phrases: Iterable[list[str]] = (), counted: Iterable[dict[str, float]] | None = None
) -> Index:
    """Rare words, headings and short texts count for more (BM25F); each list of phrases means one thing.

    A term of the glossary is found by its name alone, and takes no other part's place. Where the words of each part
    have been ``counted`` already, that is not done again.
    """
    groups = groups_of(phrases)
    terms = {place: searched(part.heading) for place, part in enumerate(parts) if part.is_term}
    counts = [count_words(part, groups) for part in parts] if counted is None else [*counted]
    grouped = {word for group in groups for word in group.words}
    # Doses, years and prices are many, and nobody looks for them; "under 18" is looked for.
    sought = {word for count in counts for word in count if word in grouped or not word.isdecimal()}
    shortest = bases(sought.union(*terms.values()))
    by_base = [_by_base(count, shortest) for count in counts]
    others = len(parts) - len(terms)
    usual = sum(sum(count.values()) for count in by_base) / max(1, others) or 1
    holders = Counter(word for count in by_base for word in count)
    rarity = {word: math.log(1 + (others - held + 0.5) / (held + 0.5)) for word, held in holders.items()}
    best: defaultdict[str, list[Scored]] = defaultdict(list)
    for place, (part, count) in enumerate(zip(parts, by_base, strict=True)):
        damping = SATURATION * (1 - LENGTH + LENGTH * max(1, sum(count.values()) / usual))
        for word, worth in count.items():
            scored = (part.boost * rarity[word] * worth / (worth + damping), -place)
            # A heap that never grows past MOST: of a common word on a large site, most parts are never wanted.
            (heappush if len(best[word]) < MOST else heappushpop)(best[word], scored)
    top = max((max(scored)[0] for scored in best.values()), default=1)
    found = {word: _places(scored, top) for word, scored in best.items()}
    for place, name in terms.items():
        for word in name:
            found.setdefault(shortest[word], {})[place] = max(1, LEVELS // len(name))
    return Index(parts, {word: dict(sorted(found[word].items())) for word in sorted(found)})


def groups_of(phrases: Iterable[list[str]]) -> list[Group]:
    """The groups of these phrases that mean one thing; a phrase without a word to look for is none."""
    return [Group.of([words for phrase in same if (words := searched(phrase))]) for same in phrases]


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
    return _with_synonyms(worth, name + described + text, groups)


def _with_synonyms(worth: Worth, said: list[str], groups: list[Group]) -> dict[str, float]:
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
    return dict(worth)


def _spaced(words: list[str]) -> str:
    """The words so that none is found within another."""
    return f" {' '.join(words)} "


def _by_base(worth: dict[str, float], shortest: dict[str, str]) -> Worth:
    together: Worth = defaultdict(float)
    for word, value in worth.items():
        if word in shortest:
            together[shortest[word]] += value
    return together


def _places(best: list[Scored], top: float) -> Places:
    """Those that are worth enough beside the best one, with their weights, in the order of the parts."""
    least = LEAST * max(best)[0]
    return {
        -place: max(1, round(LEVELS * score / top)) for score, place in sorted(best, key=_by_place) if score >= least
    }


def _by_place(scored: Scored) -> int:
    return -scored[1]
