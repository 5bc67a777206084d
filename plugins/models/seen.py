"""Tell by a digest whether a template would see the same."""

from __future__ import annotations

import datetime
import marshal
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from jinja2.runtime import Context
from jinja2.utils import missing
from pelican.contents import Content
from pelican.urlwrappers import URLWrapper
from pydantic import BaseModel

from plugins.models.memory import key_of

SINGLE = {str, int, float, bool, type(None), bytes}
NATIVE = SINGLE | {list, tuple, set, frozenset, dict}  # Python has bytes of its own for these
ONCE_EACH = 2  # the version of these that does not say which parts are the same object
PLAIN = (str, int, float, bool, type(None), bytes, ZoneInfo, datetime.date, datetime.time, datetime.timedelta)
NOT_SEEN = {"settings", "_context", "article"}  # a section is seen on the page of its article
LOOKED_UP: list[dict[str, None]] = []  # the names that each template now being rendered has asked for


class Unseen(Exception):
    """A value that has no digest here."""


class ListeningContext(Context):
    """Notes every name that a template looks up."""

    def resolve_or_missing(self, key: str) -> Any:
        """Called by Jinja."""
        if LOOKED_UP:
            LOOKED_UP[-1][key] = None
        return super().resolve_or_missing(key)


class Digests:
    """The digests of what templates are given, each page's computed once."""

    def __init__(self) -> None:
        self.pages: dict[int, bytes] = {}

    def of(self, value: Any) -> bytes:
        """A SHA-256 of how it looks; raises Unseen for what cannot be told."""
        if isinstance(value, Content):
            if id(value) not in self.pages:
                self.pages[id(value)] = self._of_parts(value, _attributes(value))
            return self.pages[id(value)]
        return self._of_parts(value, [value])

    def _of_parts(self, value: Any, parts: list[Any]) -> bytes:
        said: list[str | bytes] = [type(value).__qualname__]
        for part in parts:
            self._say(part, said)
        return key_of(*said)

    def _say(self, value: Any, said: list[str | bytes]) -> None:
        """Add what a value looks like: Python's own bytes for it; or its type, and its text or its parts."""
        kind = type(value)
        if kind in NATIVE:
            try:
                said.append(marshal.dumps(value, ONCE_EACH))
            except ValueError:  # something in it is not native
                parts = _parts(value)
                said += (kind.__qualname__, str(len(parts)))
                for part in parts:
                    self._say(part, said)
        elif isinstance(value, PLAIN) and not isinstance(value, Enum):
            said += (kind.__qualname__, str(value))
        elif isinstance(value, Content):
            said += (kind.__qualname__, self.of(value))
        else:
            said.append(kind.__qualname__)
            self._say(_parts(value), said)


def _parts(value: Any) -> list[Any]:
    if value is missing:
        return []
    if isinstance(value, list | tuple):
        return list(value)
    if isinstance(value, set | frozenset):
        return sorted(value, key=str)
    if isinstance(value, dict):
        return [part for pair in value.items() for part in pair]
    if isinstance(value, Enum):
        return [value.value]
    if isinstance(value, BaseModel):
        return [value.model_dump_json()]
    if is_dataclass(value) and not isinstance(value, type):
        return [getattr(value, name) for name in _field_names(type(value))]
    if isinstance(value, URLWrapper):
        return [value.name, value.slug]
    raise Unseen(type(value))


@cache
def _field_names(kind: Any) -> list[str]:
    return [field.name for field in fields(kind)]


def _attributes(page: Content) -> list[Any]:
    if "{attach}" in page._content:
        raise Unseen  # the page that shows such a file first decides where it lies
    own = vars(page) | {"_content": page._content}
    # Pelican hands out most of the metadata as attributes too.
    also = {name: value for name, value in page.metadata.items() if own.get(name) is not value}
    said = {name: value for name, value in sorted((own | {"metadata": also}).items()) if name not in NOT_SEEN}
    single = {name: value for name, value in said.items() if type(value) in SINGLE}  # most, so they are said at once
    return [single, {name: value for name, value in said.items() if name not in single}]
