"""Leave out each notice whose law does not bind the clinic, and hand ``taglines`` to the templates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pelican.plugins import signals

from plugins.models.laws import Laws
from plugins.models.taglines import Taglines
from plugins.models.toml import read_toml

if TYPE_CHECKING:
    from pelican import Pelican
    from pelican.generators import Generator

LANGUAGES, TAGLINES = "language-assistance", "taglines.toml"  # a law and the data of its notice


def read_laws(pelican: Pelican) -> None:
    """Put the notices that are off into ``settings["NOTICES_OFF"]``: the switch by the path in content/."""
    settings = pelican.settings
    laws = Laws.read(Path(settings["DATA_PATH"]), settings["FAULTS"])
    clinic = settings["CLINIC"]
    off = laws.off(clinic.switches) if clinic else {}
    settings["NOTICES_OFF"] = {law.page: law.switch for law in off.values() if law.page}


def read_taglines(pelican: Pelican) -> None:
    """Set ``settings["TAGLINES"]``, None where data/taglines.toml has faults."""
    settings = pelican.settings
    settings["TAGLINES"] = read_toml(Path(settings["DATA_PATH"]) / TAGLINES, Taglines, settings["FAULTS"])


def hand_over(generator: Generator) -> None:
    """Give this generator's templates ``taglines``."""
    generator.env.globals["taglines"] = generator.settings["TAGLINES"]


def register() -> None:
    """Called by Pelican."""
    signals.get_generators.connect(read_laws)
    signals.get_generators.connect(read_taglines)
    signals.generator_init.connect(hand_over)
