"""Tell what a sentence asserts from what it denies, quotes, asks or doubts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.models.sentences import Sentence

# After NegEx (Chapman and others, 2001): words that deny, words that only seem to, and where a denial ends.
DENIES = re.compile(
    r"\b(?:not|never|no|nobody|none|nothing|neither|nor|cannot|hardly|beware|wary|avoid\w*|warn\w*|doubt\w*|suspicious"
    r"|distrust\w*|false\w*|mislead\w*|myths?|untrue|wrong\w*|refus\w*|unproven|against|far from|fail(?:s|ed)? to"
    r"|lacks?|too good|rather than|instead of|unlike|without)\b|n't\b"
)
SEEMS_TO = re.compile(
    r"\bnot (?:only|just|merely|simply|to mention|long ago|since)\b|\bno (?:doubt|question|wonder|longer|matter|other"
    r"|need|more|less|exaggeration|secret|accident|surprise|coincidence|(?:extra )?(?:cost|charge|fee))\b|\bno-cost\b"
    r"|\bnothing (?:short of|less than|since|before|in (?:\w+ ){0,3}?(?:years|decades|history)|if not)\b"
    r"|\bnever (?:before|has|have)\b|\b(?:won't|will not|doesn't|does not) cost\b"
    r"|\b(?:works?|working|succeeds?|effective|fights?|acts?|wins?|helps?|powerful) against\b"
    r"|\bwithout (?:a |any )?(?:doubt|question|needing|having)\b|\bnothing (?:else )?(?:works|beats|compares|acts"
    r"|helps)\b"
    r"|\b(?:can|could)(?:not|n't) be (?:overstated|denied)\b|\bwhy not\b"
)
# These reach over a few words, and over no comma.
NEAR = re.compile(r"rather than|instead of|unlike|without|against|avoid\w*|lacks?")
NEAR_WORDS = 4
DENIAL_ENDS = re.compile(
    r"[;:]|--|\u2014|\u2013 | - |\b(?:but|however|yet|although|though|while|whereas|because|instead(?! of))\b"
    r"|, (?:and |so |then )?(?:it|we|you|they|he|she|this|our|your|the|ketamine|infusions|people|patients)\b"
    r"|\band (?:it|they|this|we|you|our|ketamine|will|can|is|are|has|have)\b"
)
SUBORDINATE = re.compile(r"\b(?:who|whom|whose|which|when|if|after|where|even|since|until|before|once|as)\b")
SUBORDINATE_WORDS = 3
DENIED_BEHIND = re.compile(
    r"[^.;]{0,60}?\b(?:(?:is|are|was|were|be|seems?|sounds?|remains?) (?:\w+ )?(?:not|never|n't)"
    r" (?:\w+ )?(?:true|known|proven|shown|established|possible|likely|realistic|supported|a word|words|what|ours"
    r"|something|honest|fair|allowed|promised|a promise)"
    r"|(?:is|are|was|were|remains?) (?:a |an |just a |only a |still )?(?:myths?|false|untrue|unlikely|unknown"
    r"|unproven|misleading|wrong|unclear|illegal|nonsense|red flag|warning sign|too good)"
    r"|(?:has|have) (?:not|never) been (?:shown|proven|found|promised|established)|(?:can)not be (?:promised|known)"
    r"|(?:isn't|aren't) (?:true|known|proven|likely))\b"
)
# "Pills do not cure it; ketamine does."
CONTRAST = re.compile(
    r"[^.;,]{0,40}[;,:\u2014-]+ (?:but |and )?(?:ketamine|infusions?|ours?|we|our \w+|this \w*|it) ?(?:does|do|is"
    r"|are|can|will|did)"
    r"(?=[.,;!]|$)"
)
SALES_QUESTION = re.compile(
    r"(?:are you |you )?(?:ready|want|looking|tired|why (?:wait|not|suffer)|did you know|imagine)\b"
)
ASKED = re.compile(
    r"\b(?:whether|if(?! you (?:want|wish|are (?:ready|looking|tired)|need))|unless|how (?:safe|well|often|likely|sure)"
    r"|(?:what|how) (?:\w+ )?(?:trials?|stud(?:y|ies)|research|science|evidence))\b[^,;]*$"
    r"|\bwhat (?:the |other |recent |most )?$"
)
SET_APART = re.compile(r"(?:\bnot|\brather than|\binstead of|\bnever) $")
OUR_OWN_WORDS = re.compile(
    r"\b(?:we|our|us|patients?|clients?|people) (?:\w+ )?(?:call|say|tell|describe|report|love|name)"
)
HEDGES = re.compile(
    r"\b(?:may|might|could|perhaps|possibl[ey]|appears?|seems?|some (?:people|adults|patients|of)|in some|for some"
    r"|not (?:everyone|all)|thought to|believed to|suspect\w*|one idea|ideas?|theor(?:y|ies)|hypothes\w+|unclear"
    r"|un(?:known|proven|settled|certain)|nobody (?:\w+ )?knows|not (?:yet )?(?:known|clear|settled|proven|shown)"
    r"|being studied|under study|early (?:work|research|stud|trial|evidence)|weak|low certainty|limited|mixed|small"
    r"|tends? to|often|sometimes|usually|can sometimes|in theory|if it (?:helps|works))"
)


def asserted(
    sentence: Sentence, pattern: re.Pattern[str], *, denied_too: bool = False, denies_itself: bool = False
) -> Iterator[re.Match[str]]:
    """Each place where the sentence says in earnest what ``pattern``, in small letters, finds.

    With ``denied_too``, only what is quoted from others is left out. A pattern that ``denies_itself`` has denials of
    its own ("no side effects"); for any other, a denial between the first and the last of its words counts.
    """
    for match in pattern.finditer(sentence.lower):
        if not is_quoted(sentence, match) and (
            denied_too or not (is_asked(sentence, match) or is_denied(sentence, match, inside=not denies_itself))
        ):
            yield match


def is_quoted(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether the words stand in quotation marks, and are not the clinic's or its patients' own."""
    inside = [start for start, end in sentence.quoted if start <= match.start() and match.end() <= end]
    text = sentence.lower[: inside[0]] if inside else ""
    return bool(inside) and bool(SET_APART.search(text) or not OUR_OWN_WORDS.search(text))


