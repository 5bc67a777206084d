"""Build after each save, and tell the terminal and the browsers."""

from __future__ import annotations

import logging
import sys
import threading
from typing import TYPE_CHECKING

from livereload.handlers import LiveReloadHandler
from livereload.watcher import Watcher
from tornado.ioloop import IOLoop

from plugins.faults import fault_of
from tools.preview.saves import Saves
from tools.warm.outcome import Outcome
from tools.warm.worker import Worker, needs_restart

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tools.preview.news import News


class Rounds(Watcher):
    """The livereload package's watcher, told by the system of each save instead of looking every 0.8 s.

    A round is one build and its news. What is saved during a round is the next one's.
    """

    def __init__(self, news: News) -> None:
        super().__init__()
        self.news = news
        self.saves = Saves(news.root)
        self.worker = Worker(news.root, news.output)
        self.building: threading.Thread | None = None

    def first(self) -> None:
        """Build the site, good or not, before anything is served."""
        self.saves.start()
        print("Building for development …", flush=True)
        self.news.take(self._build(set()), set())

    def start(self, callback: Callable[[], None]) -> bool:
        """Called by livereload: build in a thread until ``stop``; True says that it need not look itself."""
        logging.getLogger("livereload").setLevel(logging.WARNING)  # or it would tell of each tab and each reload
        self.building = threading.Thread(target=self._build_each, args=(IOLoop.current(),))
        self.building.start()
        return True

    def stop(self) -> None:
        """End the watching and, after a build that has begun, the worker."""
        self.saves.stop()
        if self.building:
            self.building.join()
        self.worker.stop()

    def _build_each(self, loop: IOLoop) -> None:
        self.worker.settle()
        while saved := self.saves.next():
            names = sorted(path.relative_to(self.news.root).as_posix() for path in saved)
            print(f"{names[0]}{f' and {len(names) - 1} more' if names[1:] else ''}: building …", flush=True)
            outcome = self._build(saved)
            if self.saves.stopped.is_set():
                return
            loop.add_callback(self._tell, outcome, saved)
            self.worker.settle()

    def _build(self, saved: set[Path]) -> Outcome:
        try:
            if needs_restart(saved):
                self.worker.restart(saved)
            outcome = self.worker.build(saved)
        except Exception as error:
            outcome = Outcome([fault_of(error)], [])
        if not self.saves.stopped.is_set():
            self._print(outcome)
        return outcome

    def _print(self, outcome: Outcome) -> None:
        for fault in outcome.faults:
            print(fault, file=sys.stderr, flush=True)
        kept = "the last good site is still served" if self.news.output.exists() else "there is no good site yet"
        print("built" if outcome.good else f"not built: {kept}", flush=True)

    def _tell(self, outcome: Outcome, saved: set[Path]) -> None:
        self.news.take(outcome, saved)
        LiveReloadHandler.reload_waiters("*")
