"""Tell the texts in content/ from what programs hide beside them: .#about.md (a lock), ._about.md, .obsidian/."""

from __future__ import annotations

import os
from operator import attrgetter
from pathlib import Path


def texts(content: Path) -> list[Path]:
    """Every Markdown file that Pelican reads too: see ``IGNORE_FILES``."""
    return [path for path in visible(content) if path.suffix == ".md"]


def visible(folder: Path) -> list[Path]:
    """Everything in a folder and the folders there, sorted, but what a dot hides."""
    found = []
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name[0] != "."]
        found += [Path(place, name) for name in (*folders, *files) if name[0] != "."]
    return sorted(found, key=attrgetter("parts"))
