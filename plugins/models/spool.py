"""Keep the words of every page in a file while a build runs, so that memory holds only those that are looked at."""

from __future__ import annotations

import os
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from pelican.contents import Content

SETTING = "SPOOL"


class Spooled(NamedTuple):
    """Where a text lies in the file: its first byte, and how many there are."""

    start: int
    length: int


class Spool:
    """A file that has no name, in ``folder``, and is gone with the build. Copies of the process can read it, too."""

    def __init__(self, folder: Path) -> None:
        self._file = TemporaryFile(dir=folder)  # noqa: SIM115 - it is closed with the last that knows of it
        self._end = 0
        self._written_by = os.getpid()

    def put(self, text: str) -> Spooled | str:
        """Write a text behind the others. A copy of the process keeps it in its own memory, which is not for long."""
        if os.getpid() != self._written_by:
            return text
        data = text.encode("utf-8", "surrogatepass")
        os.pwrite(self._file.fileno(), data, self._end)
        place = Spooled(self._end, len(data))
        self._end += len(data)
        return place

    def get(self, kept: Spooled | str) -> str:
        """The text again."""
        if isinstance(kept, str):
            return kept
        return os.pread(self._file.fileno(), kept.length, kept.start).decode("utf-8", "surrogatepass")


class Words:
    """The words of a page: an attribute that looks as any other does, and whose value lies in the build's spool."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, page: Content | None, kind: type[Content]) -> Any:
        if page is None:
            return self
        if self._name not in vars(page):
            raise AttributeError(self._name)
        kept = vars(page)[self._name]
        return page.settings[SETTING].get(kept) if isinstance(kept, Spooled) else kept

    def __set__(self, page: Content, text: str | None) -> None:
        spool: Spool | None = page.settings.get(SETTING)
        vars(page)[self._name] = spool.put(text) if spool and text else text
