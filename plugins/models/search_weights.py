"""Weigh each word of the site in each part that it leads to."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from plugins.models.search_counts import count, groups_of, nowhere
from plugins.models.search_words import bases, searched

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from plugins.models.search_counts import Counted, Group, Held
    from plugins.models.search_parts import Part

MOST, LEAST = 8, 0.4  # parts a word leads to, and how much each must be worth beside the best one
LEVELS = 4  # of weight
SATURATION, LENGTH = 3.0, 0.25  # k1 and b of BM25 (Robertson and Zaragoza, The probabilistic relevance framework, 2009)

Places = dict[int, int]
Scored = tuple[float, int]  # the place negative, so that of equals the first is the best


class Index(NamedTuple):
    """The parts, and for each word the places of those that it leads to, with weights from 1 to ``LEVELS``."""

    parts: list[Part]
    found: dict[str, Places]


def weigh(parts: Iterable[Part], phrases: Iterable[list[str]] = ()) -> Index:
    """The index of these parts; each list of phrases means one thing."""
    groups = groups_of(phrases)
    return weigh_counted([count(parts, groups)], groups)


def weigh_counted(counted: Iterable[Counted], groups: list[Group]) -> Index:
    """Rare words, headings and short texts count for more (BM25F).

    A term of the glossary is found by its name alone, and takes no other part's place.
    """
    parts, held = _gathered(counted)
    terms = {place: searched(part.heading) for place, part in enumerate(parts) if part.is_term}
    grouped = {word for group in groups for word in group.words}
    # Doses, years and prices are many, and nobody looks for them; "under 18" is looked for.
    sought = {word for word in held if word in grouped or not word.isdecimal()}
    shortest = bases(sought.union(*terms.values()))
    lengths = [0.0] * len(parts)
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for word, stands in held.items():
        if word in shortest:
            forms[shortest[word]].append(word)
            for place, worth in zip(*stands, strict=True):
                lengths[place] += worth
    others = len(parts) - len(terms)
    usual = sum(lengths) / max(1, others) or 1
    damping = [SATURATION * (1 - LENGTH + LENGTH * max(1, length / usual)) for length in lengths]
    boosts = [part.boost for part in parts]
    best: dict[str, list[Scored]] = {}
    for word, same in forms.items():
        places, worths = _together([held[form] for form in same])
        rarity = math.log(1 + (others - len(places) + 0.5) / (len(places) + 0.5))
        scores = [
            boosts[place] * rarity * worth / (worth + damping[place])
            for place, worth in zip(places, worths, strict=True)
        ]
        best[word] = _best(scores, places)
    top = max((scored[0][0] for scored in best.values()), default=1)
    found = {word: _places(scored, top) for word, scored in best.items()}
    for place, name in terms.items():
        for word in name:
            found.setdefault(shortest[word], {})[place] = max(1, LEVELS // len(name))
    return Index(parts, {word: dict(sorted(found[word].items())) for word in sorted(found)})


def _gathered(counted: Iterable[Counted]) -> tuple[list[Part], dict[str, Held]]:
    """The parts, and of each word the parts where it stands."""
    parts: list[Part] = []
    held: defaultdict[str, Held] = defaultdict(nowhere)
    for each in counted:
        for word, (places, worths) in each.held(len(parts)):
            known = held[word]
            known[0].extend(places)
            known[1].extend(worths)
        parts += each.parts
    return parts, held


def _together(forms: list[Held]) -> tuple[Sequence[int], Sequence[float]]:
    """The places of the parts where a word stands in any form, and what its forms are worth together in each."""
    if len(forms) == 1:
        return forms[0]
    stands: defaultdict[int, float] = defaultdict(float)
    for places, worths in forms:
        for place, worth in zip(places, worths, strict=True):
            stands[place] += worth
    return [*stands], [*stands.values()]


def _best(scores: list[float], places: Sequence[int]) -> list[Scored]:
    """The best of them first: of a common word on a large site, most parts are never wanted."""
    least = sorted(scores)[-MOST:][0]
    wanted = ((score, -place) for score, place in zip(scores, places, strict=True) if score >= least)
    return sorted(wanted, reverse=True)[:MOST]


def _places(best: list[Scored], top: float) -> Places:
    """Those that are worth enough beside the first one, with their weights, in the order of the parts."""
    least = LEAST * best[0][0]
    return {
        -place: max(1, round(LEVELS * score / top)) for score, place in sorted(best, key=_by_place) if score >= least
    }


def _by_place(scored: Scored) -> int:
    return -scored[1]
