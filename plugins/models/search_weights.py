"""Weigh each word of the site in each part that it leads to."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from heapq import heappush, heappushpop
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
Phrases = list[list[list[str]]]  # of each group its phrases, as words
Scored = tuple[float, int]  # the place negative, so that of equals the first is the best


class Index(NamedTuple):
    """The parts, and for each word the places of those that it leads to, with weights from 1 to ``LEVELS``."""

    parts: list[Part]
    found: dict[str, Places]


def weigh(
    parts: list[Part], groups: Iterable[list[str]] = (), counted: Iterable[dict[str, float]] | None = None
) -> Index:
    """Rare words, headings and short texts count for more (BM25F); groups hold phrases that mean one thing.

    A term of the glossary is found by its name alone, and takes no other part's place. Where the words of each part
    have been ``counted`` already, that is not done again.
    """
    phrases = phrases_of(groups)
    terms = {place: searched(part.heading) for place, part in enumerate(parts) if part.is_term}
    counts = [count_words(part, phrases) for part in parts] if counted is None else [*counted]
    grouped = {word for group in phrases for phrase in group for word in phrase}
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


def phrases_of(groups: Iterable[list[str]]) -> Phrases:
    """The words of each phrase of each group."""
    return [[searched(phrase) for phrase in group] for group in groups]


def count_words(part: Part, phrases: Phrases) -> dict[str, float]:
    """What each word that a part is found by is worth there; nothing for a term of the glossary."""
    return {} if part.is_term else _with_synonyms(_count(part), part, phrases)


def _count(part: Part) -> Worth:
    """What each word of a part is worth there."""
    worth: Worth = defaultdict(float)
    above = part.page if part.heading else ""
    for text, each in (
        (part.heading or part.page, HEADING),
        (above, PAGE),
        (part.description, DESCRIPTION),
        (part.text, 1),
    ):
        own = searched(text)
        for word in own:
            worth[word] += each if each == 1 else each * 1.5 / len(own) ** 0.5
    return worth


def _with_synonyms(worth: Worth, part: Part, groups: Phrases) -> dict[str, float]:
    """A part that says a thing in one way is found by the others, too."""
    text = f" {' '.join(searched(f'{part.heading or part.page} {part.description} {part.text}'))} "
    told = dict(worth)
    for group in groups:
        held = [phrase for phrase in group if phrase and f" {' '.join(phrase)} " in text]
        most = max((min(told[word] for word in phrase) for phrase in held), default=0)
        for word in sorted({word for phrase in group for word in phrase} - set(told)) if held else ():
            worth[word] = max(worth[word], SYNONYM * most)
    return dict(worth)


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
