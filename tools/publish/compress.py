"""Lay compressed copies beside the files of a built folder, for servers that send them as they are."""

from __future__ import annotations

import gzip
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import brotli

if TYPE_CHECKING:
    from pathlib import Path

TEXT = {".css", ".html", ".js", ".json", ".md", ".svg", ".txt", ".vcf", ".webmanifest", ".xml"}
COPIES = {".br", ".gz"}


def compress(folder: Path) -> None:
    """Write ``<name>.br`` and ``<name>.gz`` beside each text that they are shorter than: the same bytes every time."""
    texts = sorted(path for path in folder.rglob("*") if path.suffix in TEXT and path.is_file())
    with ThreadPoolExecutor() as threads:  # both libraries let other threads run
        list(threads.map(_compress, texts))


def _compress(path: Path) -> None:
    text = path.read_bytes()
    copies = {
        ".br": brotli.compress(text, mode=brotli.MODE_TEXT, quality=11),
        ".gz": gzip.compress(text, compresslevel=9, mtime=0),
    }
    for suffix, copy in copies.items():
        if len(copy) < len(text):
            path.with_name(path.name + suffix).write_bytes(copy)
