"""Hold what is said of the clinic and its treatment against the rules of advertising."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.models.claims.rule import FTC, VIRGINIA, Known, rule
from plugins.models.claims.terms import few, phrases
from plugins.models.stance import asserted

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from plugins.models.sentences import Sentence

MATTER = (
    r"(?:treatments?|therap\w+|approach|clinics?|opportunity|method|programs?|protocol|drugs?|medicines?|way"
    r"|experience|care|setting|team)"
)
HYPE = phrases(
    r"mirac(?:les?\b(?! (?:street|mile|road|avenue))|ulous\w*)\b|magic(?:al)? (?:bullet|pill|cure)?|(?:silver"
    r"|magic) bullet\b|holy grail\b"
    r"|wonder ?drug\b",
    r"break-?through\w*\b(?! (?:pain|bleeding|seizures?|therapy designation|symptoms?))|revolution(?!ary war)\w*\b",
    r"(?:paradigm|tectonic|seismic) (?:shift|chang)\w*|sea change\b|(?:turning point|new chapter|new day|watershed"
    r"|milestone)"
    r" (?:in|for) (?:the )?(?:\w+ )?(?:psychiatry|medicine|treat\w*|mental|pain|care|depression|history)\b",
    r"(?:chang|transform|redefin|rewrit|reinvent|reimagin|reshap)\w* (?:the )?(?:\w+ )?(?:face|future|rules"
    r"|(?:text)?books?|world"
    r"|landscape|meaning) (?:of|on|for)\b|(?:redefin|reinvent|reimagin)(?:es?|ed|ing)\b|upside down\b",
    r"the future of (?!your|our)(?:\w+ ){0,2}?(?:health|psychiatry|medicine|care|healing|treatment)\b|like magic\b"
    r"|god-?send\b"
    r"|dream come true\b|works? (?:like a charm|wonders)\b|pioneering\b|trail-?blazing\b|leading[- ]edge\b"
    r"|bleeding[- ]edge\b",
    r"(?:mind|jaw)-(?:blowing|dropping)\b|(?:world|whole world) has been waiting\b|ahead of its time\b"
    r"|answered prayers?\b"
    r"|most (?:important|significant|promising|powerful|remarkable) (?:advance|discovery|development|step|breakthrough"
    r"|treatment|drug|medicine|tool)\b|game over for\b|superdrug\b|secret weapon\b|best-kept secret\b|next level\b",
    r"game[- ]chang\w+|(?:biggest|giant|quantum|huge|great|major) (?:leap|advance|step|discovery)\b|leap forward\b",
    r"life[- ](?:chang|transform|alter)\w+\b(?! (?:event|injur|illness|diagnos|accident|loss|news|disease))",
    r"cutting[- ]edge\b|state[- ]of[- ]the[- ]art\b|ground-?breaking\b|next[- ]generation\b|a new (?:era|dawn)\b"
    r"|gold standard\b",
    r"remarkabl\w+|innovati\w+|world[- ]renowned\b|transformative\b|unprecedented\b|unheard[- ]of\b"
    r"|like no other\b|unlike any other\b",
    r"(?:prepare|get ready|be ready) to be\b|(?:amaz|stun|astonish|astound|wow)(?:e?s|ed)\b(?! gun)|marvel\w*\b"
    r"|hottest\b|(?:break|broke)"
    r"(?:s|n)? (?:\w+ )?new ground\b|(?:the|pure|sheer) magic\b|science fiction\b|wonders? of (?:modern )?(?:medicine"
    r"|science)\b",
    r"(?:medicine|treatment|care) of tomorrow\b|ultra-?modern\b|latest and greatest\b|radical(?:ly)? (?:new|different"
    r"|better)\b|(?:has"
    r"|have) changed everything\b|changes everything\b",
    r"(?:amazing|incredible|astonishing|astounding|phenomenal|extraordinary|unbelievable|stunning|spectacular"
    r"|sensational)(?:ly)?\b",
    rf"one[- ]of[- ]a[- ]kind\b|unique(?:ly)? (?:\w+ )?(?:{MATTER}|effective|powerful|suited|blend|ability|effect)\b",
    rf"{MATTER} is (?:truly )?unique\b|(?:most exciting|once in a (?:generation|lifetime))\b",
)
CLINIC = (
    r"(?:clinics?|centers?|practices?|providers?|teams?|doctors?|physicians?|clinicians?|staff|specialists?"
    r"|experts?|nurses?"
    r"|facilit\w+|programs?|care|anesthesiologists?|psychiatrists?|infusions?|therapists?|treatments?|therapy"
    r"|experience)"
)
BEST = (
    r"(?:best|finest|greatest|leading|premier|top(?:-rated|-ranked|-notch)?|number one|no\. 1|#1|foremost|world-class"
    r"|award-winning|unmatched|unrivaled|unparalleled|unsurpassed|highest-rated|largest|first-class|unequaled"
    r"|most (?:experienced|trusted|respected|advanced|qualified|caring|skilled|reliable|effective|modern"
    r"|successful|sought-after))"
)
PLACE = r"(?:the (?:area|region|state|country|nation|world)|(?:northern )?virginia|alexandria|america|the east coast)"
SUPERLATIVE = phrases(
    rf"(?:(?<=our )|(?<=the )|(?<=a )|){BEST} {few(4)}{CLINIC}\b(?! for (?:you|your|each)\b)",
    rf"the only {few(3)}(?:clinic|center|practice|provider|team|doctors?|place)\b",
    rf"(?:we|our (?:\w+ )?{CLINIC}|nova health recovery|this clinic) (?:is|are) {few(3)}(?:{BEST}|the only"
    r"|second to none)(?!\w)",
    rf"(?:better|more \w+) (?:\w+ )?than (?:any|every|all|other|most) (?:other )?(?:\w+ )?{CLINIC}\b"
    rf"|no other (?:\w+ )?{CLINIC}\b",
    rf"second to none\b|{PLACE}'s (?:\w+ )?{BEST}\b|ranked (?:first|#1|number one)\b",
    r"nothing (?:else )?(?:works?|compares?|helps?|comes close)\b(?=[^.]*\b(?:as|to|like)\b)",
    r"(?:success|results|record|work|reputation) speaks? for (?:itself|themselves)\b",
    rf"(?:nobody|no one|nowhere|no {CLINIC})(?: else)? (?:[\w-]+ ){{0,7}}?(?:(?:better|more \w+|kinder|finer|safer)"
    r"(?! (?:than (?:you\b|your|they|before|those|with|the|a)|or worse|after|with|on))|like (?:us|we do|ours?)"
    r"|(?:the way|as) we do"
    r"|as (?:good|well|skilled|experienced)|than (?:us|ours?|we))\b",
    r"(?:not|never|won't|can't|cannot) (?:\w+ )?(?:find|get|see|meet) (?:a |an )?(?:better|kinder|finer|safer"
    r"|more \w+)\b"
    r"|there(?: is|'s) no (?:better|finer|kinder|safer|one better)\b(?! (?:time|moment|question))"
    r"|look no further\b(?! than)",
    r"we (?:\w+ )?(?:do|treat|give|run|know|handle|deliver) (?:[\w-]+ ){0,3}?better than\b|(?:set|sets|raise"
    r"|raises) the (?:bar"
    r"|standard)\b|(?:lead|leads|leading) the (?:field|way(?! to)|region|state|nation)\b",
    rf"favorite {few(2)}{CLINIC}\b|envy of\b|(?:the )?only (?:one )?place to\b(?! (?:park|eat|sit|wait|smoke|turn"
    rf"|leave))|(?:nobody|no one|nothing"
    rf"|none) (?:else )?(?:\w+ )?comes? close\b"
    r"|wrote the book\b|settle for (?:less|second)\b|(?:than|before|like) (?:anyone|anybody) (?:else\b|in (?:town|the"
    r"|northern|virginia"
    r"|alexandria))",
    r"go-to \w+\b|(?:simply|just|plainly|far|much) better (?:at|than)\b|(?:can't|cannot|won't|will not|not"
    r"|never) (?:\w+ )?(?:find|get|see)"
    r" [^.;]*\b(?:anywhere|elsewhere)\b",
    rf"(?:few (?:other )?(?:\w+ )?{CLINIC} can (?:match|equal|rival|offer|claim|say)"
    rf"|no (?:other )?(?:\w+ )?{CLINIC} can (?:match|equal|rival))\b|others? (?:\w+ )?(?:cannot"
    rf"|can't|do not"
    r"|don't|won't) (?:match|equal)\b|(?:has|have|know|without) no (?:equal|rival|match|peer)s?\b",
    rf"(?:beat|beats|outshine|outperform|surpass|exceed|eclipse|top)s?(?:es)? (?:[\w-]+ ){{0,3}}?(?:other|every|any"
    rf"|all) (?:\w+ )?"
    rf"{CLINIC}\b|where other (?:\w+ )?{CLINIC} (?:fail|fall|cut|stop|give|rush)\w*",
    r"(?:in|a) (?:a )?(?:class|league) (?:of (?:its|our|their) own|apart)\b|head and shoulders above\b|a cut above\b"
    r"|ahead of the"
    r" (?:rest|pack|others)\b|(?:above|from) the (?:rest|crowd|competition)\b",
    rf"unlike (?:other|most) (?:\w+ )?{CLINIC}\b|(?<!board )(?<!society )(?:set|sets) (?:us|the standard)\b(?: apart)?",
)


@rule(
    "C-05",
    why="is praise, not a fact",
    todo="take it out, or say plainly what was found",
    source=FTC,
)
def hype(sentence: Sentence, _: Known) -> Iterable[re.Match[str]]:
    """No treatment is a miracle or a breakthrough; medical terms such as breakthrough pain may stand."""
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
