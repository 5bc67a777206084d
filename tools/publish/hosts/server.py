"""Publish to a server of one's own: rsync over ssh into a folder for each release, and a link that is flipped."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from tools.publish.clients import run, stream
from tools.publish.dress.files import beside
from tools.publish.host import Host, NotPublished, Say, Task
from tools.publish.manifest import PATH, Manifest

if TYPE_CHECKING:
    from tools.publish.plan import Plan

SCRIPT = Path(__file__).with_name("server.sh")
FORMATS = ("nginx", "caddy")
SITE = "site"  # in a release, beside site.host, which is for the server alone
# What has the same bytes is one file in all releases, and keeps its time: a visitor's copy of it stays good.
# The time of a build says nothing, so bytes are compared and times are not sent.
OPTIONS = ["--recursive", "--links", "--checksum", "--perms", "--chmod=D755,F644", "--delete", "--mkpath"]
PROGRESS = ["--info=progress2", "--no-inc-recursive", "--timeout=60"]


class Server(Host):
    """A Linux server that one can reach by ssh; rsync and ssh find keys and options as they always do (RSYNC_RSH)."""

    name = "server"
    sends_copies = True
    needs = {  # noqa: RUF012 - as Host says, a ClassVar
        "PUBLISH_SERVER": "who is asked: user@host",
        "PUBLISH_SERVER_PATH": "the folder there that holds releases/ and current, such as /srv/www/site",
    }

    def __init__(self, task: Task) -> None:
        super().__init__(task)
        if self.format not in FORMATS:
            raise NotPublished(f"PUBLISH_SERVER_FORMAT is {self.format}; it may be {' or '.join(FORMATS)}.")

    @property
    def format(self) -> str:
        """The server's program."""
        return self.setting("PUBLISH_SERVER_FORMAT", "nginx")

    @property
    def there(self) -> str:
        """The folder on the server."""
        return self.setting("PUBLISH_SERVER_PATH").rstrip("/")

    @property
    def reload(self) -> str:
        """What the server is to run once it shows another release: its configuration may be another too."""
        return self.setting("PUBLISH_SERVER_RELOAD", "true")

    def _ask(self, *words: str) -> str:
        """Run the script there; ssh hands words to a shell, so they are quoted."""
        shell = shlex.split(self.setting("RSYNC_RSH", "ssh"))
        command = [*shell, self.setting("PUBLISH_SERVER"), shlex.join(["sh", "-s", self.there, *words])]
        return run(command, self.task.environment, script=SCRIPT.read_text(encoding="utf-8"))

    def published(self) -> Manifest | None:
        """What the link leads to."""
        return Manifest.read(self._ask("manifest", f"{SITE}/{PATH}"))

    def _rsync(self, folder: Path) -> list[str]:
        to = f"{self.setting('PUBLISH_SERVER')}:{self.there}/releases/next/"
        return [
            "rsync",
            *OPTIONS,
            *PROGRESS,
            f"--link-dest={self.there}/current/",
            str(folder),
            str(beside(folder)),
            to,
        ]

    def commands(self, folder: Path, plan: Plan) -> list[str]:
        """rsync, and the flip."""
        new = f"releases/{plan.after.commit[:10]}-<number>"
        flip = f"on the server: releases/next becomes {new}, and current leads there"
        reload = f"on the server: {self.reload}"
        return [shlex.join(self._rsync(folder)), flip, *([reload] if self.reload != "true" else [])]

    def publish(self, folder: Path, plan: Plan, say: Say) -> None:
        """Send what is new to a folder that nobody sees, then show it; the last five releases are kept."""
        stream(self._rsync(folder), self.task.environment, by_tenths(say))
        say(self._ask("flip", plan.after.commit[:10], self.reload).strip())

    def rollback(self, say: Say) -> None:
        """Let the link lead to the release before the one that it leads to."""
        say(self._ask("rollback", self.reload).strip())


def by_tenths(say: Say) -> Say:
    """Pass on what rsync says; of the lines in which it counts, one for each tenth."""
    told: set[int] = set()

    def tell(line: str) -> None:
        percent = re.search(r"\s(\d+)%\s", line)
        if not percent:
            say(line)
        elif (tenth := int(percent[1]) // 10) not in told:
            told.add(tenth)
            say(f"{tenth * 10} % sent")

    return tell


HOST = Server
