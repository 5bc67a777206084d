"""Hold what is said of prices and certificates against the rules of the Virginia Board of Medicine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.models.claims.rule import VIRGINIA, Known, rule
from plugins.models.claims.terms import few, phrases
from plugins.models.stance import asserted

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from plugins.models.sentences import Sentence

SERVICE = (
    r"(?:consult\w*|sessions?|infusions?|visits?|screenings?|assessments?|evaluations?|treatments?|ketamine"
    r"|course|ride)"
)
GIVEN = r"(?:free|complimentary|(?:no|zero)-(?:cost|charge|fee)|bonus|half-price|reduced-price|discount(?:ed)?)"
NOTHING = (
    r"(?:free(?! of side)|complimentary|on us|half (?:off|price)|at no (?:charge|cost)|free of charge"
    r"|on the house|our treat|costs? nothing|(?:won't|will not|doesn't|does not) cost)"
)
FREE_ONE = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|last|next|rest) (?:one |infusion |session |visit )?(?:(?:is|are"
    r"|comes?) )?"
    r"(?:on us|free\b|on the house|half price|at no c)"
)
FREE = phrases(
    rf"{GIVEN} (?:[\w-]+ ){{0,2}}?{SERVICE}\b|{SERVICE} {few(3)}(?:is|are|comes?)? ?(?:\w+ )?{NOTHING}\b",
    rf"no (?:charge|cost|fee) for (?:(?:your|the|a|an|any|first|initial|new|phone|video) ){{0,2}}?{SERVICE}\b"
    rf"|(?:waiv\w+|drop|skip) {few(3)}(?:fees?|charges?|costs?)\b"
    rf"|pay nothing\b|pay less\b(?! attention)|(?:not|n't) cost (?:you )?a (?:penny|cent|dime|thing)\b",
    rf"(?:buy|book|pay for|prepay|purchase|complete|order|get) {few(6)}(?:{FREE_ONE})|(?:{FREE_ONE})"
    r"|(?:two|three|four|five|six) (?:\w+ )?for the price of\b",
    r"(?:promo|coupon|discount) codes?\b|gift (?:certificates?|vouchers?)\b|vouchers?\b|(?:lowest|best"
    r"|unbeatable) (?:prices?"
    r"|rates?)\b|(?:off|cut|slash\w*) (?:the|our) (?:prices?|rates?|fees?)\b|(?:loyalty|rewards?|referral) (?:program"
    r"|points|bonus"
    r"|credit)s?\b|(?:credit|reward) for (?:every|each) friend\b|friend you (?:refer|bring)\b|price[- ]match\w*",
    r"(?:low|affordable|reduced|rock-bottom|special) (?:\w+ )?(?:prices?|packages?|rates?|pricing)\b|(?:save"
    r"|savings) on\b|(?:two|three|four"
    r"|five|six) for (?:one|two|three|four|five)\b|(?:included|thrown in) (?:at no|for free|free)\b",
    r"(?:zero|nothing|no money) down\b|0 ?% (?:financing|interest)|(?:match|beat) (?:any|every) [^.;]*\bprices?\b",
    r"\d+ ?(?:%|percent) off\b|(?:half|\$\d+) off\b|discount\w*\b|half[- ]price\b|coupons?\b|on sale\b"
    r"|money[- ]back\b|gift cards?\b",
    r"(?:special|introductory|limited-time|holiday|summer|spring|winter|new-patient|package) (?:offers?|prices?"
    r"|rates?|deals?|savings|pricing)\b",
    r"buy (?:one|two|\w+),? get\b|save (?:up to )?(?:\$?\d|big)|(?:refer|bring) a friend\b|for a limited time\b",
)
FULL_FEE = phrases(r"full (?:fee|price|cost)\b|instead of (?:the )?(?:usual |full |normal |regular )?\$")
PRICE = phrases(r"\$ ?\d[\d,.]*\d|\$ ?\d|\d[\d,.]* (?:us )?dollars\b")
OF_THE_LAW = phrases(r"(?:disput\w+|fined?|penalt\w+|more than (?:its|the|your|our|an?) (?:\w+ )?estimate)\b")
BOARD = phrases(
    r"(?:board[- ]certified|(?<=our )board[- ]certification)\b(?! (?:[\w-]+,? ){0,5}?(?:by|from|through"
    r"|with) (?:the )?(?:[\w-]+ ){0,3}?"
    r"(?:board|college|academy|association|center)\b|,? \([^)]*board)",
)


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
    for match in asserted(sentence, PRICE, denied_too=True) if sentence.kind != "fees" else ():
        if not OF_THE_LAW.search(sentence.lower):
            yield match
    if "board" in sentence.lower:
        yield from asserted(sentence, BOARD)
