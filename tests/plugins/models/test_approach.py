"""Landmarks stand where they are on the earth, in words and in the drawing."""

from __future__ import annotations

from math import hypot

import pytest

from plugins.models.approach import Coordinates, Landmark, approach, bearing, distance, distance_in_words, wind


def point(latitude: float, longitude: float) -> Coordinates:
    return Coordinates(latitude=latitude, longitude=longitude)


HERE = point(38.8, -77)


def landmark(name: str, north: float, east: float) -> Landmark:
    return Landmark(name=name or "Nameless", latitude=HERE.latitude + north, longitude=HERE.longitude + east)


@pytest.mark.parametrize(
    ("there", "miles", "course"),
    [
        (point(39.8, -77), 69.1, 0),
        (point(37.8, -77), 69.1, 180),
        (point(38.8, -76), 53.8, 89.7),
        (point(38.8, -78), 53.8, 270.3),
        (point(40.7128, -74.0060), 206.8, 49.3),  # by the law of cosines
        (point(38.8, -77), 0, 0),
    ],
    ids=["north", "south", "east", "west", "New York", "here"],
)
def test_distance_and_bearing_are_those_of_the_earth(there: Coordinates, miles: float, course: float) -> None:
    assert (distance(HERE, there), bearing(HERE, there)) == pytest.approx((miles, course), abs=0.06)


@pytest.mark.parametrize(
    ("course", "name"),
    [(0, "north"), (22, "north"), (23, "northeast"), (180, "south"), (315, "northwest"), (359, "north")],
)
def test_a_bearing_has_a_word(course: float, name: str) -> None:
    assert wind(course) == name


@pytest.mark.parametrize(
    ("miles", "words"),
    [
        (0.001, "50 feet"),
        (0.123, "650 feet"),
        (0.19, "1000 feet"),
        (0.2, "0.2 miles"),
        (0.25, "0.25 miles"),
        (0.96, "1 mile"),
        (1.0, "1 mile"),
        (2.34, "2.3 miles"),
    ],
)
def test_a_distance_is_told_as_people_say_it(miles: float, words: str) -> None:
    assert distance_in_words(miles) == words


def test_the_drawing_has_north_up_and_one_scale() -> None:
    around = approach(HERE, [landmark("Far west", 0, -0.02), landmark("North", 0.005, 0), landmark("South", -0.01, 0)])

    assert [(mark.name, mark.way) for mark in around.marks] == [
        ("North", "0.3 miles to the north"),
        ("South", "0.7 miles to the south"),
        ("Far west", "1.1 miles to the west"),
    ]
    north, south, west = around.marks
    assert (north.x, west.x) == (0, -100)
    assert south.y == pytest.approx(-2 * north.y, abs=0.2)
    assert north.y < 0 < south.y
    assert [ring.distance for ring in around.rings] == ["0.5 miles", "1 mile"]
    assert around.rings[1].radius == pytest.approx(2 * around.rings[0].radius, abs=0.2)
    assert around.rings[1].radius == pytest.approx(100 / distance(HERE, landmark("", 0, -0.02)), abs=0.2)


@pytest.mark.parametrize("east", [0.0001, 0.001, 0.01, 0.1, 1])
def test_every_drawing_keeps_inside_its_frame(east: float) -> None:
    around = approach(HERE, [landmark("Near", 0, east / 3), landmark("Far", 0, east)])
    assert all(hypot(mark.x, mark.y) <= 100.1 for mark in around.marks)
    assert around.rings
    assert all(0 < ring.radius <= 100 for ring in around.rings)
