"""Open for each build what earlier builds remember, before any other plugin changes the settings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pelican.plugins import signals

from plugins.models.bytecode import Bytecode
from plugins.models.machinery import code, machinery
from plugins.models.memory import FILE, Memory

if TYPE_CHECKING:
    from pelican import Pelican


def begin(pelican: Pelican) -> None:
    """Set ``settings["MEMORY"]``, and ``CODE`` and ``MACHINERY``, with which the keys of what depends on them begin."""
    settings = pelican.settings
    settings["CODE"] = code()
    settings["MACHINERY"] = machinery(settings)
    settings["MEMORY"] = memory = Memory(Path(settings["CACHE_PATH"], FILE))
    environment = settings["JINJA_ENVIRONMENT"]
    settings["JINJA_ENVIRONMENT"] = {"bytecode_cache": Bytecode(memory, environment), **environment}


def register() -> None:
    """Called by Pelican."""
    signals.get_generators.connect(begin)
