"""What a memory was given it gives back, from one build to the next, and never anything else."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from plugins.faults import ROOT
from plugins.models.memory import Memory, key_of

if TYPE_CHECKING:
    from pathlib import Path

KEY, OTHER = key_of("one"), key_of("two")
COPIED = """
import os
from pathlib import Path
from plugins.models.memory import Memory, key_of
memory = Memory(Path({path!r}))
here = memory.get(key_of("one")) and memory._db
if os.fork() == 0:
    print(memory.get(key_of("one")), memory._db is here, flush=True)
    os._exit(0)
os.wait()
print(memory.get(key_of("one")), memory._db is here)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the memory of an earlier build lies, which knows one thing."""
    memory = Memory(tmp_path / "cache" / "memory.db")
    memory.put(KEY, b"made")
    memory.close()
    return memory.path


def test_the_next_build_has_what_the_last_one_made(path: Path) -> None:
    memory = Memory(path)

    assert (memory.get(KEY), memory.get(OTHER)) == (b"made", None)


def test_the_end_of_each_part_of_a_key_counts() -> None:
    assert key_of("ab", "c") != key_of("a", "bc") != key_of("abc")


def test_a_closed_memory_knows_nothing_and_learns_nothing(path: Path) -> None:
    memory = Memory(path)
    memory.close()
    memory.put(OTHER, b"late")

    assert memory.get(KEY) is None
    assert Memory(path).get(OTHER) is None


@pytest.mark.skipif(not hasattr(os, "fork"), reason="There are no copies of a process on this system.")
def test_a_copy_of_the_process_opens_the_file_anew(path: Path) -> None:
    code = COPIED.format(path=str(path))
    shown = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert shown.stdout.splitlines() == ["b'made' False", "b'made' True"]


@pytest.mark.parametrize("change", ["value = X'00'", "sum = X'00'", "key = X'00'"])
def test_a_spoiled_entry_is_made_again(path: Path, change: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute(f"UPDATE made SET {change}")
    memory = Memory(path)

    assert [memory.get(KEY), memory.get(b"\0")] == [None, None]
    memory.put(KEY, b"made again")
    memory.close()
    assert Memory(path).get(KEY) == b"made again"


@pytest.mark.parametrize("data", [b"no memory of ours" * 99, b""])
def test_a_file_that_is_no_memory_gives_way_to_one(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    memory = Memory(path)

    assert memory.get(KEY) is None
    memory.put(KEY, b"made again")
    memory.close()
    assert Memory(path).get(KEY) == b"made again"


def test_what_was_not_used_for_longest_goes_first(path: Path) -> None:
    memory = Memory(path, most=400_000)
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("UPDATE made SET day = 1")
    assert memory.get(KEY) == b"made"  # used today
    for number in range(10):
        memory.today = 2 + number
        memory.put(key_of(str(number)), bytes(100_000))
        memory.save()
    kept = [number for number in range(10) if Memory(path).get(key_of(str(number)))]

    assert kept
    assert kept == [*range(10 - len(kept), 10)]
    assert path.stat().st_size < 800_000


def test_while_another_build_writes_this_one_goes_on(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plugins.models.memory.PATIENCE", 0)
    with closing(sqlite3.connect(path, isolation_level=None)) as writing:
        writing.execute("BEGIN IMMEDIATE")
        memory = Memory(path)
        memory.put(OTHER, b"lost")
        memory.close()
        writing.execute("COMMIT")
    memory = Memory(path)

    assert (memory.get(KEY), memory.get(OTHER)) == (b"made", None)
