"""Name in one place the words for treatments, conditions, gains and harms that the rules share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plugins.models.sentences import Sentence

DRUG = r"(?:(?:es)?ketamine|spravato)"
TREATMENT = (
    rf"(?:{DRUG}(?:'s)?(?: (?:therapy|treatments?|infusions?|sessions?|clinic))?|infusions?|psychedelics?"
    r"|(?:this|the|that|our|these|your|a|each|one|every|first) (?:\w+ )?"
    r"(?:treatments?|therapy|therapies|medicine|medication|drug|sessions?|program|approach|protocol|dose|course)"
    r"|treatments?|therapy)"
)
CONDITION = (
    r"(?:depress\w*|ptsd|post-?traumatic\w*|trauma\w*|anxi\w*|panic|bipolar|ocd|obsessive\w*|suicid\w*|psychiatric"
    r"|mental(?: health| illness\w*)?|mood disorders?|addiction\w*|alcohol\w*|eating disorders?|insomnia|pain|migraines?"
    r"|fibromyalgia|neuropath\w*|crps|nerve damage|despair|sadness|hopeless\w*|flashbacks?|nightmares?|grief|stress"
    r"|suffering|symptoms?)"
)
# Conditions for which no grade of data/evidence.toml is good, and others that clinics advertise.
WEAK = (
    r"(?:fibromyalgia|ocd|obsessive[- ]compulsive\w*|(?:social |generalized )?anxiety(?: disorders?)?|panic attacks?|panic"
    r"|bipolar\w*|addictions?|alcohol(?:ism| use disorder| dependence| cravings)|opioid use disorder|eating disorders?"
    r"|anorexia|bulimia|migraines?|neuropath\w*|nerve pain|back pain|adhd|autism|insomnia|chronic fatigue|lyme\w*"
    r"|tinnitus|long covid|dementia|parkinson\w*|alzheimer\w*|cluster headaches?|postpartum depression|borderline)"
)
SMALL_WORDS = r"(?:[\w'-]+,? ){0,%d}?"
ADMINISTRATIVE = re.compile(
    r"\b(?:web ?site|site|pages?|form|parking|building|browser|bills?|estimates?|insur\w+|records?)\b"
)
HEALTH = re.compile(rf"\b(?:{DRUG}|{CONDITION}|treatments?|therapy|infusions?|patients?|relief|symptoms?)\b")


def pattern(lines: str) -> re.Pattern[str]:
    """Compile an expression that begins where a word does; it may be written over several lines, indented or not."""
    # Looked for only where a word begins, it takes a third of the time.
    return re.compile(rf"(?<!\w)(?:{''.join(line.lstrip() for line in lines.splitlines())})")


def of_health(sentence: Sentence) -> bool:
    """Whether the sentence is about treatment and not about the website, a bill or a form."""
    return bool(HEALTH.search(sentence.lower)) or not ADMINISTRATIVE.search(sentence.lower)
