"""Hold what is said of taking ketamine by oneself against the warnings of the FDA."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.models.claims.rule import FDA, Known, rule
from plugins.models.claims.terms import DRUG, few, phrases
from plugins.models.stance import asserted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.models.sentences import Sentence

HOME = (
    r"(?:at|from|in) (?:the (?:comfort|privacy|quiet|ease) of )?(?:your (?:own )?)?(?:home|living room|bedroom"
    r"|couch|sofa|kitchen|bed)\b"
)
FORMS = r"(?:lozenges?|troches?|tablets?|sprays?|capsules?|drops|puffs?|pills?|vials?|syringes?)"
TAKEN = rf"(?:{FORMS}|ketamine|doses?|medicine|it|treatments?|therapy|kits?|sessions?|infusions?)"
TAKE = (
    r"(?:take|dissolve|swallow|place|put|hold|inject|spray|snort|start|begin|increase|double|repeat|raise|split"
    r"|use|try)"
)
AMOUNT = r"(?:\d[\d.,]*|one|two|three|half|a|another|a second|a third)"
START = r"(?:^|(?<=[;:,] )|(?<= and )|(?<=then )|(?<=simply )|(?<=just ))"
DOSING = (
    rf"{START}(?:spray|squirt|puff|sniff|inhale|insert|let|place|put|hold|keep|tuck|park|dissolve|melt|chew|suck"
    rf"|swallow"
    r"|swish|rub|apply|dab|inject|add|use|take|have|repeat|raise|increase|lower|double|split|start with|give yourself)"
)
OFTEN = (
    r"(?:once|twice|nightly|daily|weekly|before bed\w*|at (?:bedtime|night)|as needed|(?:every|each) (?:other |second "
    r"|third |few )?"
    r"(?:night|day|morning|evening|hour|week|few|\d+)\w*|(?:\w+ )times (?:a|per) \w+"
    r"|when (?:\w+ ){0,2}?mood|whenever (?:\w+ ){0,3}?(?:feel|mood|sad\w*|low|pain|strikes|sinks|need))\b"
)
BY_ONESELF = phrases(
    rf"(?:{TAKE}|taking|using|have|get|do|enjoy|continue|complete|receive) {few(6)}{HOME}",
    rf"at-home (?:[\w-]+ )?{TAKEN}|{TAKEN} {few(4)}{HOME}",
    r"self-(?:administ\w+|treat\w*|dos\w+|inject\w*|medicat\w*)|microdos\w+ (?:\w+ )?yourself",
    rf"(?:mail|ship|deliver|post|send|courier)(?:s|ed|ped|ing)?\b {few(6)}(?:to (?:your|you|their)\b|your door\w*"
    r"|home\b|by mail|door)",
    rf"(?:{TAKEN}|prescription) (?:{few(3)})(?:arrives?|comes?|mailed|shipped|delivered) {few(4)}(?:door\w*|home"
    rf"|courier|post"
    r"|mail\w*|house)\b",
    rf"(?:mail|online|internet)[- ]order\w*|(?:order|buy) {few(3)}(?:online|by (?:mail|phone))",
    rf"{TAKE} {few(5)}(?:\d[\d.,]* ?(?:mg|milligrams?|ml|g)\b|under (?:your|the) tongue)",
    rf"{TAKE} {AMOUNT} (?:more |full |small |extra )?(?:{FORMS}|doses?|half|mg)\b",
    rf"{AMOUNT} {FORMS} (?:in|into|up|under|before|each|every|per|at|after|twice|daily)\b",
    rf"{TAKE} (?:another|a second|the other|one more|it) {few(3)}(?:after|every|before|when(?:ever)?|at night|if)\b",
    rf"{DOSING} {few(5)}(?:nostrils?|cheeks?|gums?|tongue|mouth)\b",
    rf"{START}(?:squirt|sniff|inhale|chew|suck|swallow|dissolve|melt|swish|rub|apply|dab|inject"
    rf"|insert) {few(5)}(?:{FORMS}|dose)\b",
    rf"{START}(?:add|take|use|repeat|raise|increase|lower|double|split) {few(3)}dose\b(?! of (?!ketamine))",
    rf"{DOSING} {few(6)}{OFTEN}",
    rf"{START}(?:skip|wait|leave|allow) {few(3)}(?:between|and take|before) {few(2)}(?:doses?|{FORMS})\b",
    rf"let (?:it|(?:the|each|one|a|your) {FORMS}) (?:\w+ )?(?:melt|dissolve)\b|inject {few(2)}(?:yourself|at home)\b"
    rf"|{DRUG} by mail\b"
    rf"|{AMOUNT} {FORMS} (?:on an empty|with water|with food|is enough|are enough)\b",
    r"(?:dose|treat) yourself\b|(?:take|taking) your dose\b|taper (?:to|by|down)\b|refills? {few(3)}(?:by"
    r"|in the) (?:post"
    r"|mail)\b",
    r"on your own (?:schedule|at home)|by yourself at home",
)
DRUG_MEANT = phrases(
    rf"(?:{DRUG}|{FORMS}|dos(?:e|es|ing)|\d+ ?mg|prescri\w+|infusions?|treatments?|therapy|kits?|self-\w+|nostrils?)\b"
)
OTHER_DRUG = re.compile(
    r"\byour (?:\w+ ){0,2}?(?:tablets|pills|medicines|medications)\b|\b(?:your usual|your own|regular|other"
    r"|blood pressure) (?:\w+ )?(?:medicines?|pills?|tablets?|medications?)\b"
)
VAGUE = phrases(
    r"(?:self-(?:administ\w+|us\w+|medicat\w+)|misus\w+|(?:us|tak)\w+ (?:\w+ ){0,3}?(?:on (?:your|one's) own"
    r"|by (?:yourself|oneself)|without (?:\w+ )?(?:supervision|a (?:doctor|clinician))|unsupervised|recreationally))"
    r"[^.;]*\b(?:risks?|risky|dangers?|dangerous|harmful|unsafe|consequences)\b",
)
CONCRETE = re.compile(
    r"\b(?:breath\w*|bladder|depend\w*|addict\w*|blood pressure|accident\w*|liver|overdose|die|death|urin\w*|fda"
    r"|fall)\b"
)


@rule(
    "C-14",
    why="tells people to use it by themselves, or does not say what that does",
    todo="say that treatment is given under care, and what can happen without: breathing slows, for one",
    source=FDA,
)
def by_oneself(sentence: Sentence, _: Known) -> Iterator[re.Match[str]]:
    """Nobody is told how to dose themselves, or offered the drug by mail or at home; its misuse is not left vague."""
    text = sentence.lower
    if sentence.kind != "warning" and DRUG_MEANT.search(text) and not OTHER_DRUG.search(text):
        yield from asserted(sentence, BY_ONESELF)
    for match in () if sentence.keys else asserted(sentence, VAGUE, denied_too=True):
        if not CONCRETE.search(text):
            yield match
