"""Ask git what has happened to a file."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime
    from pathlib import Path


def commits_since(path: Path, day: datetime.date) -> int | None:
    """How many commits after ``day`` touched the file, by its earlier names too.

    None where git cannot know: there is no git, the file is new to it, or its history was cut off (a shallow clone).
    """
    if _git(path, "rev-parse", "--is-shallow-repository") != ["false"]:
        return None
    days = _git(path, "log", "--follow", "--format=%as", "--", path.name)
    return sum(written > day.isoformat() for written in days) if days else None


def _git(path: Path, *arguments: str) -> list[str]:
    """The lines that git prints, none where it fails."""
    git = shutil.which("git")
    if git is None:
        return []
    command = [git, "-C", str(path.parent), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.splitlines()  # noqa: S603
