"""Run `invoke serve` and `invoke preview` as a person does, in a process of their own."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from http.client import HTTPConnection
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Project

PATIENCE = 60  # seconds; only a broken server is waited for this long


class Answer(NamedTuple):
    """What a server answers; no redirect is followed."""

    status: int
    location: str
    html: str


class Served(NamedTuple):
    """A running preview: its project, its port, the file it prints to, and the process that leads its group."""

    project: Project
    port: int
    log: Path
    process: subprocess.Popen[bytes]

    @property
    def address(self) -> str:
        """Where it is served."""
        return f"http://127.0.0.1:{self.port}"

    def get(self, path: str) -> Answer:
        """Ask for a path, no redirect followed."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", path)
        response = connection.getresponse()
        return Answer(response.status, response.getheader("Location", ""), response.read().decode())

    def news(self) -> dict[str, Any]:
        """What the preview answers to a tab that shows the home page as it is."""
        told: dict[str, Any] = json.loads(self.get("/preview/news.json?address=/&since=0").html)
        return told

    def faults(self) -> list[str]:
        """The faults and warnings of its last build, as the terminal has them."""
        return [
            f"{fault['place']}: {'warning: ' if fault['warning'] else ''}{fault['what']}; {fault['todo']}"
            for fault in self.news()["faults"]
        ]

    def shows(self, path: str, words: str) -> bool:
        """Whether the page at ``path`` holds ``words``."""
        answer = self.get(path)
        return answer.status == 200 and words in answer.html.replace("&nbsp;", " ")

    def printed(self, words: str) -> int:
        """How often it printed ``words``."""
        return self.log.read_text(encoding="utf-8").count(words)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Let it stand still until the block ends, so that it meets all that was saved at one moment."""
        os.killpg(self.process.pid, signal.SIGSTOP)
        try:
            yield
        finally:
            os.killpg(self.process.pid, signal.SIGCONT)


def wait_until(happened: Callable[[], object], what: str) -> None:
    """Wait until ``happened()`` is true; fail with ``what`` was waited for in vain."""
    for _ in range(PATIENCE * 20):
        if happened():
            return
        time.sleep(0.05)
    raise AssertionError(f"in vain: {what}")


@contextmanager
def serving(project: Project, task: str) -> Iterator[Served]:
    """Run `invoke serve` or `invoke preview` of this project until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    log = project.path.parent / f"{task}.log"
    command = [sys.executable, "-m", "invoke", task, "--host", "127.0.0.1", "--port", str(port)]
    signal.signal(signal.SIGINT, signal.default_int_handler)  # tests run in the background would hand their deafness on
    with log.open("w", encoding="utf-8") as out:
        process = subprocess.Popen(
            command, cwd=project.path, stdout=out, stderr=out, env=os.environ, start_new_session=True
        )
    served = Served(project, port, log, process)
    try:
        wait_until(lambda: process.poll() is not None or _answers(served), f"{task} answers")
        assert process.poll() is None, log.read_text(encoding="utf-8")
        yield served
        assert process.poll() is None, log.read_text(encoding="utf-8")
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGINT)
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise AssertionError(f"Ctrl-C does not stop invoke {task}") from None


def _answers(served: Served) -> bool:
    try:
        return served.get("/").status > 0
    except ConnectionError:
        return False
