"""Make each thing once: take what an earlier build made of the same, and make the others on every core."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from plugins.models.memory import key_of
from plugins.models.processes import on_every_core
from plugins.models.values import read, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

Given = TypeVar("Given")
Made = TypeVar("Made")


def key_in(settings: Mapping[str, Any], kind: str, *parts: str | bytes) -> bytes:
    """The key of what this build's machinery makes of these parts."""
    return key_of(kind, settings["MACHINERY"], *parts)


def made_once(
    settings: Mapping[str, Any], keys: Sequence[bytes], things: Sequence[Given], make: Callable[[Given], Made]
) -> Iterator[Made]:
    """What ``make`` makes of each thing, which depends on what its key, see ``key_in``, was made of and nothing else.

    It can be anything but None that plugins/models/values.py knows how to write down. One after the other, so that no
    two need be held at once.
    """
    memory = settings["MEMORY"]
    missing = {place: thing for place, (key, thing) in enumerate(zip(keys, things, strict=True)) if key not in memory}
    fresh = on_every_core(lambda thing: written(make(thing)), [*missing.values()])
    for place, key in enumerate(keys):
        kept = next(fresh) if place in missing else memory.get(key)
        if kept is None:
            missing[place], kept = things[place], written(make(things[place]))
        if place in missing:
            memory.put(key, kept)
        yield read(kept)
