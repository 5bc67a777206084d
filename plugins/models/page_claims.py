"""Hold a page, which may be of several files, against all rules: those on its words and those on the whole of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from plugins.drafts import says_draft
from plugins.faults import Fault, Source
from plugins.models.allowances import read_allowances, unused
from plugins.models.claims.page import Page, told
from plugins.models.claims.rule import RULES, Known, claims
from plugins.models.days import today
from plugins.models.prose import FENCES
from plugins.models.remembered import key_in
from plugins.models.sentences import sentences
from plugins.models.unclosed import read_as_meant

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from pelican.settings import Settings

    from plugins.models.bibliography import Work
    from plugins.models.sentences import Sentence

    Part = tuple[Source, list[Sentence]]


@dataclass(frozen=True, eq=False)
class Whole:
    """A page by its kind, with its files: an article's opening and sections, or one file."""

    kind: str
    parts: list[Source]

    def key(self, settings: Settings) -> bytes:
        """The key of what is wrong with it; what is allowed until a day is looked at each day."""
        allowing = any("<!--" in part.text for part in self.parts)
        named = (text for part in self.parts for text in (part.name, part.text))
        return key_in(settings, "claims", self.kind, str(today() if allowing else today().year), *named)

    def told(self, settings: Settings) -> set[Fault]:
        """What is wrong with its words and with the whole of it."""
        faults: set[Fault] = set()
        for part in self.parts:
            if FENCES.match(part.text):  # without front matter, nothing is read as a page
                check_words(part, settings["KNOWN"], faults)
        if all(read_as_meant(part.text) for part in self.parts):  # or words that are there would be missed
            read = [(part, _sentences(part.path, part.text)) for part in self.parts]
            shown = [] if says_draft(self.parts[0].text) else [part for part in read if not says_draft(part[0].text)]
            faults.update(page_faults(self.kind, read, shown, settings["WORKS"]))
        return faults


def page_faults(kind: str, read: list[Part], shown: list[Part], works: Mapping[str, Work]) -> Iterator[Fault]:
    """What is wrong with a page as it is ``shown``; a warning for what only its drafts, which are ``read``, add."""
    year = today().year
    now = told(Page(kind, shown, works, year)) if shown else []
    known = {each.what for each in now}
    later = [each for each in told(Page(kind, read, works, year)) if each.what not in known] if read != shown else []
    for each in now:
        yield each.source.fault(each.what, each.todo, each.at, warning=each.warning)
    for each in later:
        what = f"once this is no draft: {each.what}"
        yield each.source.fault(what, each.todo, each.at, warning=True)


@lru_cache(maxsize=32)  # asked for the words and for the page; in the preview, most sections are as at the last save
def _sentences(path: Path, text: str) -> list[Sentence]:
    return sentences(Source(path, text))


def check_words(source: Source, known: Known, faults: set[Fault]) -> None:
    """Add a fault or warning for each claim of a page that breaks a rule and is not allowed."""
    found = claims(_sentences(source.path, source.text), known)
    allowances = read_allowances(source, RULES, faults)
    faults.update(unused(allowances, found, source))
    for claim in found:
        if not any(allowance.covers(claim) for allowance in allowances):
            faults.add(claim.fault(source, claim.at))
