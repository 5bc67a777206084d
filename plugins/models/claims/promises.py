"""Hold what is said of results against what any trial could show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.models.claims.rule import FTC, Known, rule
from plugins.models.claims.terms import CONDITION, TREATMENT, of_health, pattern
from plugins.models.stance import asserted, is_hedged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.models.sentences import Sentence

ILLNESS = rf"(?:[\w'-]+ ){{0,4}}?{CONDITION}\b"
CURE = pattern(
    rf"""\bcur(?:e[sd]?|ing|ative|e-alls?)\b
    |\bheal(?:s|ed|ing)? (?:[\w'-]+ ){{0,3}}?(?:{CONDITION}|brain|minds?|you|yourself|illness|wounds of|soul)\b
    |\b(?:eliminat|eradicat|banish|conquer|defeat|vanquish|eras|abolish|dissolv|melt)(?:e|es|ed|s|ing)? (?:away )?{ILLNESS}
    |\bwip(?:es?|ed|ing) (?:out|away) {ILLNESS}
    |\b(?:get|gets|getting|got) rid of {ILLNESS}
    |\b(?:ends?|ended|ending|puts? an end to|revers(?:es?|ed|ing)) (?:(?:your|their|the|all|chronic|severe|his|her) ){{0,2}}?
      {CONDITION}\b
    |\b(?:depression|ptsd|pain|symptom|anxiety|trauma)s?-free\b
    |\b(?:frees?|freed|rids?) (?:you|people|patients|them|veterans|us) (?:\w+ )?(?:from|of)\b
    |\bleav(?:es?|ing) {ILLNESS} behind
    |\b{CONDITION} (?:(?:will|can|is|are|be|simply|just|all|finally|completely) )*(?:disappears?|vanish(?:es)?|gone)\b
    |\b(?:full|complete|total) (?:recovery|remission) (?:from|of)\b"""
)
CERTAIN = pattern(
    rf"""\bguarantee\w*|\b100 ?(?:%|percent|per cent)(?! of the (?:cost|price|fee|bill))
    |\balways (?:works?|helps?|succeeds?|relie\w+|eases?|lifts?|improves?)\b|\bnever fails?\b
    |\b(?:works?|worked|working|success\w*|effective|helps?|helped|relie\w+|benefits?|improves?|cures?) (?:\w+ )?
      (?:(?:for|in|with|on) )?(?:everyone|everybody|anyone|every (?:single )?(?:patient|person|one|case|time|client)
      |all (?:of )?(?:our |the )?(?:patients|people|clients|cases))\b
    |\b(?:everyone|everybody|every (?:single )?patient|all (?:of )?our patients) (?:who \w+ (?:\w+ )?)?
      (?:gets?|feels?|responds?|improves?|recovers?|benefits?|leaves|finds)\b
    |\bpermanent(?:ly)?\b(?! (?:damage|harm|injur|loss|licen|address|record|scar|disab))
    |\b(?:gone|away|better|relief|free|behind) (?:\w+ )?(?:for good|forever|once and for all)\b
    |\b(?:once and for all|lasts? (?:forever|a lifetime)|for life\b)
    |\b(?:long-)?(?:lasting|enduring|lifelong) (?:relief|results?|recovery|change|remission|freedom|peace)\b
    |\bnever (?:\w+ ){{0,2}}?(?:comes? back|returns?|relapse\w*|be depressed|again)\b
    |\b(?:foolproof|fail-?safe|sure-?fire)\b|\bno matter (?:what|how|who)\b
    |\b(?:certain|sure|bound) to (?:work|help|feel|get|improve|succeed|lift)\b|\bproven (?:to work|results|success)\b"""
)
GOOD = (
    r"(?:better|happ\w+|relie\w+|well|free|yourself|hope\w*|joy\w*|calm\w*|improve\w*|results?|difference|relax\w*|peace\w*"
    r"|whole|renewed|refreshed|lighter|restored|recover\w*|heal\w*|thriv\w*|strong\w*|like a new|brighter|alive|best life)"
)
OUTCOME = pattern(
    rf"""\b(?:you(?:'ll| will)|you (?:are|can) (?:going|expect|be sure|count)\b) (?:(?!until|if|when|unless|before|after|whether)[\w'-]+ ){{0,6}}?{GOOD}\b
    |\b(?:you|your (?:\w+ )?(?:depression|pain|symptoms?|mood|anxiety|trauma|ptsd|life|mind|brain|sleep))(?:'ll| will)
      [ ](?:\w+ ){{0,2}}?(?:lift|improve|ease|fade|go|disappear|melt|change|brighten|heal|return to|recover|thrive)\w*\b
    |\b(?:regain|take back|reclaim|recover|get back|restor\w+|win back) (?:\w+ )?(?:control|(?:your|their) \w* ?li(?:fe|ves)|joy)\b
    |\b(?:get|gets|getting|got|take|have|want|gives?|giving|win) (?:\w+ ){{0,2}}?(?:your|their) (?:old )?li(?:fe|ves) back\b
    |\b(?:feel|be|become) (?:like )?(?:yourself|themselves|your old self) again\b
    |\bsay (?:goodbye|farewell) to\b|\blive the life you\b|\b(?:a|your) (?:new|happier|brighter|better) (?:life|you|future)\b
    |\b(?:we|our \w+)(?:'ll| will) (?:help you )?(?:heal|restore|fix|lift|end|make you (?:feel|well|happy))\b"""
)
GAIN = pattern(
    rf"""(?:^|\b)(?P<words>(?:{TREATMENT}|dissociat\w+|it|they|which|that)\b(?:[\w'-]+ | | \([^)]*\)|, [\w ]+, ){{0,5}}?
    \b(?:(?:relieves?|reduces?|lifts?|eases?|improves?|treats?|soothes?|calms?|lessens?|alleviat\w+|boosts?|lowers?
    |lifted|eased|improved|relieved|reduced|helped|restores?|prevents?|stops?|saves?|combats?|fights?|tackles?|overcomes?
    |helps?(?: (?:you|people|patients|veterans|those|many|adults|them|to|with|manage|process|ease|relieve|treat))+)
    [ ](?:[\w'-]+,? ){{0,6}}?
    (?:{CONDITION}|mood|thoughts|well-being|wellbeing|quality of life|daily (?:life|function\w*)|function\w*|memories|lives|sleep)
    |(?:is|are|has been|have been) (?:\w+ )?(?:effective|proven|successful|powerful|works)\b
    |(?:brings?|offers?|provides?|gives?|delivers?) (?:\w+,? ){{0,3}}?(?:relief|results|healing|hope|help)\b
    |works? (?:\w+ )?(?:for|against|fast\w*|quick\w*|wonders|well|better|within|in|when|where|even)\b))"""
)

TREATED = pattern(rf"(?:{TREATMENT}|dissociat\w+)\b")
OF_ILLNESS = pattern(rf"(?:{CONDITION}|relief)\b")
HARM = re.compile(r"damage|harm|injur|loss|scar")
OF_RIGHTS = pattern(r"(?:law|rights?|privacy)\b")


@rule(
    "C-01",
    why="promises a cure, which no trial shows",
    todo="say what trials found, and how sure that is",
    source=FTC,
)
def cure(sentence: Sentence, _: Known) -> Iterable[re.Match[str]]:
    """No treatment is said to cure, heal or end an illness."""
    return asserted(sentence, CURE)


@rule(
    "C-02",
    why="promises more than any treatment keeps",
    todo="say for how many people it worked and how long it lasted, with the source",
    source=FTC,
)
def certainty(sentence: Sentence, _: Known) -> Iterator[re.Match[str]]:
    """No result is guaranteed, permanent, or the same for everyone; rights and fees may be guaranteed."""
    for match in asserted(sentence, CERTAIN, denies_itself=True):
        lasting_harm = match[0].startswith("permanent") and HARM.search(sentence.lower, 0, match.start())
        if of_health(sentence) and not lasting_harm and not OF_RIGHTS.search(sentence.lower):
            yield match


@rule(
    "C-07",
    why="promises the reader an outcome",
    todo='say what some people in trials felt, with "may" and a source',
    source=FTC,
)
def outcome(sentence: Sentence, _: Known) -> Iterable[re.Match[str]]:
    """Nobody tells "you" how you will feel, or that you get your life back."""
    return asserted(sentence, OUTCOME)


@rule(
    "T1",
    why="tells of a benefit without a source",
    todo="cite the trial behind it: [@key]; if it is not sure, say so",
    source=FTC,
)
def benefit(sentence: Sentence, _: Known) -> Iterator[re.Match[str]]:
    """A treatment's benefit is stated with its source, or with how unsure it is."""
    if not sentence.keys:
        for match in asserted(sentence, GAIN):
            named = TREATED.search(sentence.lower) or (match.start() == 0 and OF_ILLNESS.search(sentence.lower))
            if named and not is_hedged(sentence):
                yield match
