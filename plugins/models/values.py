"""Write values down, and read them back as what they were."""

from __future__ import annotations

import datetime
import json
from array import array
from base64 import b64decode, b64encode
from sys import intern
from typing import TYPE_CHECKING, Any

from plugins.faults import Fault
from plugins.models.search_counts import Counted
from plugins.models.search_parts import Part

if TYPE_CHECKING:
    from collections.abc import Callable

TYPE, OF = "type", "of"
BARE = b"\0"  # no JSON begins with it: bytes follow, as they are
# JSON and not pickle: what is read back can then be wrong, but never run. How each type is taken apart, and made again.
KINDS: dict[type, tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {
    tuple: (list, tuple),
    set: (sorted, set),
    dict: (lambda value: [*map(list, value.items())], dict),
    bytes: (lambda value: b64encode(value).decode(), b64decode),
    datetime.datetime: (datetime.datetime.isoformat, datetime.datetime.fromisoformat),
    datetime.date: (datetime.date.isoformat, datetime.date.fromisoformat),
    array: (lambda value: [value.typecode, value.tobytes()], lambda given: array(*given)),
    Fault: (lambda value: [*vars(value).values()], lambda given: Fault(*given)),
    Part: (list, lambda given: Part(intern(given[0]), intern(given[1]), *given[2:])),  # many parts name one page
    Counted: (list, lambda given: Counted(*given)),
}
NAMES = {kind.__name__: kind for kind in KINDS}
PLAIN = (str, int, float, bool, type(None))


def written(value: object) -> bytes:
    """The value as JSON, or as bytes if it is some; raises TypeError for what it could not give back as it was."""
    if type(value) is bytes:
        return BARE + value
    return json.dumps(_apart(value), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def read(data: bytes) -> Any:
    """The value that was written."""
    if data.startswith(BARE):
        return data[len(BARE) :]
    return json.loads(data.decode("utf-8", "surrogatepass"), object_hook=_together)


def _apart(value: Any) -> Any:
    kind = type(value)
    if kind in PLAIN:
        return value
    if kind is list:
        return [_apart(each) for each in value]
    if kind not in KINDS:
        raise TypeError(f"{kind.__name__} cannot be written down")
    return {TYPE: kind.__name__, OF: _apart(KINDS[kind][0](value))}


def _together(given: dict[str, Any]) -> Any:
    return KINDS[NAMES[given[TYPE]]][1](given[OF])
