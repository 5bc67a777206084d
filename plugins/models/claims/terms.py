"""Name in one place the words for treatments, conditions and time that the rules share."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from plugins.models.sentences import Sentence


class Later:
    """An expression that is compiled when it is first used: all take half a second, and many a build uses none."""

    def __init__(self, written: str) -> None:
        self.written = written

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression itself."""
        return re.compile(self.written)

    def __getattr__(self, name: str) -> Any:
        found = self.__dict__[name] = getattr(self.compiled, name)
        return found


def phrases(*each: str) -> re.Pattern[str]:
    """An expression for any of these phrases, each in small letters and looked for only where a word begins."""
    return cast("re.Pattern[str]", Later(rf"(?<!\w)(?:{'|'.join(each)})"))


def begun(*each: str) -> str:
    """An expression for any of these, which begin with a letter or figure, looked for only where a word begins.

    Each looks behind its own first letter, so that the search leaps from one such letter to the next.
    """
    return "|".join(rf"{one[0]}(?<!\w{one[0]}){one[1:]}" for one in each)


def few(most: int) -> str:
    """An expression for up to ``most`` words that do not matter, each with the space behind it."""
    return rf"(?:[\w'-]+,? ){{0,{most}}}?"


DRUG = r"(?:(?:es)?ketamine|spravato)"
CARE = (
    r"(?:treatments?|therapy|therapies|medicines?|medication|drug|sessions?|programs?|approach|protocols?|doses?"
    r"|course|infusions?)"
)
TREATMENT = (
    rf"(?:{DRUG}(?:'s)?(?: {CARE})?|infusions?|psychedelics?|treatments?|therapy"
    rf"|(?:this|the|that|our|these|those|your|a|each|one|every|first) (?:\w+ )?{CARE})"
)
CONDITION = (
    r"(?:depress\w*|ptsd|post-?traumatic\w*|trauma\w*|anxi\w*|panic|bipolar|ocd|obsessive\w*|suicid\w*|psychiatric"
    r"|mental(?: health| illness\w*)?|mood disorders?|addiction\w*|alcohol\w*|eating disorders?|insomnia|pain"
    r"|migraines?"
    r"|fibromyalgia|neuropath\w*|crps|nerve damage|despair|sadness|hopeless\w*|flashbacks?|nightmares?|grief|stress"
    r"|suffering|symptoms?|phobias?|illness\w*|intrusive thoughts|dark thoughts)"
)
# Conditions for which no grade of data/evidence.toml is good, and others that clinics advertise.
WEAK = (
    r"(?:fibromyalgia|ocd|obsessive[- ]compulsive\w*|(?:(?:social|generalized|everyday) )?anxiety(?: disorders?)?"
    r"|panic(?: attacks?| disorder)?|bipolar\w*|addictions?|alcohol(?:ism| use disorder| dependence| cravings)"
    r"|opioid use disorder|(?:eating|personality|substance use) disorders?|anorexia|bulimia|migraines?|headaches?"
    r"|neuropath\w*|nerve pain|back pain|adhd|autism|insomnia|sleeplessness|chronic fatigue|lyme\w*"
    r"|(?:social )?phobias?"
    r"|tinnitus|arthritis|sciatica|burnout|cravings|schizophrenia|gambling|hoarding|menopause|long covid|dementia"
    r"|parkinson\w*|alzheimer\w*|postpartum depression|borderline|tourette\w*|stutter\w*|smoking)"
)
HEALTH = re.compile(
    rf"\b(?:{DRUG}|{CONDITION}|treat\w*|therap\w*|infusions?|patients?|relief|mood|results?|improv\w*|success\w*"
    r"|feel\w*|better"
    r"|recover\w*|heal\w*|cur(?:e|es|ed)|sessions?|protocol|program|doses?|effects?|changes?|healthy|well-being"
    r"|ill|sick\w*)\b"
)


def of_health(sentence: Sentence) -> bool:
    """Whether the sentence is about treatment, and not about doors, bills or the website."""
    return bool(HEALTH.search(sentence.lower))
