"""Netlify's own client publishes, sends only what is missing, previews apart, and goes back."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.conftest import file_of
from tests.tools.publish.hosts.api import Api, running
from tests.tools.publish.hosts.netlify_api import NETLIFY
from tests.tools.publish.samples import MOVED, NEXT, PAGES, files_in, release, site_of
from tools.oracles import NETLIFY_CLIENT
from tools.publish.host import NotPublished, Task
from tools.publish.hosts.netlify import Netlify

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TOKEN = "a-secret-token"


@pytest.fixture
def api() -> Iterator[Api]:
    """What stands in for Netlify."""
    file_of(NETLIFY_CLIENT)
    with running(NETLIFY) as server:
        yield server


def host_of(api: Api, tmp_path: Path, *, preview: bool = False) -> Netlify:
    told = {"NETLIFY_AUTH_TOKEN": TOKEN, "NETLIFY_SITE_ID": "me", "NETLIFY_API_URL": f"{api.address}/api/v1"}
    return Netlify(Task(tmp_path, api.address, preview, {**os.environ, **told}))


def test_two_releases_a_preview_and_back(api: Api, tmp_path: Path) -> None:
    host = host_of(api, tmp_path)
    said: list[str] = []
    assert host.published() is None
    before = release(tmp_path / "a", PAGES, "netlify", site_of())
    host.publish(tmp_path / "a", before, said.append)
    assert api.shown == files_in(tmp_path / "a")
    assert host.published() == before.after
    assert said[-1] == "It stands at https://clinic.example"

    plan = release(tmp_path / "b", NEXT, "netlify", site_of(redirects=MOVED), "2", before.after)
    host.publish(tmp_path / "b", plan, said.append)
    assert api.shown == files_in(tmp_path / "b")
    assert b"/old/ /new/ 301" in api.shown["_redirects"]
    new = files_in(tmp_path / "b").items() - files_in(tmp_path / "a").items()
    assert said[-2:] == [f"{len(new)} of {len(new)} files", "It stands at https://clinic.example"]

    draft = release(tmp_path / "c", PAGES, "netlify", site_of(preview=True), "3", plan.after)
    host_of(api, tmp_path, preview=True).publish(tmp_path / "c", draft, said.append)
    assert said[-1] == "It stands at https://2--clinic.example"
    assert host.published() == plan.after

    host.rollback(said.append)
    assert host.published() == before.after
    assert api.tokens == {f"Bearer {TOKEN}"}
    assert not any(TOKEN in line for line in (*said, *host.commands(tmp_path / "a", plan)))


def test_an_upload_that_breaks_off_changes_nothing_and_goes_on_the_next_time(api: Api, tmp_path: Path) -> None:
    host = host_of(api, tmp_path)
    said: list[str] = []
    before = release(tmp_path / "a", PAGES, "netlify", site_of())
    host.publish(tmp_path / "a", before, said.append)
    plan = release(tmp_path / "b", NEXT, "netlify", site_of(), "2", before.after)
    api.patience = 2

    with pytest.raises(NotPublished, match="node failed"):
        host.publish(tmp_path / "b", plan, said.append)
    assert said[-1] == "Netlify says: Unprocessable Entity"
    assert host.published() == before.after

    api.patience = 1000
    host.publish(tmp_path / "b", plan, said.append)
    assert api.shown == files_in(tmp_path / "b")
    assert said[-2] == "2 of 2 files"
