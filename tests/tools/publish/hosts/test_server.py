"""Over a real ssh server: one link is flipped, an upload that breaks off changes nothing, and there is a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tools.publish.hosts.sshd import sshd
from tests.tools.publish.samples import NEXT, PAGES, URL, files_in, release, site_of
from tools.publish.host import NotPublished, Task
from tools.publish.hosts.server import Server, by_tenths

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGE = {"large.svg": "<svg>" + "".join(map(str, range(400_000)))}
# Kills rsync when it has sent half a megabyte at most.
CUT = """#!/bin/sh
case "$*" in
*rsync*) { dd bs=8192 count=60; kill -9 $PPID; } | {shell} "$@" ;;
*) exec {shell} "$@" ;;
esac
"""


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The environment in which the server lets us in."""
    with sshd(tmp_path_factory.mktemp("sshd") / "server") as environment:
        yield environment


def server(tmp_path: Path, door: dict[str, str], **more: str) -> Server:
    return Server(Task(tmp_path, URL, environment=door | {"PUBLISH_SERVER_PATH": f"{tmp_path}/srv/the site"} | more))


def releases(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in (tmp_path / "srv/the site/releases").iterdir())


def test_releases_are_flipped_kept_and_gone_back_to(door: dict[str, str], tmp_path: Path) -> None:
    current = tmp_path / "srv/the site/current"
    host = server(tmp_path, door, PUBLISH_SERVER_RELOAD=f"cp -r '{current}/site.host' {tmp_path}/reloaded-$$")
    assert host.published() is None
    before = None
    said: list[str] = []
    for number in "123456":
        folder = tmp_path / number / "site"
        plan = release(folder, PAGES if number == "1" else NEXT, "nginx", site_of(), number, before)
        host.publish(folder, plan, said.append)
        before = plan.after
        assert files_in(current / "site") == files_in(folder)
    assert host.published() == before
    assert releases(tmp_path) == [f"{number * 10}-{number}" for number in "23456"]
    assert said[-1] == "current -> releases/6666666666-6"
    assert len(list(tmp_path.glob("reloaded-*/nginx/site.conf"))) == 6

    host.rollback(said.append)
    host.rollback(said.append)
    assert said[-1] == "current -> releases/4444444444-4"
    shown = host.published()
    assert shown is not None
    assert shown.commit == "4" * 40


def test_what_has_not_changed_is_the_same_file(door: dict[str, str], tmp_path: Path) -> None:
    host = server(tmp_path, door)
    for number, files in (("1", PAGES), ("2", NEXT)):
        folder = tmp_path / number / "site"
        host.publish(folder, release(folder, files, "nginx", site_of(), number), print)

    one, two = (tmp_path / f"srv/the site/releases/{number * 10}-{number}/site" for number in "12")
    assert (one / "about/index.html").samefile(two / "about/index.html")
    assert not (one / "index.html").samefile(two / "index.html")
    assert (one / "index.html").stat().st_mode & 0o777 == 0o644
    assert (one / "about").stat().st_mode & 0o777 == 0o755


def test_a_kill_in_the_middle_changes_nothing_and_the_next_time_it_ends_right(
    door: dict[str, str], tmp_path: Path
) -> None:
    first, second = tmp_path / "1" / "site", tmp_path / "2" / "site"
    host = server(tmp_path, door)
    before = release(first, PAGES, "nginx", site_of())
    host.publish(first, before, print)
    wrapper = tmp_path / "cut.sh"
    wrapper.write_text(CUT.replace("{shell}", door["RSYNC_RSH"]), encoding="utf-8")
    wrapper.chmod(0o755)
    plan = release(second, NEXT | LARGE, "nginx", site_of(), "2", before.after)

    with pytest.raises(NotPublished, match="rsync failed"):
        server(tmp_path, door, RSYNC_RSH=str(wrapper)).publish(second, plan, print)
    assert (tmp_path / "srv/the site/releases/next/site").is_dir()
    assert host.published() == before.after
    assert files_in(tmp_path / "srv/the site/current/site") == files_in(first)

    host.publish(second, plan, print)
    assert releases(tmp_path) == ["1111111111-1", "2222222222-2"]
    assert files_in(tmp_path / "srv/the site/current/site") == files_in(second)


def test_what_the_server_says_is_told(door: dict[str, str], tmp_path: Path) -> None:
    host = server(tmp_path, door)
    host.publish(tmp_path / "1" / "site", release(tmp_path / "1" / "site", PAGES, "nginx", site_of()), print)

    with pytest.raises(NotPublished, match="There is no release before 1111111111-1"):
        host.rollback(print)
    with pytest.raises(NotPublished, match="Permission denied"):
        server(tmp_path, door, RSYNC_RSH=f"{door['RSYNC_RSH']} -l nobody-here").published()
    with pytest.raises(NotPublished, match="PUBLISH_SERVER_FORMAT is apache; it may be nginx or caddy"):
        server(tmp_path, door, PUBLISH_SERVER_FORMAT="apache")
    with pytest.raises(NotPublished, match=r"set these variables.*\n  PUBLISH_SERVER: .*\n  PUBLISH_SERVER_PATH: "):
        Server(Task(tmp_path, URL, environment={}))


def test_progress_is_told_by_tenths() -> None:
    said: list[str] = []
    tell = by_tenths(said.append)
    for percent in (0, 3, 9, 10, 55, 100):
        tell(f"     772,581 {percent}%   17.13MB/s    0:00:00")
    tell("rsync warning: something")

    assert said == ["0 % sent", "10 % sent", "50 % sent", "100 % sent", "rsync warning: something"]
