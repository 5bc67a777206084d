"""What does not fit its model is told in an editor's words."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
from pydantic import ConfigDict, Field, RootModel

from plugins.faults import Fault, Source
from plugins.models.validation import Model, Place, validate


class Bed(Model):
    """A record in a record."""

    width: int = Field(description="a whole number")
    made_of: Literal["wood", "iron"] | None = Field(default=None, description='"wood" or "iron"')
    owner: str = ""


class Room(Model):
    """A record with every kind of place in it."""

    model_config = ConfigDict(alias_generator=str.capitalize, populate_by_name=False)

    name: str = Field(min_length=1, description="the room's name")
    day: Annotated[datetime.date, Field(strict=True)] | Literal["never"] = Field(
        default="never", description='a date or "never"'
    )
    beds: list[Bed] = Field(default_factory=list, description="beds")
    by_floor: dict[str, Bed] = Field(default_factory=dict, description="beds by floor")


class Rooms(RootModel[dict[str, Bed]]):
    """A file that is a table of records."""


def complain(model: type[Any], data: object) -> list[tuple[Place, str]]:
    """Where each complaint is, and what it says."""
    places: list[Place] = []
    faults: set[Fault] = set()

    def locate(place: Place) -> int:
        places.append(place)
        return len(places) - 1

    assert validate(model, data, Source(Path("x"), " " * 99), faults, locate) is None
    return [(places[fault.column - 1], f"{fault.what}; {fault.todo}") for fault in sorted(faults)]


def test_what_fits_is_returned_as_the_model() -> None:
    faults: set[Fault] = set()
    room = validate(Room, {"Name": "One", "Beds": [{"width": 90}]}, Source(Path("x"), ""), faults, lambda _: 0)
    assert room
    assert (room.name, room.beds[0].width, faults) == ("One", 90, set())


@pytest.mark.parametrize(
    ("data", "place", "complaint"),
    [
        ({}, ("Name",), '"Name" is missing; add Name = …: the room\'s name'),
        ({"Name": ""}, ("Name",), '"Name" is empty; write the room\'s name'),
        ({"Name": None}, ("Name",), '"Name" is empty; write the room\'s name'),
        ({"Name": datetime.date(2026, 1, 2)}, ("Name",), '"Name" is 2026-01-02; write the room\'s name'),
        ({"Name": 7}, ("Name",), '"Name" is 7; write the room\'s name'),
        ({"Name": "A", "Day": "soon"}, ("Day",), '"Day" is \'soon\'; write a date or "never"'),
        ({"Name": "A", "Day": 20261122}, ("Day",), '"Day" is 20261122; write a date or "never"'),
        ({"Name": "A", "Dey": "never"}, ("Dey",), 'there is no "Dey"; did you mean "Day"?'),
        ({"Name": "A", "x": 1}, ("x",), 'there is no "x"; the names known here are Name, Day, Beds, By_floor'),
        (
            {"Name": "A", "Beds": [{"width": 1}, {}]},
            ("Beds", 1, "width"),
            '"width" is missing; add width = …: a whole number',
        ),
        (
            {"Name": "A", "Beds": [{"width": 1, "made_of": "straw"}]},
            ("Beds", 0, "made_of"),
            '"made_of" is \'straw\'; write "wood" or "iron"',
        ),
        (
            {"Name": "A", "By_floor": {"first": {"width": 1, "wdth": 2}}},
            ("By_floor", "first", "wdth"),
            'there is no "wdth"; did you mean "width"?',
        ),
        (
            {"Name": "A", "Beds": [{"width": 1, "owner": 5}]},
            ("Beds", 0, "owner"),
            '"owner" is 5; Input should be a valid string',
        ),
    ],
)
def test_each_kind_of_complaint_names_its_place_and_what_to_write(
    data: dict[str, Any], place: Place, complaint: str
) -> None:
    assert complain(Room, data) == [(place, complaint)]


def test_a_table_of_records_is_explained_like_a_record() -> None:
    assert complain(Rooms, {"blue": {"width": "wide"}, "red": {"width": 1, "made_off": "wood"}}) == [
        (("blue", "width"), "\"width\" is 'wide'; write a whole number"),
        (("red", "made_off"), 'there is no "made_off"; did you mean "made_of"?'),
    ]


def test_all_complaints_are_told_each_once() -> None:
    told = complain(Room, {"Day": "soon", "Beds": [{}, {"width": "x"}]})
    assert [place for place, _ in told] == [("Name",), ("Day",), ("Beds", 0, "width"), ("Beds", 1, "width")]
