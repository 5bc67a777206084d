"""Ask git what is published."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def _git(root: Path, *words: str) -> str | None:
    """What git says; None where it has nothing to say, or is not there."""
    try:
        done = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, check=False)  # noqa: S603, S607
    except FileNotFoundError:
        return None
    return done.stdout if done.returncode == 0 else None


def commit_of(root: Path) -> str | None:
    """The commit that the project stands at, 40 figures; None where there is none."""
    told = _git(root, "rev-parse", "--verify", "--quiet", "HEAD")
    return told.strip() if told else None


def uncommitted(root: Path) -> list[str]:
    """Every file that is not as it was committed, new ones too; sorted."""
    told = _git(root, "status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all") or ""
    return sorted(line[3:] for line in told.split("\0") if line)
