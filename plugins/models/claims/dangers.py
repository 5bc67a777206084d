"""Hold what is said of safety, of approval and of use at home against labels and warnings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.models.claims.rule import FDA, FTC, Known, rule
from plugins.models.claims.terms import CONDITION, DRUG, TREATMENT, pattern
from plugins.models.stance import asserted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.models.sentences import Sentence

THE_FDA = r"(?:the )?(?:us )?(?:fda|food and drug administration)(?: \(fda\))?"
APPROVED = pattern(
    rf"""\bfda[- ](?:approv|clear|authori[sz]|certif|endors|back|licens)\w*
    |\b(?:approv|clear|authori[sz]|endors|back|licens)\w* (?:\w+ ){{0,4}}?by {THE_FDA}
    |\b{THE_FDA} (?:(?:has|have|now|also|recently|formally|officially|fully|even|just) )*(?:approv|clear|authori[sz]|endors|back|licens)\w*
    |\bapproval (?:of|from|by) {THE_FDA}|\b(?:approved|cleared) (?:drug|medicine|treatment)\b"""
)
NAMED = pattern(rf"\b{DRUG}\b")
BOTH = pattern(r"\bketamine(?: \w+)? (?:and|or|as well as) (?:esketamine|spravato)")
FOR_ILLNESS = pattern(rf"\b(?:{CONDITION}|clinics?|therapy|treatments?|infusions? for)\b")
ANESTHETIC = pattern(r"\banesthe\w*|\banaesthe\w*|\bsurger\w*|\boff-label\b|\bunapproved\b")

SAFE = pattern(
    rf"""\b(?:{TREATMENT}|it|they|these|which|that|dose|doses|procedures?|process|method|options?) (?:[\w'-]+ ){{0,3}}?
      (?:is|are|be|been|remains?|proven|considered|shown to be|as|being) (?:[\w-]+ (?:and )?){{0,3}}?
      (?P<words>safe(?:st|r)?)\b(?! (?:for you )?to (?:go|drive|leave|travel|walk|stand|move|stop|take))"""
)
SAFETY = pattern(
    r"""\bsafe(?:st|r)?(?:,| and|, and| yet| but|-)? ?(?:[\w-]+ )?(?:effective|treatments?|therap\w+|options?|alternatives?
      |medicines?|medications?|drugs?|ways? (?:to|out|of)|infusions?|relief|doses?|painless|natural|gentle|proven|choices?|solutions?)\b
    |\bsafe for (?:you|everyone|everybody|most|all|adults|pregnan\w*|children|teen\w*|older|people|patients|long-term|anyone|any)\b
      (?! to (?:drive|go|leave))
    |\bsafely (?:treat|reliev|reduc|lift|eas|heal|given|administer|used|deliver|manag|taken|tak|giv|at home)\w*
    |\b(?:ensur|guarante|assur|promis)\w* (?:[\w'-]+ ){0,5}?safe(?:ty|ly)?\b|\b(?:make|makes|making|be) (?:sure|certain) (?:[\w'-]+ ){0,5}?safe(?:ly)?\b
    |\b(?:excellent|proven|strong|great|good|outstanding|perfect|impeccable|favorable|remarkable|spotless) (?:\w+ )?safety\b
    |\b(?:completely|perfectly|totally|entirely|very|extremely|absolutely|medically|100%|remarkably|quite|generally) safe\b
    |\brisk-? ?free\b|\bharmless\b|\bnon-? ?(?:addictive|habit-forming|toxic)\b|\bside[- ]effects?[- ]free\b
    |\b(?:no|zero|without|free of|free from) (?:[\w-]+ ){0,2}?(?:side[- ]effects?|risks?|downsides?|dangers?|harms?)\b(?! factors?)
    |\b(?:not|isn't|never) (?:be |at all |physically |an? )?(?:addictive|habit-forming|addicting)\b
    |\b(?:can|do|will|could)(?: not|not|n't) (?:become|get|be|cause) (?:addict\w*|hooked|dependen\w*)\b
    |\b(?:all-)?natural (?:treatments?|therap\w+|remed\w+|medicines?|healing|ways?|alternatives?|substances?|drugs?|solutions?|options?)\b
    |\b(?:ketamine|it|treatment|infusion) is (?:\w+ )?natural\b|\ball-natural\b|\bfully reversible\b"""
)
SMALL_RISK = pattern(
    r"""\b(?:low|little|minimal|negligible|hardly any|very few|almost no|virtually no|barely any|tiny|slight|few|scant|rare)
      [ ](?:or no |if any,? )?(?:\w+ )?(?:risks?|dangers?|side[- ]effects?|complications?|downsides?)\b
    |\brisks? (?:\w+ ){0,6}?(?:is|are|remains?) (?:\w+ )?(?:low|small|minimal|negligible|tiny|slight)\b|\bwell[- ]tolerated\b
    |\b(?:hardly|rarely|barely|scarcely) (?:ever )?(?:slows?|affects?|harms?|depress\w+|changes?|causes?|touches)\b
    |\b(?:side[- ]effects?|risks?|harms?) (?:\w+ )?(?:are|is) (?:\w+ )?(?:rare|minor|mild|nothing)\b
    |\bgentle on\b"""
)
IN_A_TRIAL = pattern(r"\b(?:trials?|stud(?:y|ies)|participants?|group|review)\b")
AT_HOME = r"(?:at|from|in) (?:the (?:comfort|privacy) of )?(?:your (?:own )?)?(?:home|living room|bedroom|couch|sofa)"
TAKEN = r"(?:lozenges?|troches?|tablets?|sprays?|capsules?|ketamine|doses?|medicine|drops|it|treatments?|therapy|kit|sessions?|infusions?)"
BY_ONESELF = pattern(
    rf"""\b(?:take|taking|use|using|try|have|get|do|enjoy|continue|complete|dissolve|swallow|inject|spray|snort) (?:[\w'-]+ ){{0,5}}?{AT_HOME}
    |\bat-home (?:[\w-]+ )?{TAKEN}|\b{TAKEN} (?:[\w'-]+ ){{0,4}}?{AT_HOME}
    |\bself-(?:administ\w+|treat\w*|dos\w+|inject\w*|medicat\w*)
    |\b(?:mail(?:ed|s)?|ship(?:s|ped)?|deliver(?:s|ed|y)?|post(?:ed)?|send|sends|sent) (?:[\w'-]+ ){{0,6}}?(?:to (?:your|you|their)|your door|home|by mail|door)
    |\b(?:mail|online|internet)[- ]order\w*|\border (?:[\w'-]+ ){{0,3}}?(?:online|by (?:mail|phone))
    |\b(?:take|dissolve|swallow|place|put|hold|inject|spray|snort|start|begin|increase|double|repeat|raise|split) (?:[\w'-]+ ){{0,5}}?
      (?:\d[\d.,]* ?(?:mg|milligrams?|ml|g|puffs?|sprays?|drops)\b|under (?:your|the) tongue|(?:lozenge|troche|tablet|dose)s? (?:every|each|twice|daily|yourself|before|when))
    |\bon your own (?:schedule|at home)|\bby yourself at home"""
)
DRUG_MEANT = pattern(
    rf"\b(?:{DRUG}|lozenges?|troches?|dos(?:e|es|ing)|mg|prescri\w+|infusions?|treatments?|therapy|kits?|self-\w+)\b"
)
VAGUE = pattern(
    r"(?P<words>\b(?:self-(?:administ\w+|us\w+|medicat\w+)|misus\w+|(?:us|tak)\w+ (?:\w+ ){0,3}?(?:on (?:your|one's) own"
    r"|by (?:yourself|oneself)|without (?:\w+ )?(?:supervision|a (?:doctor|clinician))|unsupervised|recreationally))"
    r"[^.;]*\b(?:risks?|risky|dangers?|dangerous|harmful|unsafe|consequences)\b)"
)
CONCRETE = pattern(
    r"\b(?:breath\w*|bladder|depend\w*|addict\w*|blood pressure|accident\w*|liver|overdose|die|death|urin\w*|fda|fall)\b"
)


@rule(
    "C-03",
    why="says that the FDA approved ketamine for more than anesthesia",
    todo="say that this use is off-label; only esketamine (Spravato) is approved, for some kinds of depression",
    source=FDA,
)
def approval(sentence: Sentence, _: Known) -> Iterator[re.Match[str]]:
    """Ketamine is approved for anesthesia and for no mental illness or pain; esketamine is another drug."""
    text = sentence.lower
    for match in asserted(sentence, APPROVED):
        names = sorted(NAMED.finditer(text), key=lambda name: abs(name.start() - match.start()))
        meant = names and (names[0][0] == "ketamine" or BOTH.search(text))
        if meant and FOR_ILLNESS.search(text) and not ANESTHETIC.search(text):
            yield match


@rule(
    "C-04",
    why="makes the treatment sound safe, and no treatment is",
    todo="name the risks, or say that a clinician weighs them for each person",
    source=FTC,
)
def safety(sentence: Sentence, _: Known) -> Iterator[re.Match[str]]:
    """No treatment is called safe, natural, not addictive or free of side effects; a small risk needs its source."""
    for pattern in (SAFE, SAFETY):
        if pattern is SAFE or not (sentence.keys and IN_A_TRIAL.search(sentence.lower)):
            yield from asserted(sentence, pattern, denies_itself=pattern is SAFETY)
    if not sentence.keys:
        yield from asserted(sentence, SMALL_RISK, denies_itself=True)


@rule(
    "C-14",
    why="tells people to use it by themselves, or does not say what that does",
    todo="say that treatment is given under care, and what can happen without: breathing slows, for one",
    source=FDA,
)
def by_oneself(sentence: Sentence, _: Known) -> Iterator[re.Match[str]]:
    """Nobody is told how to dose themselves, or offered the drug by mail or at home; its misuse is not left vague."""
    for match in asserted(sentence, BY_ONESELF):
        if sentence.kind != "warning" and DRUG_MEANT.search(sentence.lower):
            yield match
    for match in asserted(sentence, VAGUE, denied_too=True):
        if not sentence.keys and not CONCRETE.search(sentence.lower):
            yield match
