"""Hold words for people, for kinds of treatment and for a course against how the field says them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.models.claims.rule import FDA, VIRGINIA, Known, rule
from plugins.models.claims.terms import few, phrases
from plugins.models.stance import asserted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.models.sentences import Sentence

STIGMA = phrases(
    r"(?:ex-)?addicts?\b|(?:drug|substance|alcohol)[- ]?abusers?\b|alcoholics?\b(?! (?:drinks?|beverages?"
    r"|anonymous))|drug habit\b",
    r"(?:suffer(?:s|ed|ing)?|sufferers?) (?:\w+ )?(?:from|of|with)\b|sufferers?\b|afflicted (?:with|by)\b"
    r"|stricken (?:with|by)\b",
    r"commit(?:s|ted|ting)? suicide\b|(?:successful|failed|unsuccessful|completed) (?:suicide|attempts?)\b"
    r"|suicide epidemic\b",
    r"junkies?\b|crazy\b|insane\b|lunatics?\b|psychos?\b|drunks\b|crackheads?\b|nut ?cases?\b|drug users?\b",
    r"the (?:mentally ill|depressed|addicted|disabled)\b|schizophrenics?\b|psychotics\b|manic-depressives?\b"
    r"|depressives\b",
    r"victims? of (?:depression|ptsd|mental|addiction|bipolar|ocd)|mental patients?\b|(?:is"
    r"|are) (?:a )?(?:borderline|bipolar|psychotic)s?\b",
    r"(?:plagued|crippled|struck down) by\b|wheelchair-bound\b",
)
ASSISTED = r"(?:(?:ketamine[- ])?assisted (?:psycho)?therapy|ketamine psychotherapy|kap\b)"
SAME = (
    r"(?:(?:also |sometimes |often |otherwise )?(?:known as|called|termed|referred to as|goes by)|or simply"
    r"|is the same (?:thing )?as|means|or)"
)
MENTAL = (
    r"(?:mental|psychiatric|psychological|emotional)(?: health)? (?:conditions?|illness\w*|disorders?|problems?"
    r"|diagnos\w+|issues?)"
)
CONFUSED = phrases(
    rf"infusions?(?: (?:therapy|treatments?))?,? {few(3)}{SAME} {few(3)}{ASSISTED}",
    rf"{ASSISTED},? {few(3)}{SAME} {few(3)}infusions?\b",
    rf"(?:known as|called|goes by) {few(3)}{ASSISTED} (?:or|and) {few(2)}infusions?\b",
    rf"{MENTAL} ?(?:,? (?:such as|like|including|for example)|:|\() ?[^.;]*?\bpain\b",
    rf"pain,? {few(5)}and other {MENTAL}|pain is an? {MENTAL}",
    r"(?:esketamine|spravato) (?:is|are) (?:just |simply |only |really |basically )?(?:the same (?:as|drug)"
    r"|ketamine|another name|a brand)",
    r"ketamine \((?:spravato|esketamine)\)|ketamine,? (?:also )?(?:known|sold) as (?:spravato|esketamine)",
)
VEIN = r"(?:iv|intravenous\w*|veins?|infus\w+|drip|inject\w+|needle|arm)"
NOSE = r"(?:nasal\w*|intranasal\w*|nose|nostrils?|sprays?|sniff\w*)"
NASAL = re.compile(NOSE)
BY_NOSE = phrases(
    rf"{VEIN}\b[^.;]*?\bor\b[^.;]*?\b{NOSE}\b|{NOSE}\b[^.;]*?\bor\b[^.;]*?\b{VEIN}\b",
    r"intranasal ketamine\b|ketamine nasal sprays?\b",
)
OF_TREATMENT = phrases(r"(?:ketamine|medicine|drug|treatment|it|therapy)\b")
TOLD_APART = phrases(r"(?:esketamine|spravato|compounded|fda|not approved|unapproved|no approved)\b")
VAGUE_COURSE = phrases(
    rf"(?:course|series|program|plan|protocol|treatment|therapy|patients?|people|you|most) {few(8)}(?P<words>"
    r"(?:several|multiple|a number of|a few|some|a handful of|numerous|many|various|a (?:series|string|set"
    r"|succession) of) "
    r"(?:\w+ )?(?:sessions?|infusions?|treatments?|visits?|doses?|appointments?))\b",
)


@rule(
    "C-13",
    why="can hurt those it speaks of",
    todo='put the person first: "a person with …", "lives with …", "died by suicide"',
    source="Recommendations for reporting on suicide; AMA Manual of Style on person-first language",
    severity="warning",
)
def stigma(sentence: Sentence, _: Known) -> Iterable[re.Match[str]]:
    """People are named before their illness, and suicide is not spoken of as a crime or a success."""
    return asserted(sentence, STIGMA, denied_too=True)


@rule(
    "C-21",
    why="takes two different things for one",
    todo="name each by itself: infusion, assisted psychotherapy, esketamine, compounded; pain is no mental illness",
    source=FDA,
)
def confused(sentence: Sentence, _: Known) -> Iterator[re.Match[str]]:
    """Infusions, assisted psychotherapy, esketamine and compounded sprays are kept apart; pain is no mental illness."""
    yield from asserted(sentence, CONFUSED)
    for match in asserted(sentence, BY_NOSE) if NASAL.search(sentence.lower) else ():
        if OF_TREATMENT.search(sentence.lower) and not TOLD_APART.search(sentence.lower):
            yield match


@rule(
    "C-22",
    why="leaves open how long a course is",
    todo="write the clinic's own course in numbers, or ==To be confirmed: the course==",
    source=VIRGINIA,
)
def course(sentence: Sentence, _: Known) -> Iterator[re.Match[str]]:
    """A course is told in numbers, because nobody can plan or pay for "several sessions"."""
    if not sentence.keys:
        yield from asserted(sentence, VAGUE_COURSE)
