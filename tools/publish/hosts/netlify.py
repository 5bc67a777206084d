"""Publish to Netlify with its own API client, which sends only what Netlify does not have yet."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from tools.oracles import NETLIFY_CLIENT
from tools.publish.clients import stream
from tools.publish.host import Host, NotPublished, Say
from tools.publish.live import live_manifest

if TYPE_CHECKING:
    from tools.publish.manifest import Manifest
    from tools.publish.plan import Plan

PROGRAM = Path(__file__).with_suffix(".mjs")


class Netlify(Host):
    """A deploy is whole or is not. A preview is a draft deploy with an address of its own."""

    name = "netlify"
    format = "netlify"
    previews_apart = True
    needs = {  # noqa: RUF012 - as Host says, a ClassVar
        "NETLIFY_AUTH_TOKEN": "a personal access token, for Netlify's client",
        "NETLIFY_SITE_ID": "the site's id, from its settings at Netlify",
    }

    def published(self) -> Manifest | None:
        """What visitors get."""
        return live_manifest(self.task.site)

    def _client(self, *words: str) -> list[str]:
        client = NETLIFY_CLIENT.ensure()
        if not client:
            raise NotPublished(NETLIFY_CLIENT.needed)
        return ["node", str(PROGRAM), str(client), self.setting("NETLIFY_SITE_ID"), *words]

    def _deploy(self, folder: Path, plan: Plan) -> list[str]:
        draft = ["draft"] if self.task.preview else []
        return ["deploy", str(folder), f"Publish {plan.after.commit[:10]}", *draft]

    def commands(self, folder: Path, plan: Plan) -> list[str]:
        """One run of Netlify's client."""
        return [shlex.join(["node", PROGRAM.name, *self._deploy(folder, plan)])]

    def publish(self, folder: Path, plan: Plan, say: Say) -> None:
        """Make one deploy."""
        stream(self._client(*self._deploy(folder, plan)), self.task.environment, say)

    def rollback(self, say: Say) -> None:
        """Show the deploy before the last one again."""
        stream(self._client("rollback"), self.task.environment, say)


HOST = Netlify
