"""Notice what is saved, whichever way an editor saves it."""

from __future__ import annotations

import re
import threading
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

import watchfiles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

FOLDERS = ("content", "data", "theme", "plugins", "tools")
SETTINGS = ("pelicanconf.py", "publishconf.py")
# What editors and Python write beside a file: .x.swp, x~, #x#, x.tmp, 4913 (Vim), x___jb_tmp___ (PyCharm), x.pyc.
TEMPORARY = re.compile(
    r"^\.|~$|^~\$|^#.*#$|^4913$|\.sw[a-z]$|\.tmp$|___jb_\w+___$|\.py[cod]$|^__pycache__$|^Thumbs\.db$|^desktop\.ini$",
    re.IGNORECASE,
)
# Milliseconds. A step without news ends a burst, and the longest burst is one build; a lone save waits two steps.
STEP = 15
BURST = 300


class Saves:
    """What is saved, moved and deleted in the folders and settings that a build reads, from ``start`` to ``stop``."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.stopped = threading.Event()
        self._replaced = threading.Event()
        self._noticed: SimpleQueue[set[Path]] = SimpleQueue()

    def start(self) -> None:
        """Watch, in threads."""
        for watching in (self._watch_folders, self._watch_root):
            threading.Thread(target=watching).start()

    def stop(self) -> None:
        """Watch no more; who waits in ``next`` is let go."""
        self.stopped.set()
        self._replaced.set()
        self._noticed.put(set())

    def next(self) -> set[Path]:
        """Wait, and return all paths saved since this last returned; nothing once ``stop`` was called."""
        saved = self._noticed.get()
        while not self.stopped.is_set():
            try:
                saved |= self._noticed.get_nowait()
            except Empty:
                return saved
        return set()

    def _watch_folders(self) -> None:
        while not self.stopped.is_set():
            self._replaced.clear()
            there = [self.root / name for name in FOLDERS if (self.root / name).is_dir()]
            self._notice(_watch(there, self._replaced, self._is_saved, recursive=True))

    def _watch_root(self) -> None:
        # The root and not the files in it, because an editor may save by putting a new file in the old one's place.
        self._notice(_watch([self.root], self.stopped, self._is_at_root, recursive=False))

    def _notice(self, changes: Iterable[set[watchfiles.main.FileChange]]) -> None:
        for change in changes:
            self._noticed.put({Path(path) for _, path in change})

    def _is_saved(self, _: watchfiles.Change, path: str) -> bool:
        return not any(TEMPORARY.search(part) for part in Path(path).relative_to(self.root).parts)

    def _is_at_root(self, change: watchfiles.Change, path: str) -> bool:
        name = Path(path).name
        if name in FOLDERS and change != watchfiles.Change.modified:
            self._replaced.set()  # the system tells nothing of a folder that was put in a watched one's place
            return True
        return name in SETTINGS


def _watch(
    paths: list[Path],
    stop: threading.Event,
    is_saved: Callable[[watchfiles.Change, str], bool],
    *,
    recursive: bool,
) -> Iterable[set[watchfiles.main.FileChange]]:
    return watchfiles.watch(
        *paths, watch_filter=is_saved, debounce=BURST, step=STEP, stop_event=stop, recursive=recursive
    )
