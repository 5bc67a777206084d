"""Do the same with many things on every core."""

from __future__ import annotations

import os
import sys
import threading
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from itertools import islice, repeat
from multiprocessing import current_process, get_all_start_methods, get_context
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Executor, Future

Given = TypeVar("Given")
Made = TypeVar("Made")

FEW = 60  # things that one process has done by the time others have begun
BATCH = 10  # things that come back together: few, so that no process is left with the last of them, and small in memory
AHEAD = 4  # batches for each core that are under way at most, or what comes back would fill memory on a large site
WORK: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []  # copied into each process, and never sent


def cores() -> int:
    """How many processes may work at once for this one; 1 where a copy of it would not be sound.

    Copies know all that has been read so far, which a fresh process would take seconds to find out. A copy of a process
    with threads may wait for ever on a lock that one of them held; on macOS, system libraries have threads too.
    """
    sound = "fork" in get_all_start_methods() and sys.platform != "darwin"
    alone = threading.active_count() == 1 and not current_process().daemon
    return _granted() if sound and alone else 1


def _granted() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def on_every_core(do: Callable[[Given], Made], things: Sequence[Given], weight: int = 1) -> Iterator[Made | None]:
    """What ``do`` makes of each thing, in order; None for what is to be made here: few things, or one that failed.

    What ``do`` returns is sent from one process to another; what else it changes is lost. ``weight`` tells of how many
    usual things, of which a page is one, each of these has the work.
    """
    workers, left = cores(), len(things)
    if workers > 1 and left >= FEW // weight:
        with suppress(BrokenProcessPool), ProcessPoolExecutor(workers, get_context("fork")) as pool:
            for made in in_batches(pool, do, things, max(1, BATCH // weight), AHEAD * workers):
                left -= 1
                yield made
    yield from repeat(None, left)


def in_batches(
    pool: Executor, do: Callable[[Given], Made], things: Sequence[Given], batch: int, ahead: int
) -> Iterator[Made | None]:
    """What a pool makes of each thing; no more batches than ``ahead`` are made before they are asked for."""
    numbers = (range(first, min(first + batch, len(things))) for first in range(0, len(things), batch))
    batches = (pool.submit(_do, each) for each in numbers)
    WORK.append((do, things))
    try:
        under_way: deque[Future[list[Made | None]]] = deque(islice(batches, ahead))  # the processes are copied here
    finally:
        WORK.pop()
    while under_way:
        made = under_way.popleft().result()
        under_way.extend(islice(batches, 1))
        yield from made


def _do(numbers: range) -> list[Any]:
    return [*map(_do_one, numbers)]


def _do_one(number: int) -> Any:
    do, things = WORK[-1]
    with suppress(Exception):  # whoever asked does it again, and learns what is wrong
        return do(things[number])
    return None
