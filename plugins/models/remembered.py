"""Make each thing once: take what an earlier build made of the same, and make the others on every core."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from plugins.models.memory import key_of
from plugins.models.processes import on_every_core
from plugins.models.values import read, written

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Given = TypeVar("Given")
Made = TypeVar("Made")


def key_in(settings: Mapping[str, Any], kind: str, *parts: str | bytes) -> bytes:
    """The key of what this build's machinery makes of these parts."""
    return key_of(kind, settings["MACHINERY"], *parts)


def made_once(
    settings: Mapping[str, Any], keys: Sequence[bytes], things: Sequence[Given], make: Callable[[Given], Made]
) -> list[Made]:
    """What ``make`` makes of each thing, which depends on what its key, see ``key_in``, was made of and nothing else.

    It can be anything but None that plugins/models/values.py knows how to write down.
    """
    memory = settings["MEMORY"]
    found = [memory.get(key) for key in keys]
    missing = [place for place, kept in enumerate(found) if kept is None]
    fresh = on_every_core(lambda place: written(make(things[place])), missing)
    for place, made in zip(missing, fresh, strict=True):
        found[place] = made or written(make(things[place]))
        memory.put(keys[place], found[place])
    return [read(kept) for kept in found]
