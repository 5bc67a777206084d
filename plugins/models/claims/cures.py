"""Hold what is said of the end of an illness against what any trial could show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.models.claims.rule import FTC, Known, rule
from plugins.models.claims.terms import CONDITION, few, phrases
from plugins.models.stance import asserted

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from plugins.models.sentences import Sentence

ILLNESS = rf"{few(6)}{CONDITION}\b"
REMOVES = (
    r"(?:eliminat|eradicat|banish|conquer|defeat|vanquish|eras|abolish|dissolv|remov|cleans|purg|destroy|undo|kill)"
    r"(?:e|es|ed|s|ing|oes)?"
)
CURE = phrases(
    r"cur(?:e[sd]?|ing|ative|e-alls?)\b",
    rf"heal(?:s|ed|ing)? {few(3)}(?:{CONDITION}|brain|minds?|you|yourself|wounds of|soul)\b",
    rf"{REMOVES} (?:away )?{ILLNESS}",
    rf"(?:wip|wash|melt|burn)(?:es?|s|ed|ing) (?:out|away) {ILLNESS}",
    rf"(?:get|gets|getting|got|rids?|frees?|freed) {few(3)}(?:of|from) {ILLNESS}",
    rf"(?:ends?|ended|ending|puts? an end to|revers(?:es?|ed|ing)) {few(2)}{CONDITION}\b",
    r"(?:depression|ptsd|pain|symptom|anxiety|trauma)s?-free\b",
    rf"(?:leav(?:es?|ing)|puts?) {few(5)}{CONDITION} (?:behind|to rest|in the past)\b",
    rf"{CONDITION} (?:(?:will|can|is|are|be|simply|just|all|finally|completely) )*(?:disappears?|vanish(?:es)?|gone)\b",
    rf"(?:tak(?:es?|en|ing)|sweep(?:s|ing)?|chas(?:es?|ing)) {few(3)}{CONDITION} away\b|tak(?:es?|ing) away {ILLNESS}",
    r"(?:full|complete|total) (?:recovery|remission)\b",
    r"(?:an? |the )(?:antidote|panacea)\b",
)


@rule(
    "C-01",
    why="promises a cure, which no trial shows",
    todo="say what trials found, and how sure that is",
    source=FTC,
)
def cure(sentence: Sentence, _: Known) -> Iterable[re.Match[str]]:
    """No treatment is said to cure, heal or end an illness."""
    return asserted(sentence, CURE)
