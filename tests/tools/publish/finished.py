"""A copy of the project in which nothing is left to be confirmed, committed, with a remote to publish to."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

from plugins.models.days import today
from tests.site.confirmed import confirm

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Outcome, Project

OPEN = re.compile(r"(?:==)?To be (?:confirmed|named): [^=\"`]*(?:==)?")
ENVIRONMENT = {
    f"GIT_{role}_{what}": value
    for role in ("AUTHOR", "COMMITTER")
    for what, value in {"NAME": "A tester", "EMAIL": "tester@example.com"}.items()
}


def git(folder: Path, *words: str) -> str:
    """Run git and return what it says."""
    who = ["-c", "user.name=A tester", "-c", "user.email=tester@example.com"]
    done = subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout


def commit(project: Project) -> None:
    """Commit everything."""
    git(project.path, "add", "--all")
    git(project.path, "commit", "--quiet", "--message", "A change")


def finish(project: Project) -> Project:
    """Write something in place of every placeholder, and commit; what it says is nonsense, and passes every check."""
    confirm(project, more="")
    clinic = (project.path / "data/clinic.toml").read_text(encoding="utf-8")
    clinic = re.sub(r'answer = "To be.*"', 'answer = "yes"\nreason = "Words"\ndecided = 2026-11-02', clinic)
    clinic = re.sub(r'(_effective|_sample) = "To be.*"', r"\1 = 2026-11-02", clinic)
    project.write("data/clinic.toml", clinic)
    facts = (project.path / "data" / name for name in ("clinic.toml", "people.toml", "taglines.toml"))
    for path in (*facts, *(project.path / "content").rglob("*.md")):
        text = OPEN.sub("Words", path.read_text(encoding="utf-8"))
        text = text.replace("Reviewed: not yet", f"Reviewed: {today()}\nReviewer: reviewer")
        path.write_text(text.replace("example.com", "clinic.example"), encoding="utf-8")
    project.replace("data/clinic.toml", 'provider = "example"', 'provider = "formspree"')
    project.write(".gitignore", "__pycache__/\n.cache/\n")
    git(project.path.parent, "init", "--quiet", "--bare", "remote")
    git(project.path, "init", "--quiet")
    git(project.path, "remote", "add", "origin", "../remote")
    commit(project)
    return project


def publish(project: Project, *words: str) -> Outcome:
    """Type invoke publish."""
    return project.run("-m", "invoke", "publish", *words, cwd=None, PYTHONDONTWRITEBYTECODE="1", **ENVIRONMENT)
