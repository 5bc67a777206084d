"""Put freshly built files in the place of the last ones, and leave alone what is the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def put(fresh: Path, output: Path) -> list[str]:
    """Move each file of ``fresh`` that is new or differs into ``output``, whole, and return their addresses."""
    changed = []
    for path in sorted(fresh.rglob("*")):
        target = output / path.relative_to(fresh)
        if path.is_file() and not (target.is_file() and target.read_bytes() == path.read_bytes()):
            target.parent.mkdir(parents=True, exist_ok=True)
            path.replace(target)
            changed.append(_address(target, output))
    return changed


def drop(output: Path, fresh: Path, but: str) -> list[str]:
    """Remove what ``fresh`` does not hold from ``output``, but for what matches ``but``, and return the addresses."""
    gone = []
    for path in sorted(output.rglob("*"), reverse=True):  # what is in a folder comes before it
        place = path.relative_to(output)
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif not (fresh / place).is_file() and not place.match(but):
            path.unlink()
            gone.append(_address(path, output))
    return gone


def _address(path: Path, output: Path) -> str:
    return "/" + path.relative_to(output).as_posix().removesuffix("index.html")
