"""Hold words of data/ against the rules, as pages that show them are held."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from plugins.models.claims.rule import claims
from plugins.models.sentences import sentences_of_fact
from plugins.models.toml import toml_offset

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.faults import Fault
    from plugins.models.claims.rule import Claim, Known
    from plugins.models.toml import TomlSource


class Fact(NamedTuple):
    """Words of data/ that pages show, the works that they rest on, and where they are written."""

    text: str
    cited: frozenset[str]
    source: TomlSource
    place: tuple[str, ...]

    def claims(self, known: Known) -> list[Claim]:
        """Where they break a rule, from their first character."""
        return claims(sentences_of_fact(self.text, self.cited), known)

    def faults(self, known: Known) -> Iterator[Fault]:
        """What is wrong with them."""
        line = toml_offset(self.source.text, self.place)
        at = max(self.source.text.find(self.text, line), line)
        return (claim.fault(self.source, at + claim.at) for claim in self.claims(known))
