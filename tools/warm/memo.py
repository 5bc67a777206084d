"""Keep what each text was read as, for as long as the file stays the same."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import smartypants
from jinja2 import BytecodeCache
from pelican.plugins import signals

from plugins.models import typography
from plugins.reading import RememberingReader

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import CodeType

    from jinja2.bccache import Bucket
    from pelican.readers import Readers

    from plugins.faults import Fault

MEMO = "READ_MEMO"  # the setting that holds a build's memo; a build without it reads every file
typography.install()
_convert_quotes = lru_cache(maxsize=4096)(smartypants.convert_quotes)


@dataclass
class Read:
    """What a file was read as: its HTML and metadata, and the warnings and pictures met there."""

    digest: bytes
    html: str
    metadata: dict[str, Any]
    warnings: set[Fault]
    pictures: set[str]


class ReadMemo:
    """What each file was last read as. It knows nothing of what reading looks up elsewhere: then ``clear`` it."""

    def __init__(self) -> None:
        self.reads: dict[str, Read] = {}

    def clear(self) -> None:
        """Forget every file."""
        self.reads.clear()

    def prune(self, paths: Iterable[str]) -> None:
        """Forget every file but these."""
        self.reads = {path: self.reads[path] for path in paths if path in self.reads}

    def last(self, path: str) -> Read:
        """What the file was last read as; nothing, where it had faults."""
        return self.reads.get(path) or Read(b"", "", {}, set(), set())


class MemoReader(RememberingReader):
    """Reads a file only if it has changed since it was last read without faults."""

    def __init__(self, settings: dict[str, Any], memo: ReadMemo) -> None:
        super().__init__(settings)
        self.memo = memo

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """As RememberingReader does."""
        digest = _digest(source_path)
        read = self.memo.reads.get(source_path)
        if read is None or read.digest != digest:
            read = self._read_anew(source_path, digest)
        self.settings["FAULTS"] |= read.warnings
        self.settings["PICTURES"] |= read.pictures
        return read.html, dict(read.metadata)

    def _read_anew(self, source_path: str, digest: bytes) -> Read:
        settings = self.settings
        before = settings["FAULTS"], settings["PICTURES"]
        settings["FAULTS"], settings["PICTURES"] = set(), set()
        try:
            html, metadata = super().read(source_path)
            read = Read(digest, html, metadata, settings["FAULTS"], settings["PICTURES"])
        finally:
            settings["FAULTS"], settings["PICTURES"] = before
        self.memo.reads.pop(source_path, None)
        # A file that is saved while it is read may have been read as neither the one nor the other.
        if all(fault.warning for fault in read.warnings) and _digest(source_path) == digest:
            self.memo.reads[source_path] = read
        return read


class Templates(BytecodeCache):
    """Compiled templates, by their names; a changed one takes the place of the last."""

    def __init__(self) -> None:
        self.compiled: dict[str, tuple[str, CodeType | None]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Called by Jinja."""
        checksum, code = self.compiled.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Called by Jinja."""
        self.compiled[bucket.key] = bucket.checksum, bucket.code


def _digest(path: str) -> bytes:
    return sha256(Path(path).read_bytes()).digest()


def _use_memo(readers: Readers) -> None:
    memo = readers.settings.get(MEMO)
    if memo is not None:
        readers.reader_classes = {**readers.reader_classes, "md": partial(MemoReader, memo=memo)}


def install() -> None:
    """Let builds whose settings hold a memo use it; to be called once the plugins are registered."""
    signals.readers_init.disconnect(_use_memo)
    signals.readers_init.connect(_use_memo)
    smartypants.convert_quotes = _convert_quotes  # most sentences of a page are those of its last save
