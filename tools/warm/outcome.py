"""Say what came of a build."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from plugins.faults import Fault


class Outcome(NamedTuple):
    """The faults and warnings, sorted; the addresses whose files changed; the one that shows what was saved.

    An address begins with "/"; ``goto`` may end in a fragment, and is None where no one page shows what was saved.
    """

    faults: list[Fault]
    changed: list[str]
    goto: str | None = None

    @property
    def good(self) -> bool:
        """Whether the site was built: warnings do not keep it from being."""
        return all(fault.warning for fault in self.faults)