def is_asked(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether the words are a question, or what is not known or only supposed."""
    text = sentence.lower
    question = text.rstrip("\"')").endswith("?") and not SALES_QUESTION.match(text)
    return question or bool(ASKED.search(text, 0, match.start()) and ASKED.search(text, 0, _last_word(match)))


def is_denied(sentence: Sentence, match: re.Match[str], *, inside: bool = True) -> bool:
    """Whether a word before or behind, or ``inside`` too, says that it is not so."""
    text = sentence.lower
    start = match.start("words") if "words" in match.re.groupindex else match.start()
    if inside:
        start = max(start, _last_word(match))
    ends = [end.end() for end in DENIAL_ENDS.finditer(text, 0, start)]
    clause = SEEMS_TO.sub(lambda seeming: "_" * len(seeming[0]), text)[ends[-1] if ends else 0 : start]
    denied = any(_reaches(denial, clause) for denial in DENIES.finditer(clause))
    return (denied and not CONTRAST.match(text, match.end())) or bool(DENIED_BEHIND.match(text, match.end()))


def _last_word(match: re.Match[str]) -> int:
    return match.string.rfind(" ", 0, match.end()) + 1


def _reaches(denial: re.Match[str], clause: str) -> bool:
    """Whether a denial holds to the end of the clause that it stands in."""
    between = clause[denial.end() :]
    if NEAR.fullmatch(denial[0]):
        return "," not in between and len(between.split()) <= NEAR_WORDS
    if SUBORDINATE.search(clause, 0, denial.start()):
        return "," not in between and len(between.split()) <= SUBORDINATE_WORDS
    return True


def is_hedged(sentence: Sentence) -> bool:
    """Whether the sentence says that it is not sure, or not so for everyone."""
    return bool(HEDGES.search(sentence.lower))
