"""A location says how to get there, with what is known of it."""

from __future__ import annotations

from typing import Any

import pytest

from plugins.models.location import Location
from tests.plugins.known import PLACE

POINT = {"latitude": 38.8048, "longitude": -77.0469}
UNSURE = PLACE["address"] | {"street": "To be confirmed: street"}


def location(**facts: Any) -> Location:
    return Location.model_validate(PLACE | facts)


@pytest.mark.parametrize(
    ("facts", "query"),
    [
        ({}, "12+King+Street%2C+Alexandria%2C+VA%2C+22314"),
        ({"coordinates": POINT}, "12+King+Street%2C+Alexandria%2C+VA%2C+22314"),
        ({"address": UNSURE}, "Alexandria%2C+VA%2C+22314"),
        ({"address": UNSURE, "coordinates": POINT}, "38.8048%2C-77.0469"),
    ],
    ids=["an address", "an address and coordinates", "a town", "a town and coordinates"],
)
def test_maps_find_the_place_by_what_is_known(facts: dict[str, Any], query: str) -> None:
    place = location(**facts)
    assert [map_.href for map_ in place.maps] == [
        f"https://www.openstreetmap.org/search?query={query}",
        f"https://maps.apple.com/?q={query}",
        f"https://www.google.com/maps/dir/?api=1&destination={query}",
    ]
    assert place.directions == place.maps[0].href


def test_a_telephones_own_map_needs_coordinates() -> None:
    assert location().geo == ""
    assert location(coordinates=POINT).geo == "geo:38.8048,-77.0469"


def test_nothing_is_drawn_without_coordinates_or_landmarks() -> None:
    station = POINT | {"name": "Station", "latitude": 38.81}
    assert location(landmarks=[station]).approach is None
    assert location(coordinates=POINT).approach is None
    drawn = location(coordinates=POINT, landmarks=[station]).approach
    assert drawn
    assert [(mark.name, mark.way) for mark in drawn.marks] == [("Station", "0.4 miles to the north")]


def test_there_is_a_contact_card_once_there_is_a_number_for_it() -> None:
    assert location(name="Old Town, Alexandria").card == "location/old-town-alexandria.vcf"
    assert location(telephone="703-555-0100").card == ""
