"""Hold what is said of how ketamine works against what is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.models.claims.rule import FTC, Known, rule
from plugins.models.claims.terms import TREATMENT, few, phrases
from plugins.models.stance import asserted, is_hedged

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from plugins.models.sentences import Sentence

MESSENGERS = (
    r"(?:serotonin|dopamine|neurotransmitters?|noradrenaline|norepinephrine|brain chem\w+|chemical (?:im)?balance)"
)
BRAIN = (
    rf"(?:brains?|neur\w+|nerve cells?|synap\w+|receptors?|glutamate|bdnf|{MESSENGERS}|connections|pathways|circuits"
    r"|plasticity|nmda|growth (?:proteins?|factors?)|signals|chemistry|chemicals|wiring|messengers?"
    r"|stress hormones?|inflammation)"
)
CAUSES = phrases(
    r"(?:work|act|help|operate)s?\b(?: \w+)? by\b",
    r"(?:caus|lead|result|trigger|restor|repair|rewir|reset|regrow|boost|stimulat|rebuil|releas|increas|activat"
    r"|unlock|creat|form"
    r"|rais|switch|turn|promot|produc|grow|build|strengthen|flood|quiet|block|renew|heal|reboot|calm|dampen|reduc"
    r"|lower|wak)\w* "
    rf"{few(6)}{BRAIN}\b",
    rf"{BRAIN} {few(2)}(?:rewires?|regrows?|repairs?|resets?|heals?|reboots?|causes?|leads? to|drives?|is behind)\b",
    r"(?:is|are|get|gets) (?:re|de)?(?:wired|set|built|stored|paired)\b",
)
DRUG_OR_IT = phrases(rf"(?:{TREATMENT}|it|this|which|that)\b")
SETTLED = phrases(
    rf"(?:block|inhibit|prevent|stop|slow|keep|reduc|halt|limit)\w* {few(5)}re-?(?:uptake|absor\w+|taking)\b",
    rf"(?:balanc|rebalanc|correct|fix|restor|regulat|even|normali[sz]|adjust)\w* (?:out )?{few(5)}{MESSENGERS}\b",
    rf"{MESSENGERS}\b[^.;]*\b(?:into balance|in balance|the balance|rebalanc\w+|back to normal)\b",
    rf"(?:interrupt|block|cut|stop|intercept|switch|turn|shut|silenc|mut)\w* {few(4)}(?:pain (?:signals?"
    r"|messages?)|signals? of pain)\b",
    r"(?:bdnf|growth (?:proteins?|factors?))\b[^.;]*?\b(?:new|fresh|stronger|build\w*|grow\w*|form\w*)\b[^.;]*?"
    r"(?:connections|synap\w+|links|pathways|cells)",
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
    for match in () if sentence.keys else asserted(sentence, CAUSES):
        if not is_hedged(sentence) and DRUG_OR_IT.search(sentence.lower):
            yield match


@rule(
    "C-20",
    why="tells a theory of how ketamine works, or a mistaken one, as a fact",
    todo="say that ketamine blocks the NMDA receptor, and that the rest is not yet clear; cite [@key]",
    source="Zanos and Gould, Molecular Psychiatry 2018; Maher and others, Anesthesia & Analgesia 2017",
)
def theory(sentence: Sentence, _: Known) -> Iterator[re.Match[str]]:
    """Ketamine does not act on glutamate's reuptake; that it balances messengers or cuts pain signals is no fact."""
    for match in asserted(sentence, SETTLED):
        mistaken = "reup" in match[0] or "re-up" in match[0]
        if mistaken or not (sentence.keys or is_hedged(sentence)):
            yield match
