"""Keep every rule on whole pages, and what such a rule sees of a page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Mapping

    from plugins.faults import Source
    from plugins.models.bibliography import Work
    from plugins.models.sentences import Sentence


class Told(NamedTuple):
    """What is wrong with a page, and the file and the character where that is told."""

    source: Source
    at: int
    what: str
    todo: str
    warning: bool = False


@dataclass
class Page:
    """A page by its kind, with its files, the opening's first, the sentences of each, and the works it may cite."""

    kind: str
    parts: list[tuple[Source, list[Sentence]]]
    works: Mapping[str, Work]
    year: int

    @cached_property
    def text(self) -> str:
        """All its sentences, in small letters, one a line; the crisis line counts wherever it is linked."""
        lines = [sentence.text for _, each in self.parts for sentence in each]
        return "\n".join([*lines, *("988" for source, _ in self.parts if "clinic:988" in source.text), ""]).lower()

    def lines(self, found: re.Pattern[str]) -> dict[int, str]:
        """Each line of the text in which ``found``, which reads on to the line's end, finds something, by its start."""
        text = self.text
        spans = ((text.rfind("\n", 0, match.start()) + 1, match.end()) for match in found.finditer(text))
        return {start: text[start:end] for start, end in spans}

    def first(self, found: re.Pattern[str]) -> tuple[Source, int] | None:
        """Where the page first says in earnest what ``found`` finds."""
        for source, each in self.parts:
            for sentence in each:
                match = found.search(sentence.lower)
                if match:
                    return source, sentence.place(match.start())
        return None


class PageRule(NamedTuple):
    """A rule on pages, with the source that it comes from."""

    id: str
    source: str
    find: Callable[[Page], Iterable[Told]]


PAGE_RULES: dict[str, PageRule] = {}


def page_rule(number: str, *, source: str) -> Callable[[Callable[[Page], Iterable[Told]]], None]:
    """Make a rule of the function below, whose docstring says what the rule is."""

    def register(find: Callable[[Page], Iterable[Told]]) -> None:
        PAGE_RULES[number] = PageRule(number, source, find)

    return register


def told(page: Page) -> list[Told]:
    """What is wrong with the page by every rule."""
    return [each for rule in PAGE_RULES.values() for each in rule.find(page)]
