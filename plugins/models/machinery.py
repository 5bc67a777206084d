"""Say in one word what makes pages of texts: change any of it, and the word changes."""

from __future__ import annotations

import json
import platform
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.models.memory import key_of
from plugins.models.published import LAST

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).resolve().parents[2]
OWN = ("*.py", "plugins/**/*.py")
THEME = ("**/*.html", "**/*.js", "**/*.toml")  # a text shows components, and those name scripts
PLACES = {"OUTPUT_PATH", "CACHE_PATH", LAST}


def code() -> bytes:
    """The SHA-256 of our own code, and of the versions of all libraries."""
    return key_of(*libraries(), *(part for name, path in _files(ROOT, *OWN) for part in (name, path.read_bytes())))


def machinery(settings: Mapping[str, Any]) -> bytes:
    """The SHA-256 of the code, see ``code``, the settings, the data and the templates.

    ``settings`` are those that a build begins with, before any plugin has put its own there.
    """
    theme, data = Path(settings["THEME"]), Path(settings["DATA_PATH"])
    files = [*_files(theme, *THEME), *_files(data, "**/*")]
    return key_of(
        settings["CODE"], _plain(settings), *(part for name, path in files for part in (name, path.read_bytes()))
    )


@cache
def libraries() -> tuple[str, ...]:
    """Python's version, and the name and version of every library that stands beside Markdown."""
    beside = find_spec("markdown")
    assert beside is not None
    assert beside.origin is not None
    installed = (path.name for path in Path(beside.origin).parents[1].glob("*.dist-info"))
    return platform.python_version(), *sorted(installed)


def _plain(settings: Mapping[str, Any]) -> str:
    """The settings that JSON can say, without the folder that the site lies in: a moved site is the same site."""
    home = str(Path(settings["PATH"]).parent)
    told = {name: value for name, value in settings.items() if name not in PLACES and _sayable(value)}
    extensions = [each if isinstance(each, str) else str(type(each)) for each in settings["MARKDOWN"]["extensions"]]
    options = settings["MARKDOWN"].get("extension_configs")
    return json.dumps([told, extensions, options], sort_keys=True, default=repr).replace(home, "")


def _sayable(value: object) -> bool:
    if isinstance(value, list | tuple):
        return all(map(_sayable, value))
    if isinstance(value, dict):
        return all(isinstance(name, str) and _sayable(each) for name, each in value.items())
    return isinstance(value, str | int | float | bool | None)


def _files(folder: Path, *patterns: str) -> Iterator[tuple[str, Path]]:
    for pattern in patterns:
        for path in sorted(folder.glob(pattern)):
            if path.is_file():
                yield path.relative_to(folder).as_posix(), path
