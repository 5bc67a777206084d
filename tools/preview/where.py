"""Know at which address this project's preview is served, while it is."""

from __future__ import annotations

import socket
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

USUAL = "http://localhost:8000"
NOTE = ".cache/preview-address"


@contextmanager
def noted(root: Path, address: str) -> Iterator[None]:
    """Note until the block ends that the preview of the project in ``root`` is served at ``address``."""
    note = root / NOTE
    note.parent.mkdir(parents=True, exist_ok=True)
    note.write_text(address, encoding="utf-8")
    try:
        yield
    finally:
        note.unlink(missing_ok=True)


def preview(root: Path) -> str:
    """Where the preview of the project in ``root`` is served; where none is, the address that it usually has."""
    note = root / NOTE
    address = note.read_text(encoding="utf-8") if note.exists() else USUAL
    return address if _answers(address) else USUAL  # a preview that was killed leaves its note


def _answers(address: str) -> bool:
    place = urlsplit(address)
    try:
        with socket.create_connection((place.hostname or "", place.port or 80), timeout=1):
            return True
    except OSError:
        return False
