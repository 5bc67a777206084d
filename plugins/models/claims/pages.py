"""Hold a whole page, an article with its sections, against what a page of its kind must say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.models.claims.page import Page, Told, page_rule
from plugins.models.claims.rule import FDA, FTC
from plugins.models.claims.terms import begun, phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

CLINICAL = {"article", "service"}
OLD_YEARS = 10
ILLNESS = {
    "mental illness": re.compile(
        begun(
            "depress",
            "ptsd",
            "traumatic",
            "mental (?:health|illness)",
            "psychiatric",
            "anxiety",
            "bipolar",
            r"ocd\b",
            "suicid",
        )
    ),
    "pain": re.compile(begun(r"pain\b", "fibromyalgia", "migraine", "crps")),
}
KETAMINE = re.compile(begun(r"ketamine\b"))
NOT_APPROVED = re.compile(
    begun(r"off-label\b.*", "not (?:been )?(?:fda-)?approved.*", r"unapproved\b.*", r"not for (?:any|these)\b.*")
)
ALL_USES = re.compile(
    r"\b(?:every|each|all|both|any) (?:\w+ )?(?:use|uses|condition|of (?:them|these|it))|\bthese (?:uses|conditions)\b"
)
RISKS = phrases(r"(?:risks?|harm\w*|side effects?|unwanted effects?)\b")
OTHERS = re.compile(begun("other (?:treatments?|choices|options|medicines|ways)", r"alternatives\b", "talking therap"))
# Each word or phrase by itself is found ten times sooner than any one of several.
BALANCE: dict[str, tuple[re.Pattern[str], ...]] = {
    topic: tuple(map(re.compile, each))
    for topic, each in {
        "who should not have it": ("should not (?:have|get)", "not (?:suit|recommended)", r"rules? \w* ?out"),
        "side effects": ("side effect", "unwanted effect", "dizz", "nausea", r"common\b.{0,60}dissociat"),
        "that breathing can slow": ("breath",),
        "bladder harm": ("bladder", "urin"),
        "misuse": ("misus", "depend on it", "addict"),
        "medicines that do not go with it": (
            "opioid",
            "sedative",
            "interact",
            "every medicine",
            "all the medicines",
            "all you take",
        ),
        "pregnancy": ("pregnan",),
        "driving": (begun("driv"),),
        "other treatments": (OTHERS.pattern,),
        "what it costs": ("estimate", begun(r"costs?\b", "pric", r"fees?\b")),
        "the crisis line (988)": (begun(r"988\b"),),
    }.items()
}
GAINS = re.compile(
    r"\b(?:relie[fv]\w*|eas(?:e|es|ed)|lift\w*|improv\w+|responded|gains?|benefits?|helps?|helped|better|works)\b.*"
)
HARMS = re.compile(
    r"\b(?:risks?|harm\w*|danger\w*|side effects?|unwanted|misus\w+|damage|worse|bladder|nausea|dizz\w+"
    r"|dissociation|breathing|injury"
    r"|not suit|no clear|against|weak|fade\w*)\b.*"
)
ENOUGH_GAINS, MOST_GAINS_A_HARM = 4, 2
BENEFIT_HEADING = re.compile(r"\n[ \t]*#{2,6}[ \t].*\bbenefit", re.IGNORECASE)
RISK_HEADING = re.compile(r"\n[ \t]*#{2,6}[ \t].*\b(?:risk|harm|side effect|limit)", re.IGNORECASE)
CITED_KEY = re.compile(r"@([\w:.-]+)(?=[^\[\]]*\])")


@page_rule("T3", source=FDA)
def balance(page: Page) -> Iterator[Told]:
    """A page that names ketamine with an illness says that this is off-label, and names risks and other treatments.

    An article or a service names each of ``BALANCE``. Pain and mental illness are each said to be off-label.
    """
    if not KETAMINE.search(page.text):
        return
    named = [illness for illness, words in ILLNESS.items() if words.search(page.text)]
    if not named:
        return
    told = page.lines(NOT_APPROVED).values()
    missing = [
        f"that its use for {illness} is off-label"
        for illness in named
        if not any(ILLNESS[illness].search(line) or ALL_USES.search(line) for line in told)
    ]
    topics = BALANCE if page.kind in CLINICAL else {"risks": (RISKS,), "other treatments": (OTHERS,)}
    missing += [topic for topic, each in topics.items() if not any(words.search(page.text) for words in each)]
    if missing:
        source, at = next(place for illness in named if (place := page.first(ILLNESS[illness])))
        what = f"this page names ketamine with {' and '.join(named)} and does not tell: {', '.join(missing)} (T3)"
        yield Told(source, at, what, "add a sentence on each, with its source")


@page_rule("C-11", source=FTC)
def one_sided(page: Page) -> Iterator[Told]:
    """A page that tells of gains tells of risks and limits too, under a heading and in about as many sentences."""
    if page.kind not in CLINICAL or not KETAMINE.search(page.text):
        return
    todo = "add what trials against it found, who should not have it, and its harms"
    whole = "".join(f"\n{source.text}" for source, _ in page.parts)
    for source, _ in page.parts:
        heading = BENEFIT_HEADING.search(f"\n{source.text}")
        if heading and not RISK_HEADING.search(whole):
            yield Told(
                source,
                heading.start(),
                "a heading here tells of benefits and none on the page of risks (C-11)",
                todo,
                True,
            )
    harms = page.lines(HARMS)
    gains = page.lines(GAINS).keys() - harms.keys()
    if len(gains) >= ENOUGH_GAINS and len(gains) > MOST_GAINS_A_HARM * len(harms):
        what = f"{len(gains)} sentences of this page tell of gains and {len(harms)} of risks or limits (C-11)"
        yield Told(page.parts[0][0], 0, what, todo, True)


@page_rule("C-16", source=FTC)
def out_of_date(page: Page) -> Iterator[Told]:
    """Nobody cites a retracted work, and a clinical page cites a study of the last ten years."""
    newest, place = 0, (page.parts[0][0], 0)
    for source, _ in page.parts:
        for key in CITED_KEY.finditer(source.text):
            work = page.works.get(key[1])
            if work and work.is_retracted:
                what = f'"{key[1]}" has been retracted (C-16)'
                yield Told(source, key.start(), what, "take out what rests on it, and the citation")
            elif work and work.is_study and work.year and int(work.year) > newest:
                newest, place = int(work.year), (source, key.start())
    if page.kind in CLINICAL and 0 < newest < page.year - OLD_YEARS:
        what = f"the newest study that this page cites is of {newest} (C-16)"
        yield Told(*place, what, "look for newer ones, and cite what they found", True)
