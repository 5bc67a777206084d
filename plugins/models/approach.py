"""Measure where landmarks lie around a place, in words and for a drawing."""

from __future__ import annotations

from math import asin, atan2, cos, degrees, radians, sin, sqrt
from typing import NamedTuple

from pydantic import Field

from plugins.models.validation import Model

EARTH = 3958.8  # miles, the mean radius (IUGG)
FEET = 5280  # in a mile
SHORT = 0.2  # miles; below this people think in feet
WINDS = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
RADIUS = 100  # how far from the middle of the drawing, in its own units, the farthest landmark stands
STEPS = (*(feet / FEET for feet in (100, 200, 500, 1000)), 0.25, 0.5, 1, 2, 5, 10, 20, 50)  # miles


class Coordinates(Model):
    """A point on the earth (WGS 84), in degrees."""

    latitude: float = Field(ge=-90, le=90, description="degrees north, such as 38.8048")
    longitude: float = Field(ge=-180, le=180, description="degrees east; those of America are below zero: -77.0469")


class Landmark(Coordinates):
    """Something that people know how to find."""

    name: str = Field(min_length=1, description="what people call it")


class Mark(NamedTuple):
    """A landmark with its way in words; ``x`` and ``y`` are its place in the drawing, east and down from the middle."""

    name: str
    way: str
    x: float
    y: float


class Ring(NamedTuple):
    """A circle around the middle of the drawing, and how far it is in words."""

    radius: float
    distance: str


class Approach(NamedTuple):
    """What is around a place: its landmarks, and rings at round distances that show the scale."""

    marks: list[Mark]
    rings: list[Ring]


def approach(here: Coordinates, landmarks: list[Landmark]) -> Approach:
    """The landmarks around ``here``, nearest first, all to one scale with north up; there must be one."""
    ways = sorted((distance(here, landmark), bearing(here, landmark), landmark.name) for landmark in landmarks)
    farthest = max(ways[-1][0], STEPS[0])
    scale = RADIUS / farthest
    marks = [
        Mark(
            name,
            f"{distance_in_words(miles)} to the {wind(course)}",
            round(miles * scale * sin(radians(course)), 1),
            round(-miles * scale * cos(radians(course)), 1),
        )
        for miles, course, name in ways
    ]
    step = max(step for step in STEPS if step <= farthest)
    rings = [step / 2, step] if step * 1.5 > farthest else [step]
    return Approach(marks, [Ring(round(ring * scale, 1), distance_in_words(ring)) for ring in rings])


def distance(here: Coordinates, there: Coordinates) -> float:
    """Miles in a straight line (the haversine formula)."""
    north, south = radians(here.latitude), radians(there.latitude)
    east = radians(there.longitude - here.longitude)
    half = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(east / 2) ** 2
    return 2 * EARTH * asin(sqrt(half))


def bearing(here: Coordinates, there: Coordinates) -> float:
    """Degrees clockwise from north at which one sets out, 0 to 360."""
    start, end = radians(here.latitude), radians(there.latitude)
    east = radians(there.longitude - here.longitude)
    course = atan2(sin(east) * cos(end), cos(start) * sin(end) - sin(start) * cos(end) * cos(east))
    return degrees(course) % 360


def wind(course: float) -> str:
    """A bearing in words: 315 is "northwest"."""
    return WINDS[round(course / 45) % len(WINDS)]


def distance_in_words(miles: float) -> str:
    """A distance as people say it: to the nearest 50 feet, from 0.2 miles on to the nearest tenth of a mile."""
    if miles < SHORT:
        return f"{max(round(miles * FEET / 50), 1) * 50} feet"
    figure = f"{miles:g}" if miles in STEPS else f"{round(miles, 1):g}"
    return f"{figure} mile{'' if figure == '1' else 's'}"
