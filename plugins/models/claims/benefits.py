"""Hold what is said of a benefit against its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.models.claims.rule import FTC, Known, rule
from plugins.models.claims.terms import CONDITION, TREATMENT, few, phrases
from plugins.models.stance import asserted, is_hedged

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from plugins.models.sentences import Sentence

ACTS = (
    r"(?:quiet(?:s|ens?|ed)?|settles?|sooth(?:es|ed)|tames?|dulls?|silences?|hush(?:es)?|softens?|loosens?|lightens?"
    r"|brightens?|curbs?|shrinks?|steadies|steady|steadied|mends?|breaks?|shortens?|tak(?:es?|ing) the edge off"
    r"|turns? down"
    r"|melts?|brings? down|keeps?(?= [^.;]*\b(?:away|at bay|in check|down|quiet)\b)|shakes?|succeeds?|beats?|cuts?"
    r"|trims?"
    r"|calmed|softened|loosened|tamed|freed|frees?|relieves?|reduces?|lifts?|eases?|improves?|treats?|soothes?|calms?"
    r"|lessens?|alleviat\w+|boosts?|lowers?"
    r"|lifted|eased"
    r"|improved|relieved|reduced|helped|restores?|prevents?|stops?|saves?|combats?|fights?|tackles?|overcomes?"
    r"|controls?"
    r"|helps?(?: (?:you|people|patients|veterans|those|many|adults|them|to|with|manage|process|ease|relieve|treat))+)"
)
SUBJECT = rf"(?:{TREATMENT}|dissociat\w+|it|they|which|that)\b(?:[\w'-]+ | | \([^)]*\)|, [\w ]+, ){{0,5}}?"
AIM = (
    rf"(?:{CONDITION}|mood|thoughts|well-being|wellbeing|quality of life|daily (?:life|function\w*)|function\w*"
    r"|memories|lives|sleep|ach(?:es?|ing)|fatigue|fog|gloom|dark\w*|heaviness|burdens?|worr(?:y|ies)|fears?|cravings"
    r"|tension|(?:racing|restless|anxious|busy|troubled|overworked|tired) (?:thoughts|minds?|nerves)|burning|misery"
    r"|agony"
    r"|distress|spirits|outlook|nerves|nervous system|exhaustion|emptiness|numbness|low days|bad days)"
)
UNLESS = r"(?:(?!if|when|unless|until|because|before|once)[\w'-]+,? ){0,6}?"
# Without "symptoms", which side effects are too.
EASES = (
    r"(?:depression|moods?|despair|sadness|(?:dark|suicidal|intrusive) thoughts|nightmares|flashbacks|pain|grief"
    r"|spirits"
    r"|hopelessness|fog|gloom|darkness) (?:\w+ )?(?:lifts?|fades?|eases|improves|rises|melts?|softens|loosens|quiets"
    r"|recedes?|retreats?|shrinks?|subsides?|brightens|lets? go|gives? way|loses? (?:its|their))\b"
)
# Whatever a treatment is said to do to an illness, but for what says nothing of a gain.
PLAINLY = (
    r"(?:is|was|has|does|this|as|its|cures|heals|eliminates|removes|erases|reverses|treats|causes|worsens|raises|makes"
    r"|brings on|triggers|costs|stays|leaves|passes|needs"
    r"|requires|means"
    r"|begins|starts|differs|depends|remains|carries|sessions|infusions|trials|doses|studies|visits|clinics|centers"
    r"|users|works|comes"
    r"|takes|lasts|treatments|blocks|binds|acts|looks|asks|uses|includes|affects|changes|lists|goes|runs|interacts"
    r"|always|perhaps"
    r"|sometimes|versus|plus|less|unless|across|compares|compared|ends|patients|programs|courses|medicines|drugs"
    r"|therapies|gets)\b"
)
DOES = (
    r"(?:ketamine|this (?:treatment|therapy|drug|medicine)|an infusion|(?:the|our) (?:drip|treatment|therapy))"
    rf" (?!{PLAINLY})\w+s"
)
GAIN = phrases(
    rf"acts? (?:fast|faster|quickly|within)\b|(?:strong|powerful) (?:weapon|tool|ally) against {few(2)}{CONDITION}\b",
    rf"{DOES} {UNLESS}(?:{CONDITION}|mood|minds?)\b",
    rf"{CONDITION} responds? to (?:ketamine|infusions|our|this|it)\b|(?:a|the) (?:lifeline|answer|way out|weapon|key"
    rf"|beacon|light"
    rf"|path)\b[^.;]*\b{CONDITION}\b",
    r"infusions (?:really |truly |do )?(?:work|help)\b(?! (?:by|on|in|differently|like|is|with the))",
    rf"ketamine (?:\w+ )?(?:makes?|gives?|opens?|offers?) {few(6)}(?:bearable|energy|way out|hope|strength)\b",
    rf"(?:patients|people|clients) (?:feel|walk out|leave|go home|become|wake up|come out) {few(2)}(?:better"
    r"|happier|calmer|well)\b",
    rf"(?:{TREATMENT}|infusions?)(?::| is| are| -) (?:the|an|your) (?:answer|solution|key|way out)\b",
    rf"{SUBJECT}\b{ACTS} {UNLESS}{AIM}",
    rf"{EASES}",
    rf"{SUBJECT}\b(?:turns?|transforms?|chang\w+) {few(3)}{AIM} (?:in)?to\b",
    rf"{SUBJECT}\b(?:brings?|gives?|lets?|puts?|returns?|hands?) {few(3)}(?:light|color|joy|energy|calm|peace|sleep"
    rf"|hope|smiles?"
    r"|life)\b",
    rf"{SUBJECT}\b(?:is|are|has been|have been) (?:\w+ )?(?:effective|proven|successful|powerful)\b",
    rf"{SUBJECT}\b(?:brings?|offers?|provides?|gives?|delivers?) {few(3)}(?:relief|results|healing|hope|help)\b",
    rf"{SUBJECT}\bworks? (?:\w+ )?(?:for|on|against|fast\w*|quick\w*|wonders|well|better|within|in|when|where|even)\b",
)
TREATED = phrases(rf"(?:{TREATMENT}|dissociat\w+|^(?:our |most |many )?(?:patients|clients))\b")
IN_SURGERY = phrases(r"(?:surger\w+|anesthe\w+|operations?)\b")
OF_ILLNESS = phrases(rf"(?:{CONDITION}|relief)\b")


@rule(
    "T1",
    why="tells of a benefit without a source",
    todo="cite the trial behind it: [@key]; if it is not sure, say so",
    source=FTC,
)
def benefit(sentence: Sentence, _: Known) -> Iterator[re.Match[str]]:
    """A treatment's benefit is stated with its source, or with how unsure it is."""
    if sentence.keys:
        return
    text = sentence.lower
    treated = TREATED.search(text)
    if treated or OF_ILLNESS.search(text):
        for match in asserted(sentence, GAIN):
            if (treated or match.start() == 0) and not (IN_SURGERY.search(text) or is_hedged(sentence)):
                yield match
