"""Measure how hard sentences are to read."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from pysyllables import get_syllable_count

from plugins.models.prose import POSSESSIVE

if TYPE_CHECKING:
    from collections.abc import Collection

    from plugins.models.glossary import Glossary
    from plugins.models.sentences import Sentence

VOWELS = re.compile(r"[aeiouy]+")
SILENT = re.compile(r"(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouscxzgh])es$")
SPLIT = re.compile(r"i[ao](?!u)|ua|ie(?=t)|[aeiouy](?=ing)")  # two syllables where vowels stand together …
JOINED = re.compile(r"(?:[ct]i|gi|si)(?=[aeou](?!t))|qu|gu(?=[aei])")  # … but not in "special", "tion", "quite"
DRAWLED = {"our", "ours", "hour", "hours"}  # two syllables in the dictionary, one to everybody else
OF_A_TERM = 2  # syllables at most of a word that the glossary explains
BE = r"(?:am|is|are|was|were|be|been|being|get|gets|got|'s)"
IRREGULAR = (
    "asked beaten become begun bitten blown born bought bound broken brought built caught chosen cut done drawn driven "
    "eaten fed felt found forbidden forgotten given gone grown heard held hidden hit hurt kept known laid led left "
    "lent lost made meant met paid put read run said seen sent set shown shut slept sold spent split spoken spread "
    "stuck struck sworn taken taught told thought thrown understood used woken won worn written"
)
STATES = "based gone interested involved limited mixed needed pleased related supposed tired worried"
PASSIVE = re.compile(
    rf"\b{BE}\s+(?:(?:not|also|then|now|often|usually|always|never|only|still|best|first|\w+ly)\s+)*"
    rf"(?!(?:{'|'.join(STATES.split())})\b)(?:\w{{2,}}ed|{'|'.join(IRREGULAR.split())})\b",
    re.IGNORECASE,
)


@cache
def syllables(word: str) -> int:
    """The syllables of an English word, as the CMU Pronouncing Dictionary has it, else by rule; a figure has one."""
    plain = POSSESSIVE.sub("", word.lower())
    if not word[0].isalpha() or plain in DRAWLED:
        return 1
    known = get_syllable_count(word.replace("\u2019", "'")) or get_syllable_count(plain)
    return int(known) if known else by_rule(plain)


def by_rule(word: str) -> int:
    """About how many syllables a word has that no dictionary knows."""
    plain = JOINED.sub("s", SILENT.sub("", word))
    return max(1, len(VOWELS.findall(plain)) + len(SPLIT.findall(plain)))


def weight(sentence: Sentence, glossary: Glossary) -> int:
    """The syllables of a sentence, with at most two for each word of a term that the glossary explains."""
    total = sum(map(syllables, sentence.words))
    for term in glossary.every.finditer(sentence.text):
        total -= sum(max(0, syllables(word) - OF_A_TERM) for word in re.findall(r"\w+", term[0]))
    return total


def grade(sentences: Collection[Sentence], glossary: Glossary) -> float:
    """The US school grade that reads the sentences with ease; at least one sentence is needed.

    0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid and others, 1975).
    """
    words = sum(len(sentence.words) for sentence in sentences)
    spoken = sum(weight(sentence, glossary) for sentence in sentences)
    return 0.39 * words / len(sentences) + 11.8 * spoken / words - 15.59


def is_passive(sentence: Sentence) -> bool:
    """Whether somebody is done to in it ("is given"): a form of "be" and a participle, which is nearly always right."""
    return bool(PASSIVE.search(sentence.text))
