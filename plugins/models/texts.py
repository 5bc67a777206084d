"""Tell the texts in content/ from what programs hide beside them: .#about.md (a lock), ._about.md, .obsidian/."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def texts(content: Path) -> list[Path]:
    """Every Markdown file that Pelican reads too: see ``IGNORE_FILES``."""
    return [path for path in visible(content) if path.suffix == ".md"]


def visible(folder: Path) -> list[Path]:
    """Everything in a folder and the folders there, sorted, but what a dot hides."""
    return sorted(
        path for path in folder.rglob("*") if not any(part[0] == "." for part in path.relative_to(folder).parts)
    )
