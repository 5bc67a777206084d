"""Hold what is said of uses with little evidence, and of veterans, against the trials."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.models.claims.rule import FTC, Known, rule
from plugins.models.claims.terms import TREATMENT, WEAK, phrases
from plugins.models.stance import asserted, is_hedged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.models.sentences import Sentence

CLAIMED = (
    r"(?:treat\w*|help\w*|works?|relie\w+|eas(?:e|es|ed|ing)|improv\w+|reduc\w+|lift\w*|effective|success\w*"
    r"|promis\w+|benefit\w*"
    r"|respond\w*|alleviat\w+|sooth\w+|calm\w*|lessen\w*|overcom\w*|manag\w+|better|answer|solution|option"
    r"|candidates?|control"
    r"|anti-anxiety|optimi[sz]\w+|refin\w+|fine-tun\w+|perfect\w*|quiet\w*|combat\w*|conquer\w*|break\w*|results"
    r"|lower\w*|tam(?:es?|ing)|curb\w*|settl\w*|steadi\w*|loosen\w*|soften\w*|silenc\w*|dull\w*|edge off|turns? down"
    r"|at bay|in check|thriv\w*|choice|way out|lifeline|hope|blossom\w*|weapon|swear|path|touch\w*|great"
    r"|keeps? [^.;]*\b(?:away|down)"
    r"|right place"
    r"|ends?|ideal|suit\w*|offer\w*|provide\w*|recommend\w*|prescrib\w+|infusions? for|ketamine for"
    r"|speciali[sz]\w+|good for)"
)
WEAKLY = phrases(
    rf"{CLAIMED}\b[^.;]*?\b{WEAK}\b",
    rf"{WEAK}\b[^.;]*?\b{CLAIMED}\b",
    r"anti-anxiety effects?\b",
)
OF_KETAMINE = phrases(rf"(?:{TREATMENT}|it|we|our|this|researchers|protocols?)\b")
GRADED = re.compile(
    r"\b(?:weak|limited|mixed|small|early|little|absent|missing|one trial|single trial|few trials|unclear"
    r"|uncertain|unproven"
    r"|(?:being|under) stud(?:ied|y)|no (?:clear|good|strong) evidence|not (?:yet )?(?:known|clear|proven|enough)"
    r"|nobody (?:yet )?knows|too (?:little|few|small)|more research|needs? (?:more )?study|pilot|preliminary"
    r"|experimental"
    r"|no clear|stud(?:y|ies|ied)\b.{0,30}\b(?:continue|ongoing|going on))\b"
)
OTHER_TREATMENT = re.compile(
    r"\b(?:talking therap\w+|cbt|exposure therapy|ssris?|antidepressants?|lithium|sertraline|paroxetine"
    r"|counseling|physical therapy"
    r"|sleeping or anxiety pills|tell (?:us|your|the)|ask (?:us|your|about)|history of|your own doctor|press"
    r"|off-label)\b"
)
THOSE = re.compile(
    r"\b(?:veterans?|vets|service ?members?|soldiers?|marines?|sailors|troops|combat|military|war heroes|(?:has"
    r"|have|had|who) served|warriors?|airmen|reservists?|national guard|in uniform|the uniform|(?:came|come|coming|back"
    r"|home"
    r"|returned"
    r"|returning|deployed|tours?|fought|fighting|serv(?:ed|ing)|stationed) (?:\w+ ){0,2}?(?:from|in|to|of"
    r"|at) (?:\w+ ){0,2}?"
    r"(?:iraq|afghanistan|vietnam|war|kuwait|korea|the gulf|deployment|overseas|combat|battle)|deployments?"
    r"|battlefields?"
    r"|infantry\w*|the front line|war trauma)\b"
)
OF_TRAUMA = re.compile(r"ptsd|trauma|post-traumatic|combat stress|nightmares|flashbacks|scars of war|what they saw")
GAINED = phrases(
    r"(?:help|reliev|relief|work|eas|improv|heal|benefit|success|effective|treat|respon|recover|promis|reduc|lift"
    r"|better|gain"
    r"|transform|sav|hope|answer|positive|reliable|overcom|option|proven|peace|to rest|restor|free|calm|quiet|sooth"
    r"|settl|silenc|tam(?:e|ing)|loosen|soften|lessen"
    r"|erase|beat|mend|lighter|put .{0,30}\bbehind|do(?:es)? well|sleep .{0,20}\bagain|weapon|difference|thanks to"
    r"|\bback\b|turns?\b|end(?:s|ed|ing)?\b"
    r"|answer)\w*\b",
)


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
    text = sentence.lower
    told = known.against_ptsd is None or sentence.keys & known.against_ptsd
    if not told and OF_TRAUMA.search(text) and THOSE.search(text):
        yield from asserted(sentence, GAINED)
