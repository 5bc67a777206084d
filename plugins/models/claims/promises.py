"""Hold what is said of results against what any trial could show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.models.claims.rule import FTC, Known, rule
from plugins.models.claims.terms import CONDITION, few, of_health, phrases
from plugins.models.stance import asserted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.models.sentences import Sentence

ILLNESS = rf"{few(6)}{CONDITION}\b"
REMOVES = (
    r"(?:eliminat|eradicat|banish|conquer|defeat|vanquish|eras|abolish|dissolv|remov|cleans|purg|destroy|undo|kill)"
    r"(?:e|es|ed|s|ing|oes)?"
)
CURE = phrases(
    r"cur(?:e[sd]?|ing|ative|e-alls?)\b",
    rf"heal(?:s|ed|ing)? {few(3)}(?:{CONDITION}|brain|minds?|you|yourself|wounds of|soul)\b",
    rf"{REMOVES} (?:away )?{ILLNESS}",
    rf"(?:wip|wash|melt|burn)(?:es?|s|ed|ing) (?:out|away) {ILLNESS}",
    rf"(?:get|gets|getting|got|rids?|frees?|freed) {few(3)}(?:of|from) {ILLNESS}",
    rf"(?:ends?|ended|ending|puts? an end to|revers(?:es?|ed|ing)) {few(2)}{CONDITION}\b",
    r"(?:depression|ptsd|pain|symptom|anxiety|trauma)s?-free\b",
    rf"(?:leav(?:es?|ing)|puts?) {few(5)}{CONDITION} (?:behind|to rest|in the past)\b",
    rf"{CONDITION} (?:(?:will|can|is|are|be|simply|just|all|finally|completely) )*(?:disappears?|vanish(?:es)?|gone)\b",
    rf"(?:tak(?:es?|en|ing)|sweep(?:s|ing)?|chas(?:es?|ing)) {few(3)}{CONDITION} away\b|tak(?:es?|ing) away {ILLNESS}",
    r"(?:full|complete|total) (?:recovery|remission)\b",
    r"(?:an? |the )(?:antidote|panacea)\b",
)
SOMEBODY = (
    r"(?:everyone|everybody|anyone|(?:each and )?every(?: single)? (?:patient|person|one|case|time|client)"
    r"|all (?:of )?(?:our |the )?(?:patients|people|clients|cases))"
)
CERTAIN = phrases(
    r"guarantee\w*",
    r"100 ?(?:%|percent|per cent)(?! of the (?:cost|price|fee|bill))",
    r"(?:always|invariably|without fail|every time) (?:works?|helps?|succeeds?|relie\w+|eases?|lifts?|improves?)\b",
    r"(?:works?|worked|success\w*|effective|helps?|helped|relie\w+|benefits?|improves?|cures?) (?:\w+ )?(?:(?:for"
    rf"|in|with|on) )?{SOMEBODY}\b",
    rf"{SOMEBODY} (?:who {few(6)}|here )?(?:gets?|feels?|responds?|improves?|recovers?|benefits?|leaves|finds|sees"
    r"|goes)\b",
    r"works? (?:every time|without fail)\b",
    r"(?:never|can(?:not|'t)) fails?\b",
    r"permanent(?:ly)?\b(?! (?:damage|harm|injur|loss|licen|address|record|scar|disab))",
    r"(?:gone|away|better|relief|free|behind|well) (?:\w+ )?(?:for good|forever|once and for all)\b",
    r"once and for all\b|lasts? (?:forever|a lifetime)|for life\b",
    r"(?:long-)?(?:lasting|enduring|lifelong) (?:relief|results?|recovery|change|remission|freedom|peace)\b",
    r"never (?:\w+ ){0,2}?(?:comes? back|returns?|relapse\w*|be depressed|again)\b",
    r"(?:foolproof|fail-?safe|sure-?fire)\b|a sure (?:thing|bet)\b|no matter (?:what|how|who)\b",
    r"(?:certain|sure|bound) to (?:work|help|feel|get|improve|succeed|lift)\b|proven (?:to work|results|success)\b",
    r"(?:success|relief|recovery|improvement) is (?:a |an |all but |almost )?(?:certain\w*|assured|inevitable"
    r"|a matter of time)\b",
    r"(?:refund\w*|money[- ]back)\b[^.]*\b(?:results?|satisf\w+|improve\w*|better|work)\b",
    r"(?:if|not) (?:\w+ ){0,3}?(?:satisfied|happy|better|improved?)\b[^.]*\b(?:refund|money back|owe|pay) ?",
)
GOOD = (
    r"(?:better|happ\w+|relie\w+|well|free|yourself|hope\w*|joy\w*|calm\w*|improve\w*|results?|difference"
    r"|relax\w*|peace\w*"
    r"|whole|renewed|refreshed|lighter|restored|recover\w*|heal\w*|thriv\w*|strong\w*|like a new|brighter|alive|energy"
    r"|best|old self|spark|smil\w+|laugh\w*|sleep(?:ing)? (?:well|soundly|through)|looking forward|motivat\w+"
    r"|confiden\w+"
    r"|remember\w*|rested|clarity|focus\w*|enjoy\w*|dreams?|back to (?:life|normal|work)|good again|normal again"
    r"|love\w*)"
)
UNTIL = r"(?!until|if|when|unless|before|after|whether|not\b)"
WILL = r"(?:(?:'ll| will| is going to| are going to|'re going to)(?: soon| finally| all)?)"
YOURS = (
    r"your (?:\w+ )?(?:depression|pain|symptoms?|mood|anxiety|trauma|ptsd|life|mind|brain|sleep|days|mornings|nights"
    r"|fears?|world|future|family|wife|husband|partner|kids?|children|friends|loved ones)"
)
LIFE = r"(?:control|joy|hope|days|time|years|li(?:fe|ves)|mornings|self|yourself|happiness|spark|freedom|power)"
OUTCOME = phrases(
    rf"(?:you|that|it){WILL} (?:{UNTIL}[\w'-]+ ){{0,6}}?(?:{GOOD}|your life)\b",
    rf"you (?:can (?:expect|be sure|count)|are sure)\b (?:{UNTIL}[\w'-]+ ){{0,6}}?{GOOD}\b",
    rf"(?:you|{YOURS}){WILL} {few(2)}(?:lift|improve|ease|fade|go away|disappear|melt|change|brighten|heal"
    r"|return to|thrive)\w*\b",
    rf"{YOURS}{WILL} (?:{UNTIL}[\w'-]+ ){{0,6}}?(?:{GOOD}|have)\b",
    rf"(?:regain|take back|reclaim|get back|restor\w+|win back|rediscover|find) {few(2)}(?:control of|(?:your"
    rf"|their|the) {few(1)}{LIFE})\b",
    r"(?:regain|take back) control\b|(?:take|win|get) back the (?:\w+ )?(?:years|life|time|days|person|joy)\b",
    rf"(?:get|gets|getting|got|take|have|want|gives?|giving|win) {few(2)}(?:your|their) {few(1)}(?:{LIFE}) back\b",
    r"(?:feel|be|become) (?:like )?(?:yourself|themselves|your old self) again\b",
    r"^(?:feel|wake up|walk out|go home) (?:like new|better|great|alive|happier|well|calm|refreshed|renewed)\b",
    r"say (?:goodbye|farewell) to\b|live the life you\b|(?:a|your) (?:new|happier|brighter|better) (?:life|you"
    r"|future)\b",
    rf"(?:we|our \w+){WILL} (?:help you )?(?:heal|restore|fix|lift|end|make you (?:feel|well|happy))\b",
    r"(?:picture|imagine) (?:yourself|your life|a life|waking|a day)\b",
)
ANYTHING = re.compile(r"permanent|guarantee|no matter|for life|works?|100|every")
HARM = re.compile(r"damage|harm|injur|loss|scar")
OF_RIGHTS = phrases(r"(?:law|rights?|privacy)\b")


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
        of_what = of_health(sentence) or not ANYTHING.match(match[0])
        if of_what and not lasting_harm and not OF_RIGHTS.search(sentence.lower):
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
