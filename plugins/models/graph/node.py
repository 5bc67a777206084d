"""Write typed things as one JSON-LD graph in which every reference resolves (JSON-LD 1.1, schema.org)."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

CONTEXT = "https://schema.org"


@dataclass(frozen=True)
class Ref:
    """Leads to the thing that has this ``id``, somewhere in the same graph."""

    id: str


@dataclass(frozen=True, kw_only=True)
class Thing:
    """A thing of the type that its class is called after, with the properties that its fields are called after.

    A thing that lacks one of the ``required`` properties is not told, and nor is what leads to it.
    """

    required: ClassVar[tuple[str, ...]] = ()
    id: str = ""

    @property
    def ref(self) -> Ref:
        """Leads to this thing."""
        return Ref(self.id)


class _Asked(set[str]):
    """Holds whatever it is asked for, from then on."""

    def __contains__(self, each: object) -> bool:
        self.add(str(each))
        return True


def graph(things: Iterable[Thing]) -> dict[str, Any]:
    """The ``things`` as a JSON-LD document, without those that lack something and without references to nothing."""
    things = [*things]
    known: set[str] = _Asked()
    while True:
        nodes = [node for thing in things if (node := _written(thing, known))]
        found = {*_ids(nodes)}
        if found.issuperset(known):
            return {"@context": CONTEXT, "@graph": nodes}
        known = found  # what led to a thing that is gone may lack it now


@cache
def property_name(field: str) -> str:
    """What schema.org calls the property of a field: ``date_published`` is "datePublished"."""
    first, *others = field.split("_")
    return {"id": "@id", "query_input": "query-input"}.get(field) or first + "".join(map(str.capitalize, others))


@cache
def _properties(kind: Any) -> list[tuple[str, str]]:
    """Of each field of such a thing, its name and what schema.org calls the property."""
    return [(field.name, property_name(field.name)) for field in fields(kind)]


def _written(value: Any, known: Container[str]) -> Any:
    """``value`` as JSON has it; None where there is nothing to tell."""
    if isinstance(value, str):  # most of what there is
        return value or None
    if isinstance(value, Ref):
        return {"@id": value.id} if value.id in known else None
    if isinstance(value, Thing):
        kind: Any = type(value)
        told = {
            name: written
            for field, name in _properties(kind)
            if (written := _written(getattr(value, field), known)) is not None
        }
        lacking = any(property_name(field) not in told for field in value.required)
        return None if lacking else {"@type": kind.__name__, **told}
    if isinstance(value, tuple):
        return [written for each in value if (written := _written(each, known)) is not None] or None
    return value


def _ids(value: Any) -> Iterator[str]:
    """The ``@id`` of every thing that is told of, however deep: what is only an ``@id`` leads to one."""
    if isinstance(value, dict):
        if "@type" in value and "@id" in value:
            yield value["@id"]
        value = [*value.values()]
    for each in value:
        if isinstance(each, dict | list):
            yield from _ids(each)
