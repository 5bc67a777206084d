"""Make each thing once: take what an earlier build made of the same, and make the others on every core."""

from __future__ import annotations

from itertools import compress
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
    settings: Mapping[str, Any],
    keys: Sequence[bytes],
    things: Sequence[Given],
    make: Callable[[Given], Made],
    weight: int = 1,
) -> Iterator[Made]:
    """What ``make`` makes of each thing, which depends on what its key, see ``key_in``, was made of and nothing else.

    It can be anything but None that plugins/models/values.py knows how to write down. One after the other, so that no
    two need be held at once. ``weight`` is as in ``on_every_core``.
    """
    memory = settings["MEMORY"]
    new = [key not in memory for key in keys]
    fresh = on_every_core(lambda thing: written(make(thing)), [*compress(things, new)], weight)
    for key, thing, is_new in zip(keys, things, new, strict=True):
        kept = next(fresh) if is_new else memory.get(key)
        if is_new or kept is None:  # None is what could not be made elsewhere, or was spoiled
            kept = kept or written(make(thing))
            memory.put(key, kept)
        yield read(kept)
