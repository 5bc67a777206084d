"""Keep what was made of what, from one build to the next, in one file that any number of builds may use at once."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing, suppress
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILE = "memory.db"
MOST = 1_000_000_000  # bytes: some 12,000 pages
LARGE = 2_000_000  # bytes that are kept from the file at most
DAY = 86_400  # seconds; when an entry was last used is written down once a day
PATIENCE = 5  # seconds to wait while another build writes
TABLE = "CREATE TABLE IF NOT EXISTS made (key BLOB PRIMARY KEY, day INTEGER, sum BLOB, value BLOB)"


def key_of(*parts: str | bytes) -> bytes:
    """A name for what is made of these parts: their SHA-256, in which the end of each part counts."""
    data = [part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part for part in parts]
    return sha256(",".join(map(str, map(len, data))).encode() + b":" + b"".join(data)).digest()


class Memory:
    """What was made, by its key. Nothing depends on it: what is lost, spoiled or locked is made again."""

    def __init__(self, path: Path, most: int = MOST) -> None:
        self.path, self.most = path, most
        self.today = int(time.time()) // DAY
        self.used: set[bytes] = set()
        self.fresh: dict[bytes, bytes] = {}
        self.waiting = 0  # bytes of what is fresh
        self.open = True
        self._db: sqlite3.Connection | None = None
        self._opened_by = 0  # the process that did
        self._left_alone: list[sqlite3.Connection] = []  # those that a process before it was copied had opened

    def get(self, key: bytes) -> bytes | None:
        """What was made; None where that is not known, or is not as it was written."""
        if not self.open or key in self.fresh:
            return self.fresh.get(key)
        found: tuple[int, bytes, bytes] | None = None
        try:
            found = self._connected().execute("SELECT day, sum, value FROM made WHERE key = ?", (key,)).fetchone()
        except sqlite3.OperationalError:
            return None  # locked, or the folder cannot be written to
        except (sqlite3.DatabaseError, OSError):
            self.forget()
        if not found or sha256(key + found[2]).digest() != found[1]:
            return None
        if found[0] != self.today:
            self.used.add(key)
        return found[2]

    def __contains__(self, key: bytes) -> bool:
        """Whether something is kept under this name; it may yet prove to be spoiled."""
        if not self.open or key in self.fresh:
            return key in self.fresh
        try:
            return self._connected().execute("SELECT 1 FROM made WHERE key = ?", (key,)).fetchone() is not None
        except (sqlite3.Error, OSError):
            return False  # what is wrong with the file is for ``get`` and ``save`` to mend

    def put(self, key: bytes, value: bytes) -> None:
        """Remember what was made; the file has it from the next ``save`` on, which comes before there is too much."""
        if self.open:
            self.fresh[key] = value
            self.waiting += len(value)
            if self.waiting > LARGE:
                self.save()

    def save(self) -> None:
        """Write down what is new, and drop what was used longest ago where that is too much."""
        if not self.fresh and not self.used:
            return
        try:
            self._write()
        except sqlite3.OperationalError:
            pass  # the next build makes it again
        except (sqlite3.DatabaseError, OSError):
            self.forget()
            with suppress(sqlite3.Error, OSError):
                self._write()
        self.fresh, self.used, self.waiting = {}, set(), 0

    def close(self) -> None:
        """Save, and from now on remember nothing."""
        self.save()
        self.open = False
        if self._db:
            self._db.close()
            self._db = None

    def forget(self) -> None:
        """Remove the file: nothing in it counts, or it is no memory of ours."""
        if self._db:
            self._db.close()
            self._db = None
        for path in self.path.parent.glob(f"{self.path.name}*"):
            path.unlink(missing_ok=True)

    def _write(self) -> None:
        database = self._connected()
        rows = [(key, self.today, sha256(key + value).digest(), value) for key, value in self.fresh.items()]
        with database:
            database.execute("BEGIN IMMEDIATE")
            database.executemany("INSERT OR REPLACE INTO made VALUES (?, ?, ?, ?)", rows)
            database.executemany("UPDATE made SET day = ? WHERE key = ?", [(self.today, key) for key in self.used])
            if self._size() > self.most:
                database.executemany("DELETE FROM made WHERE key = ?", [*self._oldest(self._size() - self.most // 2)])

    def _size(self) -> int:
        database = self._connected()
        pages, free, each = (
            database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
        )
        return int((pages - free) * each)

    def _oldest(self, size: int) -> Iterator[tuple[bytes]]:
        """The keys of so many bytes, those used longest ago first."""
        entries = self._connected().execute("SELECT key, LENGTH(value) FROM made ORDER BY day, rowid").fetchall()
        for key, length in entries:
            if size <= 0:
                return
            size -= length
            yield (key,)

    def _connected(self) -> sqlite3.Connection:
        """The open file. A copy of the process opens it anew: SQLite lets it neither use nor close another's."""
        if self._db and self._opened_by != os.getpid():
            self._left_alone.append(self._db)
            self._db = None
        if self._db is None:
            self._db, self._opened_by = self._connect(), os.getpid()
        return self._db

    def _connect(self) -> sqlite3.Connection:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(self.path, timeout=PATIENCE, isolation_level=None)
        # Not waiting for the disk can spoil the file when the power fails, and what is spoiled is noticed.
        for statement in ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = OFF", TABLE):
            with closing(database.execute(statement)):
                pass
        return database
