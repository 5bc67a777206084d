"""Hold what is said of studies, numbers and mechanisms against its sources."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.models.claims.rule import FTC, Known, rule
from plugins.models.claims.terms import CONDITION, TREATMENT, WEAK, of_health, pattern
from plugins.models.stance import asserted, is_hedged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.models.sentences import Sentence

COUNT = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|hundreds?|thousands?"
    r"|dozens?|most|half|many|a third|two thirds|a quarter|three quarters|the majority|a majority)"
)
FIGURE = r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|hundred)"
PEOPLE = r"(?:people|patients|adults|veterans|participants|volunteers|men|women|clients|users|sufferers|of (?:them|those|all|our))"
NUMBER = pattern(
    rf"""\b\d[\d.,]*(?: ?%| (?:percent|per cent)\b)
    |\b{FIGURE} (?:in|out of|of) (?:every )?{FIGURE}\b(?! (?:days|hours|weeks|months|years|minutes))
    |\b(?:half|most|two[- ]thirds|a third|one third|three quarters|the majority|a majority|nearly all|almost all) (?:of )?
      (?:the |our |those |these |all )?{PEOPLE}\b
    |\b(?:\d[\d,]*|hundreds of|thousands of|dozens of|{FIGURE}) (?:\w+ )?(?:patients|adults|veterans|participants|volunteers
      |trials|studies|randomi[sz]ed|people (?:with|in|who))\b
    |\b(?:trials?|study|studies|group|review) (?:of|in|with) (?:\w+ )?\d[\d,]*\b|\b(?:twice|{FIGURE} times) (?:as|more|better|faster|the)\b|\b\w+fold\b|\b\d+ ?x (?:more|better|faster)
    |\b\d[\d.]* ?(?:mg|milligrams)(?:/kg| per| a| of|\b)
    |\b(?:within|after|for|lasts?|in|about|only|just) (?:\w+ ){{0,3}}?{FIGURE}(?: (?:to|or) {FIGURE})? (?:hours?|days?|weeks?|months?)\b"""
)
LASTING = pattern(r"(?:hours?|days?|weeks?|months?)$")
EFFECT = pattern(
    r"\b(?:relie\w+|effects?|benefits?|gains?|improve\w*|respon\w+|relapse\w*|lift\w*|fade\w*|lasts?|lasted|eas(?:e|es|ed)|better"
    r"|remission|works?|recover\w*|wears? off)\b"
)
MEASURED = pattern(
    rf"\b(?:{CONDITION}|{TREATMENT}|trials?|stud\w+|respon\w+|relie\w+|improv\w+|placebo|effects?|better|remission|recover\w*|infusions?)\b"
)
MONEY = pattern(r"\$|\b(?:cost|price|fees?|bills?|pay|insur\w+|discount|refund|deposit|off)\b")
STUDIES = pattern(
    r"""\b(?:stud(?:y|ies)|research(?:ers)?|trials?|evidence|science|scientists?|experts?|data|literature|doctors|reviews?)[ ]
      (?:(?:has|have|had|now|also|clearly|consistently|repeatedly|recently|further|all|over \w+) )*
      (?:shows?|shown|prov(?:e|es|ed|en)|demonstrat\w+|suggest\w*|finds?|found|confirm\w*|indicat\w+|reveal\w*|report\w*|discover\w*
      |agree\w*|learned|point\w*|support\w*|establish\w*|back\w* (?:up|this)|came to|noticed|realized|hail\w*)\b
    |\b(?:according to|backed by|based on|supported by) (?:\w+ )?(?:\w+ )?(?:research|studies|science|trials|evidence|experts)\b
    |\b(?:has|have) been (?:\w+ )?(?:shown|found|demonstrated|proven)\b
    |\b(?:clinically|scientifically|medically) (?:proven|tested|shown|validated|studied)\b|\bevidence-based (?:treatment|ketamine)\b
    |\b(?:is|are|was|were) (?:proven|shown|found|discovered) to\b"""
)
DATED = pattern(
    r"(?P<words>\b(?:made|synthesi[sz]ed|invented|discovered|developed|created|introduced|approved|used|tested)\b"
    r"[^.;]{0,40}?\b(?:in|since|during|back in) (?:the )?(?:early |late |mid-?)?(?:1[89]\d\d|20[0-2]\d)s?\b)"
)
OF_THE_DRUG = pattern(r"(?:ketamine|drug|medicine|fda|it|anesthetic)\b")
BRAIN = (
    r"(?:brains?|neur\w+|nerve cells?|synap\w+|receptors?|glutamate|bdnf|serotonin|dopamine|connections|pathways|circuits"
    r"|plasticity|nmda|growth (?:proteins?|factors?)|signals|chemistry|chemicals|wiring|messengers?)"
)
CAUSES = pattern(
    rf"""\b(?:work|act|help|operate)s? by\b
    |\b(?:caus|lead|result|trigger|restor|repair|rewir|reset|regrow|boost|stimulat|rebuil|releas|increas|activat|unlock|creat|form
      |rais|switch|turn|promot|produc|grow|build|strengthen|flood|quiet|block|renew|heal|reboot)\w* (?:[\w'-]+ ){{0,6}}?{BRAIN}\b
    |\b{BRAIN} (?:\w+ )?(?:rewires?|regrows?|repairs?|resets?|heals?|reboots?)"""
)
DRUG_OR_IT = pattern(rf"\b(?:{TREATMENT}|it|this|which|that)\b")
SETTLED = pattern(
    r"""\b(?:block|inhibit|prevent|stop|slow|keep|reduc|halt|limit)\w* (?:[\w'-]+ ){0,5}?re-?(?:uptake|absor\w+|taking|used)(?: of glutamate)?\b
      (?=.*glutamate|)
    |\b(?:balanc|rebalanc|correct|fix|restor|regulat|even|normali[sz]|adjust)\w* (?:out )?(?:[\w'-]+,? ){0,5}?
      (?:serotonin|dopamine|neurotransmitters?|chemical imbalance|brain chem\w+)\b
    |\b(?:serotonin|dopamine|neurotransmitters?)\b[^.;]*\b(?:into|in) balance\b
    |\b(?:interrupt|block|cut|stop|intercept|switch|turn|shut|silenc|mut)\w* (?:[\w'-]+ ){0,4}?(?:pain (?:signals?|messages?)|signals? of pain)\b
    |\b(?:bdnf|growth (?:proteins?|factors?))\b[^.;]*?\b(?:new|fresh|stronger|build\w*|grow\w*|form\w*)\b[^.;]*?(?:connections|synap\w+|links|pathways|cells)"""
)
CLAIMED = (
    r"(?:treat\w*|help\w*|works?|relie\w+|eas(?:e|es|ed|ing)|improv\w+|reduc\w+|lift\w*|effective|success\w*|promis\w+|benefit\w*"
    r"|respond\w*|alleviat\w+|sooth\w+|calm\w*|lessen\w*|overcom\w*|manag\w+|better|answer|solution|option|candidates?|anti-anxiety"
    r"|optimi[sz]\w+|refin\w+|fine-tun\w+|perfect\w*|quiet\w*|combat\w*|conquer\w*|break\w*|results|lower\w*|ends?|ideal|suit\w*)"
)
WEAKLY = pattern(
    rf"(?P<words>\b{CLAIMED}\b[^.;]*?\b{WEAK}\b|\b{WEAK}\b(?:[^.;]*?\b{CLAIMED}\b)|\banti-anxiety effects?\b)"
)
OF_KETAMINE = pattern(rf"\b(?:{TREATMENT}|it|we|our|this|researchers|protocols?)\b")
GRADED = pattern(
    r"\b(?:weak|limited|mixed|small|early|little|absent|missing|one trial|single trial|few trials|unclear|uncertain|unproven"
    r"|(?:being|under) stud(?:ied|y)|no (?:clear|good|strong) evidence|not (?:yet )?(?:known|clear|proven|enough)|nobody (?:yet )?knows"
    r"|too (?:little|few|small)|more research|needs? (?:more )?study|pilot|preliminary|experimental|no clear)\b"
)
OTHER_TREATMENT = pattern(
    r"\b(?:talking therap\w+|cbt|exposure therapy|ssris?|antidepressants?|lithium|sertraline|paroxetine|counseling|physical therapy)\b"
)
OF_TRAUMA = re.compile(r"ptsd|trauma")
VETERANS = pattern(
    r"(?P<words>\b(?:help|reliev|work|eas|improv|heal|benefit|success|effective|treat|respon|recover|promis|reduc|lift|better|relief|gain"
    r"|transform|sav|hope|answer|positive|reliable|overcom)\w*\b)"
)


@rule(
    "C-08",
    why="states as settled how the treatment works",
    todo='say "may" or "one idea is", or cite what shows it: [@key]',
    source=FTC,
    severity="warning",
)
def mechanism(sentence: Sentence, _: Known) -> Iterator[re.Match[str]]:
    """How ketamine works is told as an idea, or with its source, because nobody knows for sure."""
    for match in asserted(sentence, CAUSES):
        if not sentence.keys and not is_hedged(sentence) and DRUG_OR_IT.search(sentence.lower):
            yield match


@rule(
    "C-20",
    why="tells a theory of how ketamine works, or a mistaken one, as a fact",
    todo="say that ketamine blocks the NMDA receptor, and that the rest is not yet clear; cite [@key]",
    source="Zanos and Gould, Molecular Psychiatry 2018; Maher and others, Anesthesia & Analgesia 2017",
)
def theory(sentence: Sentence, _: Known) -> Iterator[re.Match[str]]:
    """Ketamine does not work on the reuptake of glutamate; that it balances messengers or cuts pain signals is no fact."""
    for match in asserted(sentence, SETTLED):
        if "reup" in match[0] or "re-up" in match[0] or not (sentence.keys or is_hedged(sentence)):
            yield match


@rule(
    "C-09",
    why="has no source in its sentence",
    todo="cite where it comes from, before the full stop: [@key]; or leave it out",
    source=FTC,
)
def number(sentence: Sentence, _: Known) -> Iterator[re.Match[str]]:
    """A number about health, a date of the drug's history, and "studies show" stand with their source."""
    if sentence.keys or sentence.kind in {"picture", "fees"}:
        return
    text = sentence.lower
    yield from asserted(sentence, STUDIES)
    for match in asserted(sentence, NUMBER):
        measured = EFFECT if LASTING.search(match[0]) else MEASURED
        if measured.search(text) and not MONEY.search(text) and of_health(sentence):
            yield match
    for match in asserted(sentence, DATED):
        if OF_THE_DRUG.search(text):
            yield match


@rule(
    "C-10",
    why="claims a use for which the evidence is weak, and does not say so",
    todo='say how sure it is: "one small trial", "the evidence is weak"; and cite it',
    source=FTC,
)
def weak_evidence(sentence: Sentence, _: Known) -> Iterator[re.Match[str]]:
    """A use without good evidence is named together with how little is known."""
    text = sentence.lower
    for match in asserted(sentence, WEAKLY):
        told = GRADED.search(text) or OTHER_TREATMENT.search(text) or (sentence.keys and is_hedged(sentence))
        if not told and OF_KETAMINE.search(text):
            yield match


@rule(
    "C-12",
    why="speaks of a benefit for veterans with PTSD without the trial that found none",
    todo="say that the trial in 158 veterans found no clear gain, and cite it: [@abdallah2022]",
    source=FTC,
)
def veterans(sentence: Sentence, known: Known) -> Iterator[re.Match[str]]:
    """Whoever speaks of veterans, PTSD and a benefit names the trial in veterans, which found none."""
    of_them = "veteran" in sentence.lower and OF_TRAUMA.search(sentence.lower)
    if of_them and not sentence.keys & known.against_ptsd:
        yield from asserted(sentence, VETERANS)
