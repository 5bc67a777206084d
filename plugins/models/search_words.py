"""Take a text apart into the words that a search compares."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING

import snowballstemmer

if TYPE_CHECKING:
    from collections.abc import Iterable

WORD = re.compile(r"[a-z0-9]+")
STOP = (
    "a about after against all also am an and another any are as at be been before being but by can come could did "
    "do does doing dont each every everyone for from get give given goes gone had has have having he her here his "
    "how i if in into is it its just keep least let like make many may me might more most must my no nobody not now "
    "of often on one only or other others our out over own please say see she should so some someone something "
    "still such than that the their them then there these they this those through to too two under until up us very "
    "was we well were what when where whether which while who why will with within without would yet you your "
    "yourself"
)
STOPPED = frozenset(STOP.split())


def words(text: str) -> list[str]:
    """The words of a text as a search compares them: lower case, no accents, letters and figures."""
    letters = text.lower().replace("'", "").replace("\u2019", "")
    if letters.isascii():
        return WORD.findall(letters)
    letters = unicodedata.normalize("NFKD", letters)
    for accent in filter(unicodedata.combining, {*letters}):
        letters = letters.replace(accent, "")
    return WORD.findall(letters)


def searched(text: str) -> list[str]:
    """The words of a text that are worth looking for."""
    return [word for word in words(text) if word not in STOPPED and len(word) > 1]


def bases(known: Iterable[str]) -> dict[str, str]:
    """For each known word the shortest one of the same stem: "cost" for "costs" (Porter 2, as Snowball has it)."""
    stemmer = snowballstemmer.stemmer("english")
    stems: defaultdict[str, list[str]] = defaultdict(list)
    for word in known:
        stems[stemmer.stemWord(word)].append(word)
    return {word: min(same, key=lambda one: (len(one), one)) for same in stems.values() for word in same}
