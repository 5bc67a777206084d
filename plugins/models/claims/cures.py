"""Hold what is said of the end of an illness against what any trial could show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.models.claims.rule import FTC, Known, rule
from plugins.models.claims.terms import CONDITION, few, phrases
from plugins.models.stance import asserted

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from plugins.models.sentences import Sentence

THEN = r"(?=[.,;:!]|$| (?:and|for|at|with|once|by|after)\b)"
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
    rf"{CONDITION} (?:(?:is|are|will|be|becomes?|become|as good as|just|soon|finally|all|a|an|but|only) )+(?:(?:distant"
    rf"|bad|fading) )?(?:over{THEN}|history{THEN}|(?:a )?memory{THEN}|a thing of (?:the|your) past|behind (?:you|them"
    rf"|her"
    rf"|him)\b)",
    rf"{CONDITION} (?:as )?(?:a )?(?:(?:distant|bad) memory|thing of (?:the|your) past)\b|days (?:of"
    rf"|with) {few(3)}{CONDITION} are"
    r" (?:over|numbered|gone|behind)\b",
    rf"(?:mak(?:es?|ing)|turn(?:s|ing)?|let|lets) {few(3)}{CONDITION} (?:\w+ )?(?:history\b|yesterday|go away\b"
    rf"|disappear\b"
    r"|into (?:history|a memory)\b)",
    rf"{CONDITION} (?:ends|stops|dies) (?:here|now|today|with (?:us|ketamine))\b|free (?:of"
    rf"|from) {few(2)}{CONDITION}\b",
    rf"(?:mends?|mended|fix(?:es|ed)?|resolv(?:es?|ed)|repairs?|repaired|beats?|clears|cleared|shakes? off|overpowers?"
    rf"|extinguish(?:es|ed)?|uproots?|crush(?:es|ed)?) (?:(?:away|your|the|old|their|deep|chronic|severe|long-term"
    rf"|up) ){{0,2}}{CONDITION}\b",
    rf"(?:drives? out|drove out|knocks? out|shuts? (?:off|down|out)|switch(?:es)? off|stamps? out|chases? off"
    rf"|say so long to|puts? a"
    rf" stop to|breaks? free (?:of|from)|strips?|snaps? (?:\w+ )?out of|puts? out|lets? go of) {few(2)}{CONDITION}\b",
    rf"{CONDITION} (?:\w+ )?(?:off for good|meets its match|into remission|of its power)\b|{CONDITION},? gone\b"
    rf"|(?:years|decades|lifetime) of {few(2)}{CONDITION} (?:\w+ )?(?:undone|erased|gone)\b",
    rf"{CONDITION} (?:had|has|have) (?:\w+ )?(?:vanished|disappeared|gone|ended|left)\b|{CONDITION} a closed chapter\b"
    rf"|(?:broke|breaks?)"
    rf" the back of {few(2)}{CONDITION}|{CONDITION} (?:[\w']+ ){{1,6}}?can (?:finally )?(?:disappear|vanish|end)\b"
    rf"|stops? {few(2)}"
    rf"{CONDITION} {few(2)}in (?:its|their) tracks",
    rf"puts? {few(6)}{CONDITION} in the rear|kiss {few(3)}{CONDITION} goodbye\b|(?:last|final) day (?:of"
    rf"|with) {CONDITION}\b",
    r"(?:full|complete|total) (?:recovery|remission)\b",
    r"(?:an? |the )(?:antidote|panacea)\b",
)

# Here a denial is the promise itself.
CURE_BY_DENIAL = phrases(
    rf"{CONDITION} (?:\w+ ){{0,2}}?(?:(?:do|does|will)(?: not|n't) stand|has no|have no|stands? no) (?:a )?chance\b",
    rf"{CONDITION} (?:is|are|will be) no (?:more|longer){THEN}",
    rf"(?:no longer|never) (?:(?:be|feel|live with|have|wake up|again|in) ){{0,2}}{CONDITION}\b(?! (?:medicine|pill"
    rf"|care))",
    rf"(?:leave|walk out|go home|life|live|living|day|days|world|future|wake up) (?:(?:of|here"
    rf"|this place) ){{0,2}}without"
    rf" {few(2)}{CONDITION}\b",
    rf"{CONDITION} (?:\w+ )?no longer (?:runs?|rules?|controls?|owns?|defines?|holds?|follows?|haunts?|has|stands?)\b",
    rf"{CONDITION} (?:loses?|lost) (?:its|their) (?:hold|grip|power|sting)\b",
)


@rule(
    "C-01",
    why="promises a cure, which no trial shows",
    todo="say what trials found, and how sure that is",
    source=FTC,
)
def cure(sentence: Sentence, _: Known) -> Iterator[re.Match[str]]:
    """No treatment is said to cure, heal or end an illness."""
    yield from asserted(sentence, CURE)
    yield from asserted(sentence, CURE_BY_DENIAL, denies_itself=True)
