"""Hold what is promised to "you" against what any trial could show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.models.claims.rule import FTC, Known, rule
from plugins.models.claims.terms import few, phrases
from plugins.models.stance import asserted

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from plugins.models.sentences import Sentence

GOOD = (
    r"(?:better|happ\w+|relie\w+|well|free|yourself|hope\w*|joy\w*|calm\w*|improve\w*|results?|difference"
    r"|relax\w*|peace\w*"
    r"|whole|renewed|refreshed|lighter|restored|recover\w*|heal\w*|thriv\w*|strong\w*|like a new|brighter|alive|energy"
    r"|best|old self|spark|smil\w+|laugh\w*|sleep(?:ing)? (?:well|soundly|through)|looking forward|motivat\w+"
    r"|confiden\w+"
    r"|remember\w*|rested|clarity|focus\w*|enjoy\w*|dreams?|back to (?:life|normal|work)|good again|normal again"
    r"|love\w*)"
)
UNTIL = r"(?!time|until|if|when|unless|before|after|whether|not\b)"
WILL = r"(?:(?:'ll| will| is going to| are going to|'re going to)(?: soon| finally| all)?)"
YOURS = (
    r"your (?:\w+ )?(?:depression|pain|symptoms?|mood|anxiety|trauma|ptsd|life|mind|brain|sleep|days|mornings|nights"
    r"|fears?|world|future|family|wife|husband|partner|kids?|children|friends|loved ones)"
)
LIFE = r"(?:control|joy|hope|days|time|years|li(?:fe|ves)|mornings|self|yourself|happiness|spark|freedom|power)"
START = r"(?:^|(?<=[;:,] )|(?<=[;:,] and )|(?<= and )|(?<=then ))"
FAMILY = r"(?:kids?|children|grand\w+|family|daughters?|sons?|wife|husband|partner|spouse|friends|dog|loved ones)"
BLISS = rf"(?:{GOOD}|smiling|laughing|hopeful|ready|free|dancing|glowing|new)"
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
    rf"{START}(?:be|become) (?:again )?(?:the|a) (?:\w+,? (?:and )?){{1,5}}?(?:you (?:were|used|once|want|always|know"
    rf"|know you)"
    rf"|your {FAMILY})\b",
    rf"{START}be (?:there|present|yourself|whole|happy|well) (?:for your {FAMILY} )?(?:again|for your {FAMILY})\b",
    rf"{START}(?:come|arrive|walk|limp|check|drag)\b[^.]{{0,40}}?\b(?:leave|walk out|go home|head home|walk away)"
    rf" (?:{UNTIL}[\w'-]+ ){{0,3}}?{BLISS}\b",
    rf"{START}(?:leave|walk out|go home|head home) (?:\w+ )?(?:lighter|smiling|ready to (?:live|enjoy|\w+ (?:and|,))"
    rf"|hopeful"
    r"|happier|transformed|renewed|restored|whole|pain-free|better|a new)\b",
    r"^(?:wake up|rise|get up) (?:\w+ )?(?:to|wanting|looking|excited|eager|ready|glad|happy|above)\b",
    r"(?:step|come|walk|climb|break|move|rise) (?:back )?(?:out of|into|above|beyond|free of) (?:the |your )?(?:dark\w*"
    r"|shadows?"
    r"|fog|light|sun\w*|life|pit|gloom|misery|hole|despair)\b",
    r"(?:^|let us help you |time to )start (?:living|enjoying|loving|sleeping(?! pills| tablets| medicine)|feeling"
    r"|laughing|smiling|hoping"
    r"|dreaming)\b",
    r"^(?:sleep|laugh|smile|dance|live|enjoy|love|play|feel(?! free)|hike|run|work|garden|cook|sing|travel|dream|hope"
    r"|breathe"
    r"|trust)\b"
    r"(?![^.]*\b(?:if|when|after|until|unless|only|next|once)\b)[^.?]*\bagain\b",
    rf"^(?:dance|play|laugh|walk|run|travel|hike) (?:\w+ )?(?:at|with) your {FAMILY}\b",
    r"(?:get|go|return|come) back to (?:the )?(?:(?:things?|work|people|life|person|hobbies|activities"
    r"|job) (?:\w+ )?you(?! do\b)"
    r"|(?:being|feeling|living|loving) )|(?:return|back) to the (?:\w+ )?(?:life|work|person|people|self|things) you\b",
    r"live (?:fully|your best|the way you|free of|a full|life to the)\b|(?:find|be|love|become) yourself again\b",
    r"(?:find your way|come home|get) back to (?:yourself|life|joy|health|happiness|hope|who you|normal)\b|come home to"
    r" yourself\b",
    r"remember (?:what|how) (?:it|life|hope|joy|happiness|being|feeling|peace)\b[^.]*\b(?:like|felt|feels?|was)\b",
    r"^(?:trade|swap|exchange) (?:\w+ ){1,5}for\b|(?:the )?life you (?:deserve|want|love|dream|miss\w*|once|used)\b",
    r"^let (?:joy|hope|light|life|happiness|go of (?:the |your )?(?:pain|past|despair|sadness|trauma))\b"
    r"|meet the (?:new|real) you\b",
    r"(?:^|[;:,] )(?:soon|within (?:\w+ )?(?:days|hours|weeks)|in (?:just |only |a few |\w+ )?(?:days|weeks|hours)"
    r"|by (?:spring|summer|fall|winter"
    r"|christmas|friday|monday|the (?:weekend|third|second|end)))\b[^.;]*\byou(?:'ll| will|'re going to"
    r"| are going to) (?!be (?:asked|called|able|told|sent|given|seen)|get|have|know|see (?:a|the|our)|find out"
    r"|feel (?:tired|drowsy|sleepy|dizzy|sick|unsteady|odd|weak|cold)|want to rest|sit|owe"
    r"|pay|receive|hear"
    r"|need|have to)\w+",
    r"you(?:'ll| will) be (?:back|out|up) (?:in|at|to|on) (?!the (?:waiting|lobby|room|chair|car|building|hall)|our)"
    r"|(?:^|let us help you "
    r"|let ketamine help you )(?:rediscover"
    r"|reconnect|reclaim|reignite|recapture|thrive|flourish|blossom|shine|walk taller|stand taller|sleep deeper"
    r"|laugh more)\b",
    r"(?:get|put) (?:your|their) [\w ]{1,25}back on track\b|roller ?coaster\b|(?:your|their) (?:smile|laugh|spark"
    r"|appetite for life|energy|zest)"
    r" (?:will |can )?(?:come|comes|return|returns|is) ?(?:back)?\b|with a (?:new )?(?:purpose|spring in)\b"
    r"|bring you (?:home|back) to\b",
    r"best days are (?:ahead|still|yet)\b|(?:brighter|better|happier|new) (?:tomorrow|days?|mornings?|chapter|start"
    r"|beginning) (?:is|are"
    r"|begins?|starts?|awaits?|lies?|ahead)\b|(?:one|an?|single) (?:infusion|call|visit|appointment|session) away\b",
    r"you deserve to (?:be|feel|live|enjoy|wake|smile|have)\b|^expect to (?:feel|be|sleep"
    r"|wake) (?:[\w-]+ ){0,2}?(?:better|lighter|happier|calm\w*|well|hopeful|soundly|renewed|yourself|great)\b"
    r"|feel like you again\b|(?<!have )time to (?:feel"
    r"|live|enjoy|smile|love|be yourself)\b",
    r"(?:gives?|giving|hands?|hand) (?:you|them|people|families) back\b|(?:gets?|have|has|had|got) (?:their|your|his"
    r"|her|my) (?:mom|mother"
    r"|dad|father|parents?|wife|husband|son|daughter|partner|friend|family|li(?:fe|ves)) back\b",
    r"(?:hope|joy|laughter|light|color|energy|life|peace) (?:returns?|comes? back|is back)\b|^see (?:color|light|hope"
    r"|joy|the world)\b",
    r"(?:you're|you are|you get|you can) (?:\w+ )?(?:going to )?(?:be|become|feel|live) (?:\w+ ){0,2}?(?:again|happy"
    r"|alive|free of)\b",
    r"(?:picture|imagine) (?:yourself|your life|a life|waking|a day)\b",
)

# Here a denial is the promise itself.
OUTCOME_BY_DENIAL = phrases(
    rf"{START}(?:come|arrive|walk|limp|check|drag)\b[^.]{{0,40}}?\b(?:leave|walk out|go home|head home"
    rf"|walk away) (?:\w+ )?without"
    r" (?:it|them|pain|despair|fear)\b",
    r"never (?:again )?(?:wake|feel|dread|spend|miss|let)\b[^.]*\b(?:again|pain|sad\w*|depress\w*|dark\w*|alone"
    r"|hopeless)\b",
)


@rule(
    "C-07",
    why="promises the reader an outcome",
    todo='say what some people in trials felt, with "may" and a source',
    source=FTC,
)
def outcome(sentence: Sentence, _: Known) -> Iterator[re.Match[str]]:
    """Nobody tells "you" how you will feel, or that you get your life back."""
    yield from asserted(sentence, OUTCOME)
    yield from asserted(sentence, OUTCOME_BY_DENIAL, denies_itself=True)
