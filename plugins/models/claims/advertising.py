"""Hold what is said of the clinic, its prices and its patients against the rules of advertising."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.models.claims.rule import FDA, FTC, VIRGINIA, Known, rule
from plugins.models.claims.terms import pattern
from plugins.models.stance import asserted, is_asked, is_denied

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.models.sentences import Sentence

HYPE = pattern(
    r"""\bmirac(?:les?|ulous\w*)\b
    |\bbreak-?through\w*\b(?! (?:pain|bleeding|seizures?|therapy designation|symptoms?))|\brevolution\w*\b
    |\bgame[- ]chang\w+|\blife[- ](?:chang|transform|alter)\w+\b(?! (?:event|injur|illness|diagnos|accident|loss|news|disease))
    |\bcutting[- ]edge\b|\bstate[- ]of[- ]the[- ]art\b|\bground-?breaking\b|\bremarkabl\w+|\binnovati\w+|\bworld[- ]renowned\b
    |\b(?:amazing|incredible|astonishing|astounding|phenomenal|magical?|wonder drug|extraordinary|unbelievable|transformative)\b
    |\bunique(?:ly)? (?:\w+ )?(?:treatment|therapy|approach|clinic|opportunity|effective|powerful|method|program|protocol|drug|medicine
      |way|experience|ability|care|setting|suited)\b|\b(?:treatment|therapy|approach|clinic|ketamine|drug) is (?:truly )?unique\b"""
)
CLINIC = (
    r"(?:clinics?|centers?|practices?|providers?|teams?|doctors?|physicians?|clinicians?|staff|specialists?|experts?|nurses?"
    r"|facilit\w+|programs?|care|anesthesiologists?|psychiatrists?|treatment center|infusions?|therapists?|treatments?)"
)
BEST = (
    r"(?:best|finest|greatest|leading|premier|top(?:-rated|-ranked)?|number one|no\. 1|#1|foremost|world-class|award-winning"
    r"|unmatched|unrivaled|unparalleled|unsurpassed|highest-rated|largest|first-class|most (?:experienced|trusted|respected"
    r"|advanced|qualified|caring|skilled|reliable|effective|modern|successful|sought-after))"
)
SUPERLATIVE = pattern(
    rf"""(?<!\w){BEST} (?:[\w'-]+,? ){{0,4}}?{CLINIC}\b(?! for (?:you|your|each)\b)
    |\bthe only (?:[\w'-]+ ){{0,3}}?(?:clinic|center|practice|provider|team|doctors?|place)\b
    |\b(?:we|our (?:\w+ )?{CLINIC}|nova health recovery|this clinic) (?:is|are) (?:[\w'-]+ ){{0,3}}?
      (?:{BEST}|the only|second to none)(?!\w)
    |\bbetter (?:\w+ )?than (?:any|every|all|other) (?:other )?(?:\w+ )?{CLINIC}\b|\bno other (?:\w+ )?{CLINIC}\b
    |\bsecond to none\b|\b(?:the area|the region|the state|virginia|alexandria|america|the country|the nation)'s (?:\w+ )?{BEST}\b
    |\branked (?:first|#1|number one)\b"""
)
PRAISE = pattern(
    r"""\btestimonials?\b|\b(?:five|5|4\.\d)[- ]stars?\b|\bstar ratings?\b|\brated (?:\w+ )?(?:\d|five|excellent|top)
    |\b(?:patients?|clients?|google|yelp|online|customer|rave|glowing|our|facebook) reviews?\b|\breviews? (?:from|by|of) (?:our )?(?:patients|clients|people)
    |\b(?:patient|client|success|recovery|healing) stor(?:y|ies)\b
    |\b(?:our|many|most|former|past|happy|grateful|satisfied) (?:\w+ )?(?:patients?|clients?) (?:\w+ )?(?:say|tell|love|report|rave|describe|call|write|swear|agree|share|told)\w*
    |\b(?:one of our|a former|one|a recent) (?:\w+ )?(?:patients?|clients?|veteran|mother|woman|man) (?:\w+ )?(?:say|tell|told|report|wr[io]te|describe|call|share|felt|got)\w*
    |["'][^"]*\b(?:i|my|me)\b[^"]*["'],? (?:-+ ?|\u2014 ?|says?|said|writes?|told)|\b(?:says?|said|writes?|told) [\w. ]{1,30}[,:] ?["'][^"]*\b(?:i|my|me)\b
    |["'][^"]*\b(?:i|my|me)\b[^"]*["'] (?:\u2014|-+)|\bchanged my life\b|\bsaved my life\b|\bgave me my life\b"""
)
SPRAVATO = pattern(
    r"""\b(?:we|our (?:clinic|team|doctors|nurses|staff|practice)|this clinic|nova health recovery) (?:[\w'-]+ ){0,5}?
      (?:offer|provide|give|administer|prescribe|have|start|carry|deliver|use|stock|treat\b[^.;]*\bwith)s? (?:[\w'-]+,? ){0,6}?(?:spravato|esketamine)\b
    |\b(?:spravato|esketamine) (?:[\w'()-]+ ){0,3}?(?:is|are) (?:\w+ ){0,2}?(?:available|offered|given|provided|administered) (?:\w+ )?(?:here|at (?:our|nova)|in our|with us|from us|by (?:our|us))
    |\b(?:our|ask us for|book (?:a|your|an)|schedule (?:a|your|an)|come (?:in |to us )?for|get (?:your )?) ?(?:\w+ )?(?:spravato|esketamine)\b(?! (?:page|label|article))
    |\b(?:spravato|esketamine) (?:\w+ )?(?:at our (?:clinic|office)|appointments?|with us)\b"""
)
FREE = pattern(
    r"""\b(?:free|complimentary|no-cost|half-price|reduced-price|discount(?:ed)?) (?:[\w-]+ ){0,2}?(?:consult\w*|sessions?|infusions?|visits?
      |screenings?|assessments?|evaluations?|trial (?:session|dose)|treatments?|ketamine|course|call with (?:a|our) (?:doctor|clinician))\b
    |\b(?:consultation|screening|evaluation|assessment|session|infusion|visit)s? (?:is|are) (?:\w+ )?(?:free|complimentary|on us|half (?:off|price))\b
    |\b\d+ ?(?:%|percent) off\b|\bdiscount\w*\b|\b(?:special|introductory|limited-time|holiday|summer|new-patient) (?:\w+ )?(?:offers?|prices?|rates?|deals?|savings|pricing)\b
    |\bhalf[- ]price\b|\bhalf off\b|\bcoupons?\b|\bbuy (?:one|two|\w+),? get\b|\bon sale\b|\bsave (?:up to )?(?:\$?\d|big)|\bmoney-back\b"""
)
FULL_FEE = pattern(r"\bfull (?:fee|price|cost)\b|\binstead of (?:the )?(?:usual |full |normal |regular )?\$")
PRICE = pattern(r"(?P<words>\$ ?\d[\d,.]*\d|\$ ?\d)|\b\d[\d,.]* (?:us )?dollars\b")
OF_THE_LAW = pattern(r"\b(?:disput\w+|fined?|penalt\w+|more than (?:its|the|your|our|an?) (?:\w+ )?estimate)\b")
BOARD = pattern(
    r"\bboard[- ]certifi(?:ed|cation)\b(?!(?: (?:[\w-]+,? ){0,5}?)?(?:by|from|through|with) the (?:[\w-]+ ){0,2}?board\b"
    r"| (?:by|from|through) (?:[\w-]+ ){0,3}?(?:board|college|academy|association|center)\b|,? \([^)]*board)"
)


@rule(
    "C-05",
    why="is praise, not a fact",
    todo="take it out, or say plainly what was found",
    source=FTC,
)
def hype(sentence: Sentence, _: Known) -> Iterable[re.Match[str]]:
    """No treatment is a miracle, a breakthrough, life-changing or the like; medical terms such as breakthrough pain may stand."""
    return asserted(sentence, HYPE)


@rule(
    "C-06",
    why="sets the clinic above others without proof",
    todo="say what the clinic has or does, which a reader can check",
    source=VIRGINIA,
)
def superlative(sentence: Sentence, _: Known) -> Iterator[re.Match[str]]:
    """Nobody says that this clinic is the best, the leading or the only one, unless a source shows it."""
    if not sentence.keys:
        yield from asserted(sentence, SUPERLATIVE, denies_itself=True)


@rule(
    "M2",
    why="speaks of a price, a discount or a certificate without the whole of it",
    todo="put prices into a fees block, a discount beside the full price, and behind board-certified the board's name",
    source=VIRGINIA,
)
def whole_price(sentence: Sentence, _: Known) -> Iterator[re.Match[str]]:
    """Prices stand in the fees block with what they include, discounts beside the full fee, boards by name."""
    for match in asserted(sentence, FREE):
        if not FULL_FEE.search(sentence.lower):
            yield match
    for match in asserted(sentence, PRICE, denied_too=True):
        if sentence.kind != "fees" and not OF_THE_LAW.search(sentence.lower):
            yield match
    yield from asserted(sentence, BOARD)


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


@rule(
    "T4",
    why="offers Spravato, which only a certified clinic may",
    todo="say that esketamine is given in certified places; or, once certified, write offers_spravato = true in data/clinic.toml",
    source=FDA,
)
def spravato(sentence: Sentence, known: Known) -> Iterator[re.Match[str]]:
    """Spravato is offered only where the clinic is certified for it (REMS)."""
    if not known.offers_spravato:
        yield from asserted(sentence, SPRAVATO)
