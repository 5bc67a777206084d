"""Hold what is offered under the name of Spravato against the clinic's certificate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.models.claims.rule import FDA, Known, rule
from plugins.models.claims.terms import few, phrases
from plugins.models.stance import asserted

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from plugins.models.sentences import Sentence

SPRAVATO_NAME = r"(?:spravato|esketamine)\b"
US = r"(?:we|our (?:clinic|team|doctors|nurses|staff|practice)|this clinic|nova health recovery)"
SPRAVATO = phrases(
    rf"{US} (?:(?!explain|write|tell|say|list|describe|compare)[\w'-]+ ){{0,5}}?(?:offer|provide|give|administer"
    r"|prescribe|have|start"
    rf"|carry|deliver|use|stock)s? {few(6)}{SPRAVATO_NAME}",
    rf"{US} treat\b[^.;]*\bwith {few(2)}{SPRAVATO_NAME}",
    rf"{SPRAVATO_NAME} (?:[\w'()-]+ ){{0,3}}?(?:is|are) (?:\w+ ){{0,2}}?(?:available|offered|given|provided"
    r"|administered) (?:[\w-]+ ){0,5}?"
    r"(?:here|at (?:our|nova)|in our|with us|from us|by (?:our|us))",
    r"(?:our|ask us for|(?:book|schedule|start|begin) (?:a|your|an)|come (?:in |to us )?for"
    rf"|get (?:your )?) ?(?:\w+ )?{SPRAVATO_NAME}"
    r"(?! (?:page|label|article))",
    rf"{SPRAVATO_NAME} (?:\w+ )?(?:has arrived|has come|(?:is )?(?:now )?(?:on our|here|in) (?:menu|alexandria))\b"
    rf"|(?:bring|bringing"
    rf"|introduc\w+|add\w*) {SPRAVATO_NAME}",
    rf"{SPRAVATO_NAME} (?:\w+ )?(?:at our (?:clinic|office)|appointments?|with us|now available)\b",
)


@rule(
    "T4",
    why="offers Spravato, which only a certified clinic may",
    todo="say that certified places give it; or, once certified, answer [switches.offers_spravato] in data/clinic.toml",
    source=FDA,
)
def spravato(sentence: Sentence, known: Known) -> Iterator[re.Match[str]]:
    """Spravato is offered only where the clinic is certified for it (REMS)."""
    named = "spravato" in sentence.lower or "esketamine" in sentence.lower
    if named and not known.offers_spravato:
        yield from asserted(sentence, SPRAVATO)
