"""Deal the words of the site out into files that are small to fetch."""

from __future__ import annotations

import json
from hashlib import sha256
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple

from plugins.models.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.models.search_weights import Index, Places

# Characters before compression, so that every machine cuts alike: of the one file that a small site needs, and of each
# of the files that a large one has.
WHOLE, SHARD = 38_000, 14_000
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class Shard(NamedTuple):
    """Neighboring words, as two files: what finds a part, and the first words of each part."""

    words: list[str]
    found: str
    excerpts: str


def release(dealt: list[Shard]) -> str:
    """What the files' names begin with: it changes with the content."""
    texts = (text for shard in dealt for text in (shard.found, shard.excerpts))
    return sha256("\n".join(texts).encode()).hexdigest()[:10]


def shards(index: Index, whole: int = WHOLE, shard: int = SHARD) -> list[Shard]:
    """One shard for everything while that is small; else the words in order, cut where a file would be too large."""
    words = [*index.found]
    together = _shard(index, words)
    return [together] if len(together.found) <= whole else [*_cut(index, words, shard)]


def beginnings(dealt: list[Shard]) -> list[str]:
    """Of each shard the shortest text that its words reach, in the order of letters, and those before it do not."""
    pairs = pairwise(shard.words for shard in dealt)
    return ["", *(after[0][: _in_common(before[-1], after[0]) + 1] for before, after in pairs)]


def _cut(index: Index, words: list[str], most: int) -> Iterator[Shard]:
    shard = _shard(index, words)
    if len(shard.found) <= most or len(words) == 1:
        yield shard
        return
    # In the middle third, where neighbors have the least in common, so that the forms of a word stay together.
    third = len(words) // 3
    places = range(max(1, third), max(2, len(words) - third))
    place = min(places, key=lambda place: _in_common(words[place - 1], words[place]))
    yield from _cut(index, words[:place], most)
    yield from _cut(index, words[place:], most)


def _in_common(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return sum(1 for _ in takewhile(bool, map(str.__eq__, one, other)))


def _shard(index: Index, words: list[str]) -> Shard:
    places = sorted({place for word in words for place in index.found[word]})
    numbers = {place: number for number, place in enumerate(places)}
    pages: dict[str, list[object]] = {}
    for place in places:
        part = index.parts[place]
        page = pages.setdefault(part.address, [part.address, part.page])
        # The id of a heading mostly is its slug, which theme/components/search/search.js makes of it too.
        page.append(part.heading if slug(part.heading) == part.fragment else [part.heading, part.fragment])
    found = [_postings({numbers[place]: weight for place, weight in index.found[word].items()}) for word in words]
    data = {"words": _in_short(words), "found": " ".join(found), "pages": list(pages.values())}
    return Shard(words, written(data), written([index.parts[place].excerpt for place in places]))


def _in_short(words: list[str]) -> str:
    """Of each word how many letters it begins with as the one before it, from A for none on, and the rest of it."""
    shared = [0, *(min(25, _in_common(*pair)) for pair in pairwise(words))]
    return "".join(chr(ord("A") + same) + word[same:] for same, word in zip(shared, words, strict=True))


def _postings(places: Places) -> str:
    """The step from each place to the next in base 36, nothing for 1, and the weight there from A on."""
    last, text = -1, ""
    for place, weight in sorted(places.items()):
        text += (_base_36(place - last) if place - last > 1 else "") + chr(ord("A") - 1 + weight)
        last = place
    return text


def _base_36(number: int) -> str:
    return (_base_36(number // 36) if number >= 36 else "") + DIGITS[number % 36]


def written(data: object) -> str:
    """JSON without spaces."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
