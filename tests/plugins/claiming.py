"""What tests of claims share: the rules that a text or a page breaks, without a build."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plugins.faults import ROOT, Fault, Source
from plugins.models.claims.page import Page, Told, told
from plugins.models.claims.rule import Known, claims
from plugins.models.page_claims import check_words
from plugins.models.sentences import sentences

if TYPE_CHECKING:
    from plugins.models.bibliography import Work

KNOWN = Known(against_ptsd=frozenset({"abdallah2022", "schnurr2024"}))
YEAR = 2026


def broken(text: str) -> dict[str, str]:
    """The rules that a text breaks, each with the words that do."""
    return {claim.rule.id: claim.words for claim in claims(sentences(Source(Path("x.md"), text)), KNOWN)}


def complaints_of(text: str) -> list[str]:
    """Every fault and warning of the words of a page, as they are printed."""
    faults: set[Fault] = set()
    check_words(Source(ROOT / "x.md", text), KNOWN, faults)
    return [str(fault) for fault in sorted(faults)]


def told_of(*parts: str, kind: str = "page", works: dict[str, Work] | None = None) -> list[Told]:
    """What is wrong with a page that consists of these texts."""
    sources = [Source(ROOT / f"{number}.md", text) for number, text in enumerate(parts)]
    return told(Page(kind, [(source, sentences(source)) for source in sources], works or {}, YEAR))
