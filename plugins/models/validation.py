"""Hold data against its model and say, in an editor's words, what does not fit."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, RootModel, ValidationError
from pydantic_core import PydanticCustomError

from plugins.faults import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from plugins.faults import Fault, Source

Place = tuple[str | int, ...]


class Model(BaseModel):
    """A record whose fields are all known; each field's ``description`` completes the sentence "write …"."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


M = TypeVar("M", bound=BaseModel)
SAID = "said"


def said(what: str, todo: str = "") -> PydanticCustomError:
    """What a validator raises to say itself what is wrong; ``what`` goes on from the field's name.

    Without ``todo``, the field's description says what to do.
    """
    return PydanticCustomError(SAID, "{what}", {"what": what, "todo": todo})


def validate(
    model: type[M],
    data: object,
    source: Source,
    faults: set[Fault],
    locate: Callable[[Place], int],
    written: str = "{} = …",
    context: object = None,
) -> M | None:
    """Return ``data`` as a ``model``, or None with every complaint added to ``faults``.

    ``locate`` maps a place in the data, such as ``("locations", 0, "name")``, to a character offset in ``source``;
    ``written`` shows how a field is written in that kind of file; ``context`` is what validators know besides.
    """
    try:
        return model.model_validate(data, context=context)
    except ValidationError as error:
        seen: set[Place] = set()
        for complaint in error.errors():
            place = _real_place(model, complaint["loc"])
            if place not in seen:
                seen.add(place)
                what, todo = _explain(model, place, complaint, written)
                faults.add(source.fault(what, todo, locate(place)))
        return None


def _explain(model: type[BaseModel], place: Place, complaint: Any, written: str) -> tuple[str, str]:
    name = _written_name(model, place)
    if complaint["type"] == "missing":
        return f'"{name}" is missing', f"add {written.format(name)}{_wanted(model, place, ': ')}"
    if complaint["type"] == "extra_forbidden":
        known = _names(_model_at(model, place[:-1]))
        otherwise = f"the names known here are {', '.join(known)}"
        return f'there is no "{name}"', did_you_mean(name, known, otherwise, cutoff=0.5)
    wanted = _wanted(model, place, "write ") or complaint["msg"]
    found = complaint["input"]
    if complaint["type"] == SAID:
        return f'"{name}" {complaint["msg"]}', complaint["ctx"]["todo"] or wanted
    if found is None or (isinstance(found, str) and not found.strip()):
        return f'"{name}" is empty', wanted
    if complaint["type"] in {"string_too_short", "string_too_long"}:
        return f'"{name}" has {len(found)} characters', wanted
    if complaint["type"] == "string_type" and isinstance(found, list):
        return f'"{name}" is a list', "put the whole value in double quotes"
    return f'"{name}" is {found if isinstance(found, datetime.date) else repr(found)}', wanted


def _written_name(model: type[BaseModel], place: Place) -> str:
    """What is at ``place`` as the file calls it; pydantic calls a field that is left out by its name in the model."""
    parent = _model_at(model, place[:-1]) if place else None
    field = parent.model_fields.get(str(place[-1])) if parent else None
    return (field.alias if field else None) or (str(place[-1]) if place else "the file")


def _wanted(model: type[BaseModel], place: Place, lead: str) -> str:
    """What the field's description asks for, with ``lead`` before it."""
    parent = _model_at(model, place[:-1])
    for key, field in (parent.model_fields if parent else {}).items():
        if place[-1] in {key, field.alias} and field.description:
            return lead + field.description
    return ""


def _names(model: type[BaseModel] | None) -> list[str]:
    return [field.alias or key for key, field in model.model_fields.items()] if model else []


def _real_place(model: type[BaseModel], place: Place) -> Place:
    """Without what pydantic adds behind a field's name to tell the members of a union apart."""
    for end in range(len(place), 0, -1):
        parent = _model_at(model, place[: end - 1])
        if parent is not None and not isinstance(place[end - 1], int):
            return place[:end]
    return place


def _model_at(model: type[BaseModel], place: Place) -> type[BaseModel] | None:
    """The model that describes the record at ``place``; None where there is none."""
    if issubclass(model, RootModel):
        model = next(iter(_models_in(model.model_fields["root"].annotation)))
    for step in place:
        if isinstance(step, int):
            continue
        annotation = next((f.annotation for k, f in model.model_fields.items() if step in {k, f.alias}), None)
        if annotation is None:  # the key of a record in a table of records
            continue
        inner = next(iter(_models_in(annotation)), None)
        if inner is None:
            return None
        model = inner
    return model


def _models_in(annotation: object) -> Iterable[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)
