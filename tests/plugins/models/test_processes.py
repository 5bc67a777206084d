"""Many things are done on every core, in order, and what fails there is left to be done here."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import Executor, Future
from typing import TYPE_CHECKING, Any

from plugins.faults import ROOT
from plugins.models import processes

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

# A process of its own, because the one that tests run in may have threads, and is then not to be copied.
WORK = """
import os, plugins.models.processes as processes
processes.cores = lambda: 2
def do(number):
    {does}
    return number * number, os.getpid() != {here}
made = processes.on_every_core(do, range({many}))
print([each and each[0] for each in made], all(each is None or each[1] for each in made))
"""


def done(many: int, does: str = "pass") -> str:
    """What comes of so many things."""
    code = WORK.format(does=does, many=many, here="os.getppid()")
    shown = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return shown.stdout.strip()


def test_each_is_made_in_another_process_and_all_come_in_order() -> None:
    assert done(processes.FEW) == f"{[number * number for number in range(processes.FEW)]} True"


def test_one_that_fails_is_left_to_us() -> None:
    squares = [number * number for number in range(70)]

    assert done(70, "assert number != 7") == f"{[*squares[:7], None, *squares[8:]]} True"


def test_a_process_that_dies_takes_nothing_along() -> None:
    assert "None]" in done(70, "number != 69 or os._exit(1)")


def test_few_things_are_done_here() -> None:
    assert done(processes.FEW - 1) == f"{[None] * (processes.FEW - 1)} True"


class Counting(Executor):
    """Notes what it is asked to do."""

    def __init__(self) -> None:
        self.begun: list[int] = []

    def submit(self, do: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """As one that has done it at once."""
        del do, kwargs
        self.begun += args[0]
        done: Future[Any] = Future()
        done.set_result(args[0])
        return done


def test_what_nobody_has_taken_yet_does_not_pile_up() -> None:
    pool, things = Counting(), range(1000)

    for taken, made in enumerate(processes.in_batches(pool, int, things, batch=10, ahead=4)):
        assert made == taken
        assert len(pool.begun) <= taken + 50
    assert pool.begun == [*things]


def test_a_process_with_threads_is_not_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("threading.active_count", lambda: 2)

    assert processes.cores() == 1
