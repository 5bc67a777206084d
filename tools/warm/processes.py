"""Do the work of the preview's two processes: build on request, and write the search index of what was built."""

from __future__ import annotations

import os
import signal
import threading
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from plugins.faults import fault_of

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from pathlib import Path

    from tools.warm.search import Job
    from tools.warm.site import WarmSite

# While somebody saves again and again, the saves come first and the index waits.
QUIET = 1.0  # seconds
LESS = 10  # niceness


def build(line: Connection, jobs: Connection, root: Path, output: Path) -> None:
    """Answer each set of files with an outcome, and pass on a job for the index at each None, until the line ends."""
    from tools.warm.outcome import Outcome

    _work_silently()
    site: WarmSite | None = None
    with suppress(EOFError, OSError):
        while True:
            changed = line.recv()
            if changed is None:
                job = site.job() if site else None
                if job:
                    jobs.send(job)
                continue
            try:
                if site is None:
                    from tools.warm.site import WarmSite  # here, because a plugin that cannot be imported is a fault

                    site = WarmSite(root, output)
                outcome = site.build(changed)
            except Exception as error:
                outcome = Outcome([fault_of(error)], [])
            line.send(outcome)


def index(jobs: Connection) -> None:
    """Write the index of the newest job whenever there is time, until the jobs end."""
    _work_silently()
    if hasattr(os, "nice"):
        os.nice(LESS)
    came: SimpleQueue[Job | None] = SimpleQueue()
    # Received at once, or the process that builds would wait to be rid of it.
    threading.Thread(target=_receive, args=(jobs, came), daemon=True).start()
    job = came.get()
    if job is None:
        return
    from tools.warm.search import Index  # here, because the first job says that it can be imported

    writer = Index()
    while job:
        try:
            newer = came.get(timeout=QUIET)
        except Empty:
            with suppress(FileNotFoundError):  # a page has been removed since: another job is coming
                writer.write(job)
            newer = came.get()
        job = newer


def _receive(jobs: Connection, came: SimpleQueue[Job | None]) -> None:
    with suppress(Exception):  # the jobs end, or a plugin has been broken since: who builds tells of it
        while True:
            came.put(jobs.recv())
    came.put(None)


def _work_silently() -> None:
    """Leave Ctrl-C to the server, and Pelican's "Done" unsaid."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
