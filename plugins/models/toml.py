"""Read a TOML file as a typed record, every complaint at its line."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

from plugins.faults import Fault, Source
from plugins.models.validation import M, Place, validate

if TYPE_CHECKING:
    from pathlib import Path


class TomlSource(Source):
    """A TOML file, in which places are found by the names of its tables and keys."""

    def fault_at(self, what: str, todo: str, *place: str | int) -> Fault:
        """A fault at a place such as ``("field", 0, "name")``, see ``toml_offset``."""
        return self.fault(what, todo, toml_offset(self.text, place))


def read_toml(path: Path, model: type[M], faults: set[Fault]) -> M | None:
    """Read a TOML file as a ``model``; None with every complaint added to ``faults``."""
    source = Source.read(path)
    try:
        data = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        at = len("".join(source.text.splitlines(keepends=True)[: int(line[1]) - 1])) if line else len(source.text)
        faults.add(
            source.fault("this line cannot be read as TOML", 'write name = "value", the value in double quotes', at)
        )
        return None
    return validate(model, data, source, faults, lambda place: toml_offset(source.text, place))


def toml_offset(text: str, place: Place) -> int:
    """The offset of the line that holds ``place``, or of the deepest table above it that is written; 0 for neither."""
    wanted = [str(step) for step in place]
    best, best_depth, offset = 0, 0, 0
    table: list[str] = []
    count: dict[str, int] = {}
    for line in text.splitlines(keepends=True):
        header = re.match(r"\s*(\[\[?)([^\[\]]+)\]", line)
        key = re.match(r"\s*((?:\"[^\"]*\"|[\w.-]+)+)\s*=", line)
        here: list[str] | None = None
        if header:
            table = [part.strip().strip('"') for part in header[2].split(".")]
            if header[1] == "[[":
                count = {name: number for name, number in count.items() if not name.startswith(f"{header[2]}.")}
                count[header[2]] = count.get(header[2], -1) + 1
            here = table = _with_indexes(table, count)
        elif key:
            here = table + [part.strip('"') for part in re.findall(r'"[^"]*"|[\w-]+', key[1])]
        if here and here == wanted[: len(here)] and len(here) > best_depth:
            best, best_depth = offset + len(line) - len(line.lstrip()), len(here)
        offset += len(line)
    return best


def _with_indexes(table: list[str], count: dict[str, int]) -> list[str]:
    """``["locations", "address"]`` as ``["locations", "0", "address"]`` where locations is an array of tables."""
    result: list[str] = []
    for depth, part in enumerate(table, 1):
        result.append(part)
        index = count.get(".".join(table[:depth]))
        if index is not None:
            result.append(str(index))
    return result
