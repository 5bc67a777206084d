"""A push to a real repository: whole, on top of what is there, and back again."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.tools.publish.samples import MOVED, NEXT, PAGES, URL, files_in, release, site_of
from tools.publish.host import NotPublished, Task
from tools.publish.hosts.github_pages import GitHubPages

if TYPE_CHECKING:
    from pathlib import Path

    from tools.publish.plan import Plan

WHO = {"NAME": "A tester", "EMAIL": "tester@example.com"}
IDENTITY = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER") for what, value in WHO.items()}


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def remote(tmp_path: Path) -> Path:
    """A bare repository, as GitHub has one."""
    git(tmp_path, "init", "--quiet", "--bare", "remote")
    return tmp_path / "remote"


@pytest.fixture
def host(tmp_path: Path, remote: Path) -> GitHubPages:
    """The host, seen from a project with that remote."""
    git(tmp_path, "init", "--quiet", "project")
    git(tmp_path / "project", "remote", "add", "origin", str(remote))
    return GitHubPages(Task(tmp_path / "project", URL, environment={**os.environ, **IDENTITY}))


def put(host: GitHubPages, plan: Plan, folder: Path) -> list[str]:
    said: list[str] = []
    host.publish(folder, plan, said.append)
    return said


def shown(remote: Path, folder: Path) -> dict[str, bytes]:
    folder.mkdir()
    git(remote, f"--work-tree={folder}", "checkout", "--force", "gh-pages", "--", ".")
    return files_in(folder)


def test_two_releases_and_back(host: GitHubPages, remote: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    assert host.published() is None
    before = release(first, PAGES, "github-pages", site_of())
    put(host, before, first)
    assert host.published() == before.after
    assert shown(remote, tmp_path / "a") == files_in(first)

    plan = release(second, NEXT, "github-pages", site_of(redirects=MOVED), "2", before.after)
    assert host.commands(second, plan) == [
        f"ghp-import --push --remote origin --branch gh-pages --message 'Publish 2222222222' {second}"
    ]
    put(host, plan, second)
    files = shown(remote, tmp_path / "b")
    assert files == files_in(second)
    assert b'url=https://clinic.example/new/"' in files["old/index.html"]
    assert files[".nojekyll"] == b""

    said: list[str] = []
    host.rollback(said.append)
    assert said == ["origin/gh-pages shows again: Publish 1111111111"]
    assert host.published() == before.after
    assert shown(remote, tmp_path / "c") == files_in(first)
    assert git(remote, "rev-list", "--count", "gh-pages") == "3"


def test_a_push_that_does_not_arrive_changes_nothing_and_the_next_one_does(
    host: GitHubPages, remote: Path, tmp_path: Path
) -> None:
    before = release(tmp_path / "first", PAGES, "github-pages", site_of())
    put(host, before, tmp_path / "first")
    hook = remote / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\necho full; exit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    plan = release(tmp_path / "second", NEXT, "github-pages", site_of(), "2", before.after)

    with pytest.raises(NotPublished, match="failed"):
        put(host, plan, tmp_path / "second")
    assert host.published() == before.after

    hook.unlink()
    put(host, plan, tmp_path / "second")
    assert host.published() == plan.after
    assert git(remote, "rev-list", "--count", "gh-pages") == "2"


def test_nothing_before_the_first(host: GitHubPages, tmp_path: Path) -> None:
    put(host, release(tmp_path / "first", PAGES, "github-pages", site_of()), tmp_path / "first")

    with pytest.raises(NotPublished, match="There is no release before this one"):
        host.rollback(print)
