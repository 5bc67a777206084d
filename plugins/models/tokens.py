"""Read the theme's colors, for pictures that no style sheet reaches."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

COLOR = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{3,6})\b")


def colors(theme: Path) -> dict[str, str]:
    """The colors of css/tokens.css in its light scheme, "#fbf6ee", by name, "paper"."""
    found: dict[str, str] = {}
    for name, value in COLOR.findall((theme / "css" / "tokens.css").read_text(encoding="utf-8")):
        found.setdefault(name, value)  # the light scheme stands first
    return found
