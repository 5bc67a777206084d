"""Measure how hard words are to read: Flesch-Kincaid's grade (Kincaid and others, 1975) and the longest sentence."""

from __future__ import annotations

import re
from statistics import mean

NOT_WORDS = (
    (re.compile(r"\A---\n.*?^---$", re.DOTALL | re.MULTILINE), ""),  # front matter
    (re.compile(r"\s*\[@[^\]]*\]"), ""),  # citations
    (re.compile(r"\[([^\]]*)\]\([^)]*\)"), r"\1"),  # links
    (re.compile(r"^(?:#+|!!!|/{3,}) .*$", re.MULTILINE), "\n"),  # headings and the titles of callouts
    (re.compile(r"^\|.*$", re.MULTILINE), "\n"),  # tables
    (re.compile(r"==|\*\*|`"), ""),
    (re.compile(r"^\s*(?:[-*]|\d+\.)\s", re.MULTILINE), "\n\n"),  # an item of a list stands by itself
    (re.compile(r"(?<=\d)[.,](?=\d)"), ""),
)
SENTENCE_END = re.compile(r"(?<=[.!?])[\"')]*\s+|\n\s*\n")
WORD = re.compile(r"[A-Za-z0-9]+(?:'[A-Za-z]+)?")
VOWELS = re.compile(r"[aeiouy]+")
SILENT = re.compile(r"(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouscxzgh])es$")
SPLIT = re.compile(r"i[ao](?!u)|ua|ie(?=t)|[aeiouy](?=ing)")  # two syllables where vowels stand together …
JOINED = re.compile(r"(?:[ct]i|gi|si)(?=[aeou](?!t))|qu|gu(?=[aei])")  # … but not in "special", "tion", "quite"


def sentences(markdown: str) -> list[str]:
    """The sentences of a Markdown page as a reader sees them, headings left out."""
    for pattern, instead in NOT_WORDS:
        markdown = pattern.sub(instead, markdown)
    return [" ".join(sentence.split()) for sentence in SENTENCE_END.split(markdown) if WORD.search(sentence)]


def words(text: str) -> list[str]:
    """The words and figures of a text."""
    return WORD.findall(text)


def syllables(word: str) -> int:
    """About how many syllables an English word has; a figure counts as one."""
    plain = JOINED.sub("s", SILENT.sub("", word.lower().removesuffix("'s")))
    return max(1, len(VOWELS.findall(plain)) + len(SPLIT.findall(plain)))


def grade(markdown: str) -> float:
    """The US school grade that reads the text with ease: 0.39 words a sentence + 11.8 syllables a word - 15.59."""
    each = [words(sentence) for sentence in sentences(markdown)]
    return 0.39 * mean(map(len, each)) + 11.8 * mean(syllables(word) for found in each for word in found) - 15.59
