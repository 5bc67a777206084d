"""Hold what is said of approval against the labels of ketamine and esketamine."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.models.claims.rule import FDA, Known, rule
from plugins.models.claims.terms import CONDITION, DRUG, few, phrases
from plugins.models.stance import asserted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.models.sentences import Sentence

AGENCY = (
    r"(?:(?:the )?(?:us )?(?:fda|food and drug administration)(?: \(fda\))?|(?:federal |drug |us )?regulators"
    r"|the (?:federal )?government)"
)
APPROVES = r"(?:approv|clear|authori[sz]|endors|back|licens|okay|sign\w* off|bless|green-?light|recogni[sz])\w*"
APPROVED = phrases(
    r"fda[- ](?:approv|clear|authori[sz]|certif|endors|back|licens)\w*",
    rf"{APPROVES} (?:\w+ ){{0,4}}?by {AGENCY}",
    rf"{AGENCY} (?:(?:has|have|now|also|recently|formally|officially|fully|even|just|long) )*{APPROVES}",
    rf"(?:approval|blessing|backing|nod|okay|green light|endorsement|stamp|seal) (?:\w+ ){{0,3}}?(?:of|from"
    rf"|by) {AGENCY}",
    r"ketamine(?: infusions?| therapy| treatments?)? (?:is|are|was|were|has been|have been|has|have|carries|holds"
    r"|enjoys|won|got|gained)"
    r" (?:\w+ ){0,3}?(?:approved|licensed|indicated|authori[sz]ed|cleared|approval)\b"
    r"|approved indication for ketamine\b",
    rf"{AGENCY} (?:gave|has given|granted|gives|handed) {few(3)}(?:green light|approval|nod|blessing|okay)\b|(?:meets?"
    rf"|follow|to) the"
    r" fda's? standards\b",
    rf"{AGENCY}'s? (?:\w+ )?(?:approval|blessing|backing|nod|okay|green light|endorsement|stamp|seal)\b",
)
NAMED = phrases(rf"{DRUG}\b")
BOTH = re.compile(r"\bketamine(?: \w+)? (?:and|or|as well as) (?:esketamine|spravato)")
FOR_ILLNESS = phrases(rf"(?:{CONDITION}|antidepressants?|clinics?|therapy|treatments?|infusions? for)\b")
RIGHTLY = re.compile(r"\boff-label\b|\bunapproved\b")
ANESTHETIC = re.compile(r"\ban(?:a)?esthe\w*|\bsurger\w*")


@rule(
    "C-03",
    why="says that ketamine is approved for more than anesthesia",
    todo="say that this use is off-label; only esketamine (Spravato) is approved, for some kinds of depression",
    source=FDA,
)
def approval(sentence: Sentence, _: Known) -> Iterator[re.Match[str]]:
    """Ketamine is approved for anesthesia and for no mental illness or pain; esketamine is another drug."""
    text = sentence.lower
    for match in asserted(sentence, APPROVED) if "ketamine" in text else ():
        # What stands behind a semicolon is another statement.
        start, end = text.rfind(";", 0, match.start()) + 1, text.find(";", match.end())
        clause = text[start : end if end > 0 else len(text)]
        names = sorted(NAMED.finditer(clause), key=lambda name: abs(name.start() + start - match.start()))
        meant = names and (names[0][0] == "ketamine" or BOTH.search(clause))
        as_anesthetic = ANESTHETIC.search(text, match.end())
        if meant and FOR_ILLNESS.search(clause) and not as_anesthetic and not RIGHTLY.search(text):
            yield match
