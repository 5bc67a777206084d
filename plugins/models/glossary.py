"""Say what medical terms mean, and find them in a text: the shape of data/glossary.toml."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, Field

from plugins.models.slugs import slug
from plugins.models.validation import Model, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.faults import Fault
    from plugins.models.toml import TomlSource

LONGEST = 25  # words of a definition


def _one_short_sentence(written: str) -> str:
    if len(written.split()) > LONGEST:
        raise said(f"has {len(written.split())} words")
    if not re.fullmatch(r"[A-Z].*[^.]\.", written) or re.search(r"[.!?] [A-Z]", written):
        raise said("is not one sentence")
    return written


class Term(Model):
    """A word that a reader may not know, and what it means."""

    term: str = Field(min_length=2, description="the word, as it stands in the middle of a sentence")
    short_for: str = Field(default="", description="the words that its letters stand for")
    also: tuple[str, ...] = Field(default=(), description='a list of its other forms: ["dissociate", "dissociative"]')
    definition: Annotated[str, AfterValidator(_one_short_sentence)] = Field(
        description=f"one sentence of at most {LONGEST} words, from its capital to its full stop"
    )

    @property
    def id(self) -> str:
        """Its name in addresses and in ``glossary:`` links: "nmda-receptor"."""
        return slug(self.term)

    @property
    def forms(self) -> tuple[str, ...]:
        """All that it is called."""
        return tuple(filter(None, (self.term, self.short_for, *self.also)))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds the term in any of its forms."""
        return pattern_of(self.forms)


class Glossary(Model):
    """The terms, and names that no other word can replace."""

    names: tuple[str, ...] = Field(description="a list of names, such as those of medicines, that need no explaining")
    term: tuple[Term, ...] = Field(min_length=1, description="a table [[term]] for each")

    @cached_property
    def by_id(self) -> dict[str, Term]:
        """The terms by their names in links."""
        return {term.id: term for term in self.term}

    @cached_property
    def every(self) -> re.Pattern[str]:
        """Finds every term and every name."""
        return pattern_of([*self.names, *(form for term in self.term for form in term.forms)])


def pattern_of(forms: Iterable[str]) -> re.Pattern[str]:
    """Finds these forms as whole words, in the plural too, the longest first; capitals inside a form must be kept."""
    either = "|".join(_form(form) for form in sorted(forms, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{either})(?:e?s)?(?![\w-])")


def _form(form: str) -> str:
    words = r"\s+".join(re.escape(word) for word in form.split())
    return words if re.search(r"(?<=\S)[A-Z]", form) else f"(?i:{words})"


def disorder(glossary: Glossary, source: TomlSource) -> Iterator[Fault]:
    """The terms stand in the order of the alphabet, and no two are called the same."""
    for number, (above, below) in enumerate(pairwise(glossary.term), 1):
        if below.term.casefold() < above.term.casefold():
            what = f'"{below.term}" stands below "{above.term}"'
            yield source.fault_at(what, "keep the terms in the order of the alphabet", "term", number, "term")
    seen: dict[str, str] = {}
    for number, term in enumerate(glossary.term):
        for form in term.forms:
            first = seen.setdefault(form.casefold(), term.term)
            if first != term.term or term.forms.count(form) > 1:
                what = f'"{form}" is said of "{first}" already'
                yield source.fault_at(what, "say it of one term, once", "term", number, "term")
