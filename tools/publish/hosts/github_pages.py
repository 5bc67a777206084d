"""Publish to GitHub Pages: ghp-import puts the site on a branch and pushes it, with git's own credentials."""

from __future__ import annotations

import shlex
import sys
from typing import TYPE_CHECKING

from tools.publish.clients import run, stream
from tools.publish.host import Host, NotPublished, Say
from tools.publish.manifest import PATH, Manifest

if TYPE_CHECKING:
    from pathlib import Path

    from tools.publish.plan import Plan


class GitHubPages(Host):
    """A branch of a remote of this repository; a push is whole or is not. The branch keeps every release."""

    name = "github-pages"
    format = "github-pages"

    @property
    def remote(self) -> str:
        """The remote, by its name."""
        return self.setting("PUBLISH_GITHUB_REMOTE", "origin")

    @property
    def branch(self) -> str:
        """The branch that GitHub shows."""
        return self.setting("PUBLISH_GITHUB_BRANCH", "gh-pages")

    @property
    def ours(self) -> str:
        """What this repository calls that branch of the remote."""
        return f"refs/remotes/{self.remote}/{self.branch}"

    def _git(self, *words: str) -> str:
        return run(["git", *words], self.task.environment, cwd=self.task.root)

    def _fetch(self) -> bool:
        """Learn how the branch stands on the remote; whether it is there."""
        if not self._git("ls-remote", self.remote, f"refs/heads/{self.branch}"):
            return False
        self._git("fetch", "--quiet", self.remote, f"+refs/heads/{self.branch}:{self.ours}")
        return True

    def published(self) -> Manifest | None:
        """What the branch holds."""
        if not self._fetch() or not self._git("ls-tree", self.ours, PATH):
            return None
        return Manifest.read(self._git("show", f"{self.ours}:{PATH}"))

    def _import(self, folder: Path, plan: Plan) -> list[str]:
        options = ["--push", "--remote", self.remote, "--branch", self.branch]
        return [*options, "--message", f"Publish {plan.after.commit[:10]}", str(folder)]

    def commands(self, folder: Path, plan: Plan) -> list[str]:
        """One command of ghp-import."""
        return [shlex.join(["ghp-import", *self._import(folder, plan)])]

    def publish(self, folder: Path, plan: Plan, say: Say) -> None:
        """Add one commit to the branch; a push that comes too late is refused by git."""
        self._fetch()
        command = [sys.executable, "-m", "ghp_import", *self._import(folder, plan)]
        stream(command, self.task.environment, say, cwd=self.task.root)
        say("GitHub shows it within some minutes.")

    def rollback(self, say: Say) -> None:
        """Add a commit that holds what the one before the last did."""
        if not self._fetch() or len(self._git("rev-list", "--max-count=2", self.ours).split()) < 2:
            raise NotPublished("There is no release before this one.")
        before = self._git("log", "-1", "--format=%s", f"{self.ours}~1").strip()
        message = ["-m", f"Roll back to: {before}"]
        commit = self._git("commit-tree", f"{self.ours}~1^{{tree}}", "-p", self.ours, *message).strip()
        self._git("push", "--quiet", self.remote, f"{commit}:refs/heads/{self.branch}")
        say(f"{self.remote}/{self.branch} shows again: {before}")


HOST = GitHubPages
