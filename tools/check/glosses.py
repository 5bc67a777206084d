"""Hold each term of the glossary against its first use on a page: is it explained there?"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from plugins.models.sentences import paragraphs
from plugins.sections import FOLDER, in_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.faults import Fault, Source
    from plugins.models.glossary import Glossary, Term
    from plugins.models.sentences import Sentence

GLOSSARY_PAGE = "glossary.md"
# What stands before a term that is explained: "worry (", ", called", "growth proteins, such as", "the law," …
BEFORE = re.compile(
    r"(?:\((?:(?:an?|the|called|or)\s+)?|\b(?:called|known\s+as|named|such\s+as|short\s+for)\s+(?:(?:an?|the)\s+)?)$",
    re.IGNORECASE,
)
# … and behind it: brackets with words, a comma and what it is, "is a", "means", a colon, "and other drugs".
BEHIND = re.compile(
    r"""^(?:'s)?(?:\s+\w+)?\s*(?:
        \([^)]*\w{2}
        | ,\s+(?:an?|which|that\s+is|one\s+of)\b
        | :
        | (?:is|are)\s+(?:an?|the|when|one\s+of|short\s+for)\b
        | means?\b | stands?\s+for\b
        | [^.]*\b(?:and|or)\s+other\b
    )""",
    re.VERBOSE,
)
IN_COMMAS = re.compile(r"\b(?:an?|the|one)\s[\w\s-]+,\s+(?:the\s+)?$", re.IGNORECASE)  # "a federal law, HIPAA, …"
MEANS = re.compile(r"^\W*(?:means?|is|are|stands?\s+for)\b")
LINK = re.compile(r"[^\]\[]*\]\(glossary:")


def unexplained(sources: Iterable[Source], glossary: Glossary) -> Iterator[Fault]:
    """A warning for each term at its first use on a page that neither explains it there nor links the glossary."""
    for page in pages(sources):
        read = [(source, paragraph) for source in page for paragraph in paragraphs(source)]
        for term in glossary.term:
            fault = _at_first_use(read, term)
            if fault:
                yield fault


def pages(sources: Iterable[Source]) -> list[list[Source]]:
    """The files of each page in the order in which it shows them: an article's opening, then its sections."""
    found: dict[object, list[Source]] = {}
    for source in sorted(sources, key=_order):
        if source.path.name != GLOSSARY_PAGE:
            of_article = source.path.parent.parent.name == FOLDER
            found.setdefault(source.path.parent if of_article else source.path, []).append(source)
    return [*found.values()]


def _order(source: Source) -> tuple[str, int, str]:
    return source.path.parent.as_posix(), *in_article(source.path)


def _at_first_use(page: list[tuple[Source, list[Sentence]]], term: Term) -> Fault | None:
    for source, paragraph in page:
        for sentence, following in pairwise([*paragraph, None]):
            use = term.pattern.search(sentence.text) if sentence else None
            if sentence and use:
                if _is_explained(source.text, sentence, use) or (following and _goes_on(following, term)):
                    return None
                return _fault(source, sentence.place(use.start()), use[0], term)
    return None


def _is_explained(text: str, sentence: Sentence, use: re.Match[str]) -> bool:
    before, behind, at = sentence.text[: use.start()], sentence.text[use.end() :], sentence.place(use.start())
    if LINK.match(text, at):
        return True
    in_commas = IN_COMMAS.search(before) and behind.startswith(",")
    return bool(BEFORE.search(before) or BEHIND.search(behind) or in_commas) or _is_bold_lead(text, at)


def _is_bold_lead(text: str, at: int) -> bool:
    """Whether it is what the item of a list is about: "**Compounded ketamine.** A pharmacy mixes it"."""
    line = text.rfind("\n", 0, at) + 1
    lead = re.compile(r"[ \t]*(?:[-*+]|\d+\.)[ \t]+\*\*([^*\n]+[.:])\*\*[ \t]*\S").match(text, line)
    return bool(lead and lead.start(1) <= at < lead.end(1) and len(lead[1].split()) <= 3)


def _goes_on(following: Sentence, term: Term) -> bool:
    """Whether the next sentence says what it is: "Off-label means …"."""
    use = term.pattern.match(following.text)
    return bool(use and MEANS.match(following.text[use.end() :]))


def _fault(source: Source, at: int, word: str, term: Term) -> Fault:
    return source.fault(
        f'"{word}" is not explained where the page first uses it',
        f"say it in plain words beside it, in brackets, or write [{word}](glossary:{term.id})",
        at,
        warning=True,
    )
