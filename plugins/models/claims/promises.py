"""Hold what is said of how sure and how lasting results are against what any trial could show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.models.claims.rule import FTC, Known, rule
from plugins.models.claims.terms import CONDITION, few, of_health, phrases
from plugins.models.stance import asserted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.models.sentences import Sentence

SOMEBODY = (
    r"(?:everyone|everybody|anyone|(?:each and )?every(?: single)? (?:patient|person|one|case|time|client)"
    r"|all (?:of )?(?:our |the )?(?:patients|people|clients|cases))"
)
GAINS = (
    r"(?:relief|moods?|(?<!side )(?<!side-)effects?|benefits?|gains?|improvements?|results?|lift(?: in \w+(?: \w+)?)?"
    r"|calm"
    r"|changes? in (?:your |their )?mood|peace|hope|progress|remission|recovery|spirits|joy|difference)"
)
RETURNS = r"(?:returns?|comes? back|relapses?|reappears?|resurfaces?)"
FADES = (
    r"(?:wears? off|fades?|slips? away|ends?|runs? out|goes? away|diminish(?:es)?|disappears?|stops?|vanish(?:es)?"
    r"|leaves?"
    r"|weakens?|crash(?:es)?)"
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
    r"(?:here|there|sure|bound|meant|built|made) to (?:stay\b(?! (?:with|beside|near|by|until|during|in|at|overnight))"
    r"|last\b)",
    rf"{GAINS} {few(4)}(?:(?:do|does|will|is going to|would)(?: not|n't)|won't|never) (?:\w+ )?{FADES}\b",
    rf"{GAINS} {few(3)}(?:stays?(?! (?:for|until|in your|the same|unclear|unknown|small|low))|holds?(?! (?:only|our"
    rf"|your|the|a)\b)|endures?|sticks?"
    rf"|persists?)\b",
    rf"{CONDITION} (?:\w+ )?(?:stays away|stays gone|will stay away)\b",
    rf"{CONDITION} (?:(?:will|does|do|is|are) )?(?:\w+ )?(?:not|never|won't|doesn't|don't) (?:\w+ )?{RETURNS}\b",
    r"won't (?:\w+ )?(?:return|come back|relapse)\b|(?:there is|with|see|have|had) no (?:more )?(?:relapse"
    r"|setback)s?\b",
    r"(?:never|not|won't) (?:\w+ )?need (?:another|more|any more|further) (?:treatment|infusion|course|pill"
    r"|session)s?\b"
    r"|all you(?:'ll)? (?:will )?(?:ever )?need\b|(?:is|are) locked in\b",
    r"we (?:(?:do|also|even|hereby|can|gladly|fully|boldly) )?promise (?:you )?(?:results|relief|success|recovery"
    r"|improvement|a better|a brighter|that (?:you|your|it|ketamine|the treatment)\b(?! can| may)[^.;]*\b(?:better|lift"
    r"|improv"
    r"|feel|work|help|relie|ease|heal|result|recover))",
    r"(?:you have|we give you) our word\b|results? or (?:\w+ )?(?:money|you"
    r" (?:do not|don't) pay|it's free)\b",
    r"(?:results?|relief|recovery|improvement|success|treatment|care) (?:that )?(?:you|anyone|everyone) can (?:count"
    r"|rely"
    r"|depend|bank) on\b|(?:count|rely|depend|bank) on (?:\w+ )?(?:results?|relief|recovery|improvement|success)\b",
    r"(?:whoever|whatever|wherever|however (?:long|bad|severe|deep|old)|regardless of) [^.;]*\b(?:works?|helps?|lifts?"
    r"|eases?"
    r"|relie\w+|improves?|succeeds?|responds?|heals?|better)\b|(?:works?|helps?|lifts?|eases?"
    r"|relie\w+) [^.;]*\b(?:whoever"
    r"|regardless|however (?:long|bad|severe))\b",
    r"(?:not one|not a single|no) (?:patient|person|one of our|client)s?\b[^.]*\b(?:without (?:relief|help|improv\w+)"
    r"|not (?:\w+ )?"
    r"(?:improve|respond|better|helped))\b|yet to (?:see|meet|have|treat)\b[^.]*\b(?:not|fail\w*|n't)\b",
    r"(?:(?:do|does|will)(?: not|n't)|won't|never) (?:\w+ )?(?:disappoint\w*|let you down|leave you without|miss)\b"
    r"|no way\b[^.]*"
    r"\bfail\b|(?:cannot|can't|won't) fail\b|yours to keep\b|(?:delivers?|succeeds?) (?:every|each) time\b|for ever\b"
    r"|nothing to lose"
    r" and\b",
    r"(?<!that it )(?:simply|just|really) works\b|(?:lasts?|hold|stay) (?:for )?(?:\w+ )?years\b|without exception\b"
    r"|(?:be|feel|rest) (?:\w+ )?(?:confident"
    r"|assured|certain|sure) (?:that )?(?:you|it|the|your|our|ketamine)\b(?! (?:have|know|understand|can (?:leave|stop"
    r"|ask)))|stand"
    r" behind (?:every|each|our) (?:\w+ )?(?:results?|treatments?|infusions?|protocol)|(?:nobody"
    r"|no one) leaves (?:\w+ )?(?:unhappy"
    r"|unchanged|disappointed|empty|without)\b|predictable (?:and|results?|relief)\b",
    rf"results?,? or {few(4)}(?:pay|money)\b|money back\b[^.]*\b(?:if|unless)\b",
    r"(?:if|not) (?:\w+ ){0,3}?(?:satisfied|happy|better|improved?)\b[^.]*\b(?:refund|money back|owe|pay) ?",
)
ANYTHING = re.compile(r"permanent|guarantee|no matter|for life|works?|100|every")
HARM = re.compile(r"damage|harm|injur|loss|scar")
OF_RIGHTS = phrases(r"(?:law|rights?|privacy)\b")


@rule(
    "C-02",
    why="promises more than any treatment keeps",
    todo="say for how many people it worked and how long it lasted, with the source",
    source=FTC,
)
def certainty(sentence: Sentence, _: Known) -> Iterator[re.Match[str]]:
    """No result is guaranteed, permanent, or the same for everyone; rights and fees may be guaranteed."""
    for match in asserted(sentence, CERTAIN, denies_itself=True):
        lasting_harm = match[0].startswith(("permanent", "here", "there")) and HARM.search(
            sentence.lower, 0, match.start()
        )
        of_what = of_health(sentence) or not ANYTHING.match(match[0])
        if of_what and not lasting_harm and not OF_RIGHTS.search(sentence.lower):
            yield match
