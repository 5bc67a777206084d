"""Gather the theme's style sheets into one block that every page carries."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import rcssmin
from markupsafe import Markup
from pelican.plugins import signals

if TYPE_CHECKING:
    from pelican import Pelican
    from pelican.generators import Generator

FIRST = "layers.css"
COMPONENTS = "@layer components {"


def gather(theme: Path) -> str:
    """The theme's CSS, minified: the order of the layers first, then css/, then the components by name in one block."""
    sheets = sorted((theme / "css").glob("*.css"), key=lambda path: (path.name != FIRST, path.name))
    shared = [sheet.read_text(encoding="utf-8") for sheet in sheets]
    own = [_inside(sheet.read_text(encoding="utf-8")) for sheet in sorted(theme.glob("components/*/*.css"))]
    return str(rcssmin.cssmin("\n".join((*shared, COMPONENTS, *own, "}"))))


def _inside(sheet: str) -> str:
    """What a component's sheet says inside its layer: opened once for all of them, it costs no bytes for each."""
    before, layer, inside = sheet.partition(COMPONENTS)
    return before + inside.rstrip().removesuffix("}") if layer else sheet


def read_styles(pelican: Pelican) -> None:
    """Read the styles once for each build."""
    pelican.settings["STYLES"] = gather(Path(pelican.settings["THEME"]))


def hand_over(generator: Generator) -> None:
    """Give the templates ``styles``."""
    generator.context["styles"] = Markup(generator.settings["STYLES"])  # noqa: S704


def register() -> None:
    """Called by Pelican."""
    signals.get_generators.connect(read_styles)
    signals.generator_init.connect(hand_over)
