"""Keep every rule with its number, its severity, its source, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable

    from plugins.faults import Fault, Source
    from plugins.models.sentences import Sentence

    Find = Callable[["Sentence", "Known"], Iterable[re.Match[str]]]

FTC = "FTC Act, section 5; FTC Health Products Compliance Guidance (2022)"
FDA = "FDA warnings on compounded ketamine (2022, 2023); prescribing information"
VIRGINIA = "18VAC85-20-30, advertising (Virginia Board of Medicine)"


class Known(NamedTuple):
    """What rules look up: the works against the use in PTSD, and whether the clinic is certified for Spravato.

    ``against_ptsd`` is None where the grades cannot be read.
    """

    against_ptsd: frozenset[str] | None = None
    offers_spravato: bool = False


class Claim(NamedTuple):
    """Words that break a rule, and the character of the file at which they begin."""

    rule: Rule
    at: int
    words: str

    @property
    def what(self) -> str:
        """What is wrong, for an editor."""
        return f'"{self.words}" {self.rule.why} ({self.rule.id})'

    def fault(self, source: Source, at: int) -> Fault:
        """The fault or warning that it is, at a place of the file."""
        return source.fault(self.what, self.rule.todo, at, warning=self.rule.severity == "warning")


@dataclass(frozen=True)
class Rule:
    """A rule on sentences. ``why`` completes a sentence that begins with the offending words."""

    id: str
    why: str
    todo: str
    source: str
    severity: Literal["fault", "warning"]
    find: Find

    def spans(self, sentence: Sentence, known: Known) -> Iterable[tuple[int, int]]:
        """The first and last place, in the sentence, of the words that break the rule; none overlaps another."""
        end = 0
        for match in self.find(sentence, known):
            start, until = match.span("words") if "words" in match.re.groupindex else match.span()
            if start >= end:
                end = until
                yield start, until


RULES: dict[str, Rule] = {}


def rule(
    number: str, *, why: str, todo: str, source: str, severity: Literal["fault", "warning"] = "fault"
) -> Callable[[Find], Find]:
    """Make a rule of the function below, whose docstring says what the rule is."""

    def register(find: Find) -> Find:
        if number in RULES:
            raise ValueError(f"there are two rules {number}")
        RULES[number] = Rule(number, why, todo, source, severity, find)
        return find

    return register


@lru_cache(maxsize=8192)  # in the preview, most sentences of a page are those of its last save
def _broken(sentence: Sentence, known: Known) -> tuple[tuple[Rule, int, int], ...]:
    return tuple((kept, *span) for kept in RULES.values() for span in kept.spans(sentence, known))


def claims(sentences: Iterable[Sentence], known: Known) -> list[Claim]:
    """Every place where a sentence breaks a rule, in the order of the file."""
    found = [
        Claim(broken, each.place(start), each.text[start:end])
        for each in sentences
        for broken, start, end in _broken(each, known)
    ]
    return sorted(found, key=lambda claim: (claim.at, claim.rule.id))
