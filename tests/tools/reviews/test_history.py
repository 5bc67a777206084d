"""Git knows what has happened to a file since a day, or says that it does not."""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.conftest import write_files
from tools.reviews.history import commits_since

if TYPE_CHECKING:
    from pathlib import Path

NAME = {f"GIT_{who}_{what}": f"test@{what}" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


def git(folder: Path, *arguments: str, day: str = "2026-01-01") -> None:
    dates = dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), f"{day}T12:00:00")
    outside = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, env={**os.environ, **NAME, **dates, **outside})


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page with a commit in each of three months, the second of which gave it its name."""
    if not shutil.which("git"):
        pytest.skip("needs git")
    folder = tmp_path / "whole"
    write_files(folder, {"old.md": "Some words that stay.\n" * 9, "other.md": "Others."})
    git(tmp_path, "init", "--quiet", str(folder))
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "Begin", day="2026-01-10")
    git(folder, "mv", "old.md", "new.md")
    git(folder, "commit", "--quiet", "--message", "Name it", day="2026-02-10")
    write_files(folder, {"new.md": "New words.\n" + "Some words that stay.\n" * 9})
    git(folder, "commit", "--quiet", "--all", "--message", "Change it", day="2026-03-10")
    return folder / "new.md"


@pytest.mark.parametrize(
    ("day", "commits"), [("2026-01-09", 3), ("2026-01-10", 2), ("2026-02-20", 1), ("2026-03-10", 0)]
)
def test_commits_after_the_day_are_counted_by_earlier_names_too(page: Path, day: str, commits: int) -> None:
    assert commits_since(page, datetime.date.fromisoformat(day)) == commits


def test_what_git_does_not_know_is_not_guessed(page: Path, tmp_path: Path) -> None:
    write_files(tmp_path, {"whole/untracked.md": "Words.", "outside/page.md": "Words."})
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{page.parent}", str(tmp_path / "shallow"))
    for name in ("whole/untracked.md", "outside/page.md", "shallow/new.md"):
        assert commits_since(tmp_path / name, datetime.date(2026, 1, 9)) is None
