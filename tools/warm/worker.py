"""Keep the preview's builder warm: a process that builds, so that a save costs a page, and one for the search index."""

from __future__ import annotations

from contextlib import suppress
from importlib.util import cache_from_source
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.faults import Fault
from tools.warm import processes
from tools.warm.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from multiprocessing.process import BaseProcess

PROCESSES = get_context("spawn")  # a new process imports every plugin anew
MACHINERY = {"plugins", "tools"}
PATIENCE = 5  # seconds for a process to end what it is doing


def needs_restart(changed: Collection[Path]) -> bool:
    """Whether the worker must be started anew, because it has imported what has changed."""
    return any(path.suffix == ".py" or path.name in MACHINERY for path in changed)


class Worker:
    """The processes that build the site in ``root`` into ``output``; its methods are called from one thread."""

    def __init__(self, root: Path, output: Path) -> None:
        self.root, self.output = root, output
        self._start()

    def build(self, changed: Collection[Path]) -> Outcome:
        """Build what these files are part of, everything if there are none, and wait for it. Nothing is raised."""
        try:
            self._line.send(set(changed))
            outcome: Outcome = self._line.recv()
        except (EOFError, OSError):
            self.restart()
            what, todo = "the process that builds has ended", "save the file again, or undo its last change"
            return Outcome([Fault("tools/warm/worker.py", 1, 1, what, todo)], [])
        return outcome

    def settle(self) -> None:
        """Let the search index follow the last build, and wait for nothing; the page is best served before."""
        with suppress(OSError):
            self._line.send(None)

    def restart(self, changed: Collection[Path] = ()) -> None:
        """Start anew: the next build reads plugins and settings again, these as they are now, and builds everything."""
        self.stop()
        for path in changed:
            if path.suffix == ".py":  # Python knows them by size and second, and two saves may share both
                Path(cache_from_source(path)).unlink(missing_ok=True)
        self._start()

    def stop(self) -> None:
        """End the processes."""
        self._line.close()
        for process in self._processes:
            process.join(PATIENCE)
            process.terminate()

    def _start(self) -> None:
        self._line, builder = PROCESSES.Pipe()
        indexer, jobs = PROCESSES.Pipe(duplex=False)
        self._processes = [
            _process(processes.build, builder, jobs, self.root, self.output),
            _process(processes.index, indexer),
        ]
        for end in (builder, jobs, indexer):
            end.close()  # so that each process sees when the one before it ends


def _process(work: Callable[..., None], *arguments: Any) -> BaseProcess:
    process = PROCESSES.Process(target=work, args=arguments, daemon=True)
    process.start()
    return process
