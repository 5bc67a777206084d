"""Hold what is said of safety against labels and warnings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.models.claims.rule import FTC, Known, rule
from plugins.models.claims.terms import CARE, TREATMENT, few, of_health, phrases
from plugins.models.stance import asserted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.models.sentences import Sentence

SAFE = phrases(
    rf"(?:{TREATMENT}|it|they|these|which|that|procedures?|process|method|options?) {few(3)}"
    r"(?:is|are|be|been|remains?|proven|considered|shown to be|as|being) (?:[\w-]+ (?:and )?){0,3}?"
    r"(?P<words>safe(?:st|r)?)\b(?! (?:for you )?to (?:go|drive|leave|travel|walk|stand|move|stop|take|do))",
)
WORSE = r"(?:side[- ]effects?|risks?|downsides?|dangers?|harms?|complications?|addiction|withdrawal)"
SAFETY = phrases(
    rf"safe(?:st|r)?(?:,| and|, and| yet| but|-)? ?(?:[\w-]+ )?(?:effective|{CARE}|options?|alternatives?"
    r"|ways? (?:to|out|of)|relief"
    r"|painless|natural|gentle|proven|choices?|solutions?)\b",
    r"safe for (?:you|everyone|everybody|most|all|adults|pregnan\w*|children|teen\w*|older|people|patients|anyone"
    r"|any)\b(?! to )",
    r"safely (?:treat|reliev|reduc|lift|eas|heal|given|administer|used|deliver|manag|taken|tak|giv|at home)\w*",
    rf"(?:ensur|guarante|assur|promis)\w* {few(5)}safe(?:ty|ly)?\b|(?:makes?|making|be) (?:sure"
    rf"|certain) {few(5)}safe(?:ly)?\b",
    r"(?:excellent|proven|strong|great|good|outstanding|perfect|impeccable|favorable|spotless) (?:\w+ )?safety\b",
    r"(?:completely|perfectly|totally|entirely|very|extremely|absolutely|medically|100%|remarkably|quite"
    r"|generally) safe\b",
    r"no (?:riskier|more (?:risky|dangerous|harmful)) than\b|as (?:natural|harmless|gentle|mild) as\b"
    r"|leaves? no (?:mark|trace|damage|harm)\b"
    r"|(?:harm|danger|risk) (?:\w+ )?is (?:next to|close to|almost|near) (?:nothing|zero|none|nil)\b",
    r"safer than\b|as safe as\b|(?:risk|worry|side[- ]effects?)[- ]?free\b|harmless\b|non-? ?(?:addictive"
    r"|habit-forming|toxic)\b",
    r"(?:no|zero|without|free of|free from|none of the|none of) (?:(?:any|the|known|real|serious|lasting"
    r"|long-term|harmful|major"
    r"|significant|unwanted|hidden|added|nasty|usual|bad|of|unpleasant|dangerous"
    rf"|such) ){{0,3}}?{WORSE}\b(?! factors?| in (?:asking|waiting|calling|saying)| (?:is|was) done)",
    r"(?:no|without|zero) (?:\w+ )?(?:risk|chance|danger|potential|possibility|fear|way) (?:of|for|to) (?:\w+ )?"
    r"(?:addict\w*|dependen\w*|abuse|misuse|hooked|harm\w*)\b",
    r"(?:not|isn't|never) (?:be |at all |physically |an? )?(?:addictive|habit-forming|addicting|dangerous)\b",
    r"(?:can|do|will|could)(?:not| not|n't) (?:become|get|be|cause|hurt|harm) (?:addict\w*|hooked|dependen\w*|you"
    r"|anyone|side)\b",
    rf"(?:not|n't|no|never|nothing|without) {few(3)}(?:worry\w*|fear|afraid|concern\w*) {few(3)}(?:{WORSE}|safety"
    r"|addict\w*|depend\w*)\b",
    r"(?:all-)?natural (?:treatments?|therap\w+|remed\w+|medicines?|healing|alternatives?|substances?|drugs?"
    r"|solutions?|options?)\b",
    rf"(?:{TREATMENT}) is (?:an? |all |completely |totally )?natural\b(?! to)|all-natural\b|fully reversible\b"
    r"|nothing to (?:fear|lose)\b",
    r"(?:patients|people|nobody|no one) (?:\w+ )?(?:\w+n't|do not|never|ever) (?:have|get|notice|feel|see"
    rf"|experience|report)s? (?:any )?{WORSE}\b",
)
SMALL_RISK = phrases(
    r"(?:low|little|minimal|negligible|hardly any|very few|almost no|virtually no|barely any|tiny|slight|few"
    r"|scant|rare|fewer|less)"
    rf" (?:or no |if any,? )?(?:\w+ )?{WORSE}\b",
    rf"{WORSE} (?:\w+ ){{0,6}}?(?:is|are|remains?) (?:\w+ )?(?:low|small|minimal|negligible|tiny|slight|rare|minor"
    r"|mild|nothing|few)\b",
    r"well[- ]tolerated\b|gentle on\b|gentler than\b",
    r"(?:hardly|rarely|barely|scarcely) (?:ever )?(?:slows?|affects?|harms?|depress\w+|changes?|causes?|touches)\b",
)
CALM = (
    r"(?: about| of)?(?=[.,;:!]|$| (?:(?:with|here|at|when|while|during|in|from|once)\b|(?:about |of )?(?:(?:the|your|a"
    r"|our|this) )?"
    r"(?:\w+ )?(?:drug|medicine|treatment|infusion|dose|safety|drip|heart|bladder)))"
)
WORRY = r"(?:worry|fear|be (?:afraid|scared|worried|nervous|concerned|anxious))"
REASSURED = phrases(
    rf"(?:nothing|little|no (?:need|reason|cause)|not much|never a reason) (?:for you )?to {WORRY}{CALM}",
    rf"no (?:cause|reason|need|grounds) for (?:\w+ )?(?:concern|worry|alarm|fear|anxiety){CALM}",
    rf"(?:do not|don't|never|need not|needn't) {WORRY}{CALM}|worry-free\b|without (?:a |any )?(?:worry|worries|care"
    rf"|fear){CALM}",
    r"(?:put|lay|set|leave) (?:your |any )?(?:\w+ )?(?:worr\w+|fears?|concerns?|doubts?)\b[^.;]*\b(?:to rest|aside"
    r"|behind|at the"
    r" door)\b",
    r"(?:in|at) no (?:danger|risk)\b|(?:in|are) (?:very )?safe hands\b|(?:poses?|presents?|is|are|be) no (?:real "
    r"|serious )?(?:threat"
    r"|danger|risk|harm|hazard|concern|problem|worry)\b",
    r"(?:will not|won't|cannot|can't|could not|couldn't|does not|doesn't|do not|don't|never) (?:\w+ )?(?:harm|hurt"
    r"|damage|injure"
    r"|affect|touch|slow) (?:you\b|your(?! feelings)|the|anyone|anybody|a )",
    r"(?:easy|kind|gentle|mild|soft|light) (?:on|to) (?:the|your) (?:body|bladder|heart|liver|system|mind|brain)\b"
    r"|nothing (?:can|could"
    r"|will|ever)"
    r" (?:go|goes) wrong\b|no harm in (?:trying|giving|a|having|starting|taking)\b|no (?:riskier|more (?:risky"
    r"|dangerous)) than\b",
    rf"(?:{WORSE}|dependen\w+|addict\w+|safety) (?:is|are) (?:not|never|hardly|n't|no) (?:\w+ )?(?:concern|issue"
    rf"|problem|worry|question"
    rf"|something|matter|danger)\b|{WORSE} (?:is|are) a non-issue\b|(?:dependen\w+|addict\w+|{WORSE}) (?:isn't"
    rf"|aren't) (?:\w+ )?(?:concern"
    r"|issue|problem|worry|something|risk)\b",
    r"(?:clean|spotless|unblemished|perfect) (?:\w+ )?record\b|spares? (?:your|the) (?:\w+ )?(?:liver|bladder|heart"
    r"|body|kidneys|memory)\b"
    r"|without (?:any )?(?:trouble|incident|complications?|a hitch|problems?)\b|milder than\b|nothing (?:dangerous"
    r"|risky|harmful)\b",
    r"(?:(?:cannot|can't|won't|will not|does not|doesn't|do not|don't|never) (?:\w+ )?(?:make you|get you|leave you|get"
    r"|become)"
    r" (?:dependent|addicted|hooked|sick|ill))\b|(?:nobody|no one) (?:\w+ )?(?:hurt|harmed|injured)\b",
    rf"(?:{WORSE}|problems|accidents) (?:\w+ )?(?:(?:do|does|will)(?: not|n't)|never) (?:happen|occur|arise)s?\b",
    r"(?:nothing|no reason) to (?:fear|dread)\b",
)
OF_CARE = re.compile(
    r"\b(?:drip|drugs?|medicines?|medication|kidneys?|anesthes\w+|safety|side[- ]effects?|risks?|bladder|heart|liver"
    r"|dependen\w+|addict\w+)\b"
)
IN_A_TRIAL = re.compile(r"\b(?:trials?|stud(?:y|ies)|participants?|group|review)\b")


@rule(
    "C-04",
    why="makes the treatment sound safe, and no treatment is",
    todo="name the risks, or say that a clinician weighs them for each person",
    source=FTC,
)
def safety(sentence: Sentence, _: Known) -> Iterator[re.Match[str]]:
    """No treatment is called safe, natural, not addictive or free of side effects; a small risk needs its source."""
    if "safe" in sentence.lower:
        yield from asserted(sentence, SAFE)
    if not (sentence.keys and IN_A_TRIAL.search(sentence.lower)):
        yield from asserted(sentence, SAFETY, denies_itself=True)
    if not sentence.keys:
        yield from asserted(sentence, SMALL_RISK, denies_itself=True)
    reassured = [*asserted(sentence, REASSURED, denies_itself=True)]
    if reassured and (of_health(sentence) or OF_CARE.search(sentence.lower)):
        yield from reassured
