"""Cloudflare's own client publishes, sends only what is missing, and previews apart."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.conftest import file_of
from tests.tools.publish.hosts.api import Api, running
from tests.tools.publish.hosts.cloudflare_api import CLOUDFLARE
from tests.tools.publish.samples import MOVED, NEXT, PAGES, files_in, release, site_of
from tools.oracles import CLOUDFLARE_RUNTIME
from tools.publish.host import Task
from tools.publish.hosts.cloudflare_pages import CloudflarePages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TOKEN = "a-secret-token"


@pytest.fixture
def api() -> Iterator[Api]:
    """What stands in for Cloudflare."""
    file_of(CLOUDFLARE_RUNTIME)
    with running(CLOUDFLARE) as server:
        yield server


def host_of(api: Api, tmp_path: Path, *, preview: bool = False) -> CloudflarePages:
    told = {
        "CLOUDFLARE_API_TOKEN": TOKEN,
        "CLOUDFLARE_ACCOUNT_ID": "me",
        "CLOUDFLARE_API_BASE_URL": api.address,
        "PUBLISH_CLOUDFLARE_PROJECT": "clinic",
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
    }
    return CloudflarePages(Task(tmp_path, api.address, preview, {**os.environ, **told}))


def served(folder: Path) -> dict[str, bytes]:
    return {path: body for path, body in files_in(folder).items() if path not in {"_headers", "_redirects"}}


def test_two_releases_and_a_preview(api: Api, tmp_path: Path) -> None:
    host = host_of(api, tmp_path)
    said: list[str] = []
    assert host.published() is None
    before = release(tmp_path / "a", PAGES, "cloudflare-pages", site_of())
    host.publish(tmp_path / "a", before, said.append)
    assert api.shown == served(tmp_path / "a")
    assert host.published() == before.after

    plan = release(tmp_path / "b", NEXT, "cloudflare-pages", site_of(redirects=MOVED), "2", before.after)
    host.publish(tmp_path / "b", plan, said.append)
    assert api.shown == served(tmp_path / "b")
    assert "/old/ /new/ 301" in api.deploys[-1]["_redirects"]
    assert "X-Frame-Options: DENY" in api.deploys[-1]["_headers"]
    assert api.deploys[-1]["commit_hash"] == "2" * 40

    draft = release(tmp_path / "c", PAGES, "cloudflare-pages", site_of(preview=True), "3", plan.after)
    host_of(api, tmp_path, preview=True).publish(tmp_path / "c", draft, said.append)
    assert api.deploys[-1]["branch"] == "preview"
    assert host.published() == plan.after
    assert not any(TOKEN in line for line in (*said, *host.commands(tmp_path / "a", plan)))
