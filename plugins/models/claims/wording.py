"""Hold words for people, for kinds of treatment and for a course against how the field says them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.models.claims.rule import FDA, VIRGINIA, Known, rule
from plugins.models.claims.terms import pattern
from plugins.models.stance import asserted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.models.sentences import Sentence

STIGMA = pattern(
    r"""\b(?:(?:drug|opioid|heroin|meth|sex|recovering|pill) )?addicts?\b|\b(?:drug|substance|alcohol)[- ]?abusers?\b|\balcoholics?\b(?! (?:drinks?|beverages?|anonymous))
    |\b(?:suffer(?:s|ed|ing)?|sufferers?) (?:\w+ )?(?:from|of|with)\b|\bsufferers?\b|\b(?:commit(?:s|ted|ting)?) suicide\b
    |\b(?:successful|failed|unsuccessful|completed) (?:suicide|attempts?)\b|\bjunkies?\b|\bcrazy\b|\binsane\b|\bthe mentally ill\b
    |\b(?:schizophrenics?|psychotics|manic-depressives?|depressives|psychos?|lunatics?)\b|\bvictims? of (?:depression|ptsd|mental|addiction|bipolar|ocd)
    |\bafflicted (?:with|by)\b|\bstricken with\b|\bmental patients?\b|\b(?:is|are) a (?:borderline|bipolar)\b|\bdrug habit\b"""
)
CONFUSED = pattern(
    r"""\binfusions?(?: (?:therapy|treatments?))?,? (?:[\w'-]+ ){0,5}?(?:also |sometimes |often |otherwise )?(?:known as|called|termed|referred to as|or simply|is the same as|means) (?:[\w'-]+ ){0,2}?
      (?:ketamine-)?(?:assisted )?(?:psycho|talking )?therapy\b(?<!infusion therapy)
    |\b(?:ketamine-)?assisted (?:psycho)?therapy,? (?:[\w'-]+ ){0,5}?(?:known as|called|termed|referred to as|or|is the same as) (?:[\w'-]+ ){0,3}?infusions?\b
    |\b(?:also |sometimes )?(?:known as|called|goes by) (?:[\w'-]+ ){0,3}?(?:ketamine-)?assisted (?:psycho)?therapy (?:or|and) (?:[\w'-]+ ){0,2}?infusions?
    |\b(?:mental|psychiatric|psychological|emotional)(?: health)? (?:conditions?|illness\w*|disorders?|problems?|diagnos\w+|issues?) ?
      (?:,? (?:such as|like|including)|:|\() ?[^.;]*?\bpain\b
    |\bpain,? (?:[\w'-]+,? ){0,5}?and other (?:mental|psychiatric)\b
    |\b(?:esketamine|spravato) (?:is|are) (?:just |simply |only |really |basically )?(?:the same (?:as|drug)|ketamine|another name|a brand (?:name )?(?:of|for) ketamine)
    |\bketamine \((?:spravato|esketamine)\)|\bketamine,? (?:also )?(?:known|sold) as (?:spravato|esketamine)"""
)
BY_NOSE = pattern(
    r"""(?P<words>\b(?:iv|intravenous\w*|veins?|infus\w+|drip|injection|injected|needle|arm)\b[^.;]*?\bor\b[^.;]*?
      \b(?:nasal\w*|intranasal\w*|nose|nostrils?|sprays?|sniff\w*)\b
    |\b(?:nasal\w*|intranasal\w*|nose|nostrils?|sprays?)\b[^.;]*?\bor\b[^.;]*?\b(?:iv|intravenous\w*|veins?|infus\w+|drip|inject\w+)\b
    |\bintranasal ketamine\b|\bketamine nasal sprays?\b)"""
)
TOLD_APART = pattern(r"\b(?:esketamine|spravato|compounded|fda|not approved|unapproved|no approved)\b")
OF_TREATMENT = pattern(r"(?:ketamine|medicine|drug|treatment|it|therapy)\b")
VAGUE_COURSE = pattern(
    r"""\b(?:course|series|program|plan|protocol|treatment|therapy|patients?|people|you|most) (?:[\w'-]+ ){0,8}?
      (?P<words>(?:several|multiple|a number of|a few|some|a handful of|numerous|many|various|a (?:series|string|set|succession) of)[ ]
      (?:\w+ )?(?:sessions?|infusions?|treatments?|visits?|doses?|appointments?))\b"""
)


@rule(
    "C-13",
    why="can hurt those it speaks of",
    todo='put the person first: "a person with …", "lives with …", "died by suicide"',
    source="National guidelines for safe messaging on suicide; AMA Manual of Style on person-first language",
    severity="warning",
)
def stigma(sentence: Sentence, _: Known) -> Iterable[re.Match[str]]:
    """People are named before their illness, and suicide is not spoken of as a crime or a success."""
    return asserted(sentence, STIGMA, denied_too=True)


@rule(
    "C-21",
    why="takes two different things for one",
    todo="name each by itself: infusion, assisted psychotherapy, esketamine (Spravato), compounded ketamine; pain is no mental illness",
    source=FDA,
)
def confused(sentence: Sentence, _: Known) -> Iterator[re.Match[str]]:
    """Infusions, assisted psychotherapy, esketamine and compounded sprays are kept apart, and so are pain and mental illness."""
    yield from asserted(sentence, CONFUSED)
    for match in asserted(sentence, BY_NOSE):
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
