"""Hold what patients are made to say of the clinic against the rules on testimonials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.models.claims.rule import Known, rule
from plugins.models.claims.terms import phrases
from plugins.models.stance import is_asked, is_denied

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from plugins.models.sentences import Sentence

PATIENTS = r"(?:patients?|clients?|customers?|guests?)"
TELLS = r"(?:say|tell|told|love|report|rave|describe|call|wr[io]te|swear|agree|share|recommend|thank|felt|got)\w*"
FIRST_PERSON = r"[\"'][^\"]*\b(?:i|my|me|i'm|i've)\b[^\"]*[\"']"
PRAISE = phrases(
    r"testimonials?\b|(?:five|5|4\.\d)[- ]stars?\b|star ratings?\b|rated (?:\w+ )?(?:\d|five|excellent|top)"
    r"|\d\.\d (?:stars|on google)",
    rf"(?:{PATIENTS}|google|yelp|online|rave|glowing|our|facebook) reviews?\b|reviews? (?:from|by"
    rf"|of) (?:our )?(?:{PATIENTS}|people)",
    rf"(?:{PATIENTS}|success|recovery|healing) stor(?:y|ies)\b|(?:hear|stories|words) (?:from|of) (?:our |real "
    rf"|happy )*{PATIENTS}\b",
    rf"(?:our|many|most|former|past|happy|grateful|satisfied|countless) (?:\w+ )?{PATIENTS} (?:\w+ )?(?:are saying"
    rf"|{TELLS})",
    rf"(?:one of our|a former|one|a recent) (?:\w+ )?(?:{PATIENTS}|veteran|mother|woman|man) (?:\w+ )?{TELLS}",
    rf"{FIRST_PERSON},? (?:-+ ?|\u2014 ?|says?|said|writes?|told|wrote)",
    rf"(?:says?|said|writes?|wrote|told us) ?[\w. ]{{0,30}}[,:] ?{FIRST_PERSON}",
    r"(?:told|wrote|tells|writes|says to) us (?:after|how|about|that her|that his|that my)\b|what (?:people|others"
    r"|patients|families) (?:\w+ )?say"
    r" about\b|[a-z]+, (?:age )?\d\d, (?:\w+ )?(?:got|found|came|says|felt|was|is|has|had)\b|\w+ (?:happy"
    r"|glowing) reviews\b",
    rf"hear (?:from|how) (?:the )?(?:people|others|those|families|veterans)\b|(?:veteran|patient|mother|woman|man"
    rf"|client) put it\b|{PATIENTS}"
    r" (?:\w+ )?(?:rave|swear by|adore|love)\b",
    r"(?:changed|saved) my life\b|gave me my life\b|(?:loved|recommended|trusted) by (?:\w+ )?(?:hundreds"
    r"|thousands|patients)\b",
)


@rule(
    "T2",
    why="brings in what patients say",
    todo="take it out: praise proves nothing, and the law asks for consent, date and typical results",
    source="16 CFR 465, Consumer Reviews and Testimonials (2024)",
)
def praise(sentence: Sentence, _: Known) -> Iterator[re.Match[str]]:
    """No patient's words, stars or stories stand in for evidence."""
    for match in PRAISE.finditer(sentence.lower):
        if not (is_asked(sentence, match) or is_denied(sentence, match)):
            yield match
