"""What visitors call what the pages call otherwise, and the words of a crisis: the shape of data/synonyms.toml."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, Field

from plugins.models.search_words import searched, words
from plugins.models.validation import Model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.faults import Fault, Source


def _has_words(phrase: str) -> str:
    if not words(phrase):
        raise ValueError(phrase)
    return phrase


class Crisis(Model):
    """What a person in danger may type."""

    words: list[Annotated[str, AfterValidator(_has_words)]] = Field(
        min_length=1, description="at least one word or phrase, each of letters or figures"
    )


class Synonyms(Model):
    """Groups of phrases that mean one thing, each under a name, and the words of a crisis."""

    groups: dict[str, list[str]]
    crisis: Crisis


def idle_groups(synonyms: Synonyms, source: Source) -> Iterator[Fault]:
    """A group finds nothing unless two of its phrases have words that are looked for."""
    for name, phrases in synonyms.groups.items():
        if len({" ".join(searched(phrase)) for phrase in phrases} - {""}) < 2:
            what = f'the group "{name}" has no two phrases that a search tells apart'
            yield source.fault(what, "write two or more, in other words", source.find(f"{name} ="))
