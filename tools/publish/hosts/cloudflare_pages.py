"""Publish to Cloudflare Pages with wrangler, which sends only what Cloudflare does not have yet."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from tools.oracles import CLOUDFLARE_RUNTIME
from tools.publish.clients import stream
from tools.publish.dress.files import beside
from tools.publish.host import Host, NotPublished, Say
from tools.publish.live import live_manifest

if TYPE_CHECKING:
    from pathlib import Path

    from tools.publish.manifest import Manifest
    from tools.publish.plan import Plan

QUIET = {"WRANGLER_SEND_METRICS": "false", "WRANGLER_HIDE_BANNER": "true", "NO_COLOR": "1", "CI": "1"}


class CloudflarePages(Host):
    """A deployment is whole or is not. A preview is a deployment of another branch, with an address of its own."""

    name = "cloudflare-pages"
    format = "cloudflare-pages"
    previews_apart = True
    needs = {  # noqa: RUF012 - as Host says, a ClassVar
        "CLOUDFLARE_API_TOKEN": 'a token with the right "Cloudflare Pages: Edit", for wrangler',
        "CLOUDFLARE_ACCOUNT_ID": "the account's id, for wrangler",
        "PUBLISH_CLOUDFLARE_PROJECT": "the project's name at Cloudflare Pages",
    }

    def published(self) -> Manifest | None:
        """What visitors get."""
        return live_manifest(self.task.site)

    def _deploy(self, folder: Path, plan: Plan) -> list[str]:
        branch = "preview" if self.task.preview else self.setting("PUBLISH_CLOUDFLARE_BRANCH", "main")
        options = ["--project-name", self.setting("PUBLISH_CLOUDFLARE_PROJECT"), "--branch", branch]
        commit = ["--commit-hash", plan.after.commit, "--commit-message", f"Publish {plan.after.commit[:10]}"]
        return ["pages", "deploy", str(folder), *options, *commit]

    def commands(self, folder: Path, plan: Plan) -> list[str]:
        """One command of wrangler."""
        return [shlex.join(["wrangler", *self._deploy(folder, plan)])]

    def publish(self, folder: Path, plan: Plan, say: Say) -> None:
        """Make one deployment, with the function that takes the form where that is needed."""
        wrangler = CLOUDFLARE_RUNTIME.ensure()
        if not wrangler:
            raise NotPublished(CLOUDFLARE_RUNTIME.needed)
        command = ["node", str(wrangler), *self._deploy(folder, plan)]
        beside(folder).mkdir(exist_ok=True)  # wrangler takes functions/ from where it runs
        stream(command, {**self.task.environment, **QUIET}, say, cwd=beside(folder))

    def rollback(self, say: Say) -> None:
        """Wrangler has no word for it."""
        raise NotPublished("Wrangler cannot: at Cloudflare, open the project, Deployments, and choose Rollback there.")


HOST = CloudflarePages
