"""Read what the switches of data/clinic.toml leave open, and which files nobody sees because of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.faults import BuildRefused
from plugins.models.laws import Laws
from plugins.models.switches import Switches
from plugins.notices import LANGUAGES, TAGLINES
from tools.build import read_clinic

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def _switches(root: Path) -> Switches | None:
    try:
        return read_clinic(root).switches
    except BuildRefused:  # the build tells why
        return None


def unanswered(root: Path) -> Iterator[tuple[str, str]]:
    """Each switch that the facts leave out, with its question: "whether HIPAA binds the clinic"."""
    switches = _switches(root)
    for name in Switches.model_fields if switches else ():
        if switches and name not in switches.model_fields_set:
            yield name, getattr(switches, name).question


def notices_off(root: Path) -> set[str]:
    """The names of the texts and data of notices that no law asks for."""
    switches = _switches(root)
    off = Laws.read(root / "data", set()).off(switches) if switches else {}
    return {law.page for law in off.values() if law.page} | ({TAGLINES} if LANGUAGES in off else set())
