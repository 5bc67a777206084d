"""Tell by a digest whether a template would see the same."""

from __future__ import annotations

import datetime
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any
from zoneinfo import ZoneInfo

from jinja2.runtime import Context
from jinja2.utils import missing
from pelican.contents import Content
from pelican.urlwrappers import URLWrapper
from pydantic import BaseModel

from plugins.models.memory import key_of

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
        said = [type(value).__qualname__]
        for part in parts:
            self._say(part, said)
        return key_of(",".join(map(str, map(len, said))), "".join(said))  # faster than a thousand short ones

    def _say(self, value: Any, said: list[str]) -> None:
        """Add what a value looks like: its type, the number of its parts, and these; or its text."""
        kind = type(value)
        if kind is str:  # most of what there is
            said += ("str", value)
        elif kind in PLAIN or (isinstance(value, PLAIN) and not isinstance(value, Enum)):
            said += (kind.__name__, str(value))
        elif isinstance(value, Content):
            said.append(self.of(value).hex())
        else:
            parts = _parts(value)
            said += (kind.__qualname__, str(len(parts)))
            for part in parts:
                self._say(part, said)


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
        return [getattr(value, field.name) for field in fields(value)]
    if isinstance(value, URLWrapper):
        return [value.name, value.slug]
    raise Unseen(type(value))


def _attributes(page: Content) -> list[Any]:
    if "{attach}" in page._content:
        raise Unseen  # the page that shows such a file first decides where it lies
    own = vars(page)
    # Pelican hands out most of the metadata as attributes too.
    also = {name: value for name, value in page.metadata.items() if own.get(name) is not value}
    said = sorted((own | {"metadata": also}).items())
    return [part for name, value in said if name not in NOT_SEEN for part in (name, value)]
