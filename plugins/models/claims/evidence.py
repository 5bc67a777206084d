"""Hold what is said of studies and numbers against its sources."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.models.claims.rule import FTC, Known, rule
from plugins.models.claims.terms import CONDITION, TREATMENT, few, phrases
from plugins.models.stance import asserted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.models.sentences import Sentence

FIGURE = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety|hundred)"
)
PEOPLE = (
    r"(?:people|patients|adults|veterans|participants|volunteers|men|women|clients|users|of (?:them|those|all|our|us))"
)
SHARE = (
    r"(?:half|most|two[- ]thirds|a third|one third|three quarters|the majority|a majority|nearly all|almost all"
    r"|the vast majority)"
)
NUMBER = phrases(
    rf"{FIGURE}(?: ?%| (?:percent|per cent)\b)",
    rf"{FIGURE} (?:in|out of|of) (?:every )?{FIGURE}\b(?! (?:days|hours|weeks|months|years|minutes))",
    rf"{SHARE} (?:of )?(?:the |our |those |these |all )?{PEOPLE}\b",
    rf"(?:\d[\d,]*|hundreds of|thousands of|dozens of|{FIGURE}) (?:\w+ )?(?:patients|adults|veterans|participants"
    r"|volunteers"
    r"|trials|studies|randomi[sz]ed|people (?:with|in|who))\b",
    r"(?:trials?|study|studies|group|review) (?:of|in|with) (?:\w+ )?\d[\d,]*\b",
    rf"(?:twice|{FIGURE} times) (?:as|more|better|faster|the)\b|\w+fold\b|\d+ ?x (?:more|better|faster)",
    r"(?:by|in|cut in) (?:half|a third|two[- ]thirds|a quarter)\b|(?:halv|doubl|tripl)(?:e|es|ed|ing)\b|on average\b"
    r"|as little as (?:\w+ )?(?:minutes?|hours?|days?|weeks?)\b",
    r"(?:success|response|remission|recovery|improvement) rates?\b",
    r"\d[\d.]* ?(?:mg|milligrams)(?:/kg| per| a| of|\b)",
    rf"(?:within|after|for|lasts?|in|about|only|just) (?:\w+ ){{0,3}}?{FIGURE}(?: (?:to|or) {FIGURE})? (?:hours?"
    r"|days?|weeks?|months?)\b",
)
LASTING = re.compile(r"(?:hours?|days?|weeks?|months?)$")
EFFECT = re.compile(
    r"\b(?:relie\w+|effects?|benefits?|gains?|improve\w*|respon\w+|relapse\w*|lift\w*|fade\w*|lasts?|lasted"
    r"|eas(?:e|es|ed)"
    r"|better|remission|wears? off)\b"
)
MEASURED = re.compile(
    rf"\b(?:{CONDITION}|{TREATMENT}|trials?|stud\w+|respon\w+|relie\w+|improv\w+|placebo|effects?|better|remission"
    r"|recover\w*|pills)\b"
)
MONEY = re.compile(r"\$|\b(?:costs?|price|fees?|bills?|pay|insur\w+|discount|refund|deposit|off)\b")
SCIENCE = (
    r"(?:stud(?:y|ies)|research(?:ers)?|trials?|evidence|science|scientists?|experts?|data|literature|papers|scientists"
    r"|doctors"
    r"|reviews?|numbers"
    r"|psychiatrists|findings)"
)
SHOWS = (
    r"(?:shows?|showed|shown|prov(?:e|es|ed|en)|demonstrat\w+|suggest\w*|finds?|found|confirm\w*|indicat\w+|reveal\w*"
    r"|report\w*"
    r"|discover\w*|agree\w*|learned|point\w*|support\w*|establish\w*|back\w*|came to|noticed|realized|hail\w*|speak\w*"
    r"|stands? behind|leaves? no doubt|is (?:in|clear|settled|overwhelming|strong))"
)
STUDIES = phrases(
    rf"{SCIENCE} (?:(?:has|have|had|now|also|everywhere|alike|clearly|consistently|repeatedly|recently|further|all"
    rf"|over \w+) )*{SHOWS}\b",
    rf"(?:according to|backed by|based on|supported by) {few(2)}{SCIENCE}\b",
    r"(?:has|have) been (?:\w+ )?(?:shown|found|demonstrated|proven)\b|(?:is|are|was|were) (?:proven|shown|found"
    r"|discovered) to\b",
    r"(?:clinically|scientifically|medically) (?:proven|tested|shown|validated|studied)\b"
    r"|evidence-based (?:treatment|ketamine)\b",
)
DECADE = phrases(
    r"(?:made|synthesi[sz]ed|invented|discovered|developed|created|introduced|used|tested)\b"
    r"[^.;]{0,40}?\b(?:in|since|during|back in) (?:the )?(?:early |late |mid-?)?(?:1[89]\d0|20[0-2]0|[1-9]0)'?s\b",
)
OF_THE_DRUG = phrases(r"(?:ketamine|drug|medicine|it|anesthetic)\b")


@rule(
    "C-09",
    why="has no source in its sentence",
    todo="cite where it comes from, before the full stop: [@key]; or leave it out",
    source=FTC,
)
def number(sentence: Sentence, _: Known) -> Iterator[re.Match[str]]:
    """A number about health, a decade of the drug's history, and "studies show" stand with their source."""
    if sentence.keys or sentence.kind in {"picture", "caption", "fees"}:
        return
    text = sentence.lower
    yield from asserted(sentence, STUDIES)
    for match in asserted(sentence, NUMBER):
        measured = EFFECT if LASTING.search(match[0]) else MEASURED
        if measured.search(text) and not MONEY.search(text):
            yield match
    for match in asserted(sentence, DECADE):
        if OF_THE_DRUG.search(text):
            yield match
