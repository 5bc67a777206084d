"""Tell machines when the clinic is open, as Google documents it for a LocalBusiness."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.models.graph.vocabulary import OpeningHoursSpecification
from plugins.models.hours import ALL_DAY, CLOSED, DAYS, INTERVALS
from plugins.models.placeholder import is_placeholder

if TYPE_CHECKING:
    from plugins.models.location import Location

LAST_MINUTE = "23:59"  # how Google has a day that ends at midnight
SHUT = ("00:00", "00:00")  # how Google has a day without opening hours


def intervals(hours: str) -> list[tuple[str, str]]:
    """When a day's ``hours`` open and close, "HH:MM" each; none where it is closed or not known yet."""
    if hours == CLOSED or not INTERVALS.fullmatch(hours):
        return []
    return [
        ("00:00", LAST_MINUTE) if span == ALL_DAY else (span.partition("-")[0], span.partition("-")[2])
        for span in hours.split(", ")
    ]


def week(location: Location) -> list[OpeningHoursSpecification]:
    """The hours of every week, days with the same ones together."""
    days: dict[tuple[str, str], list[str]] = {}
    for day, hours in zip(DAYS, location.hours.week, strict=True):
        for interval in intervals(hours):
            days.setdefault(interval, []).append(day.capitalize())
    return [
        OpeningHoursSpecification(day_of_week=tuple(names), opens=opens, closes=closes)
        for (opens, closes), names in days.items()
    ]


def special(location: Location) -> list[OpeningHoursSpecification]:
    """The hours of single days that are known."""
    return [
        OpeningHoursSpecification(opens=opens, closes=closes, valid_from=f"{day.date}", valid_through=f"{day.date}")
        for day in location.special_hours
        if not is_placeholder(day.hours)
        for opens, closes in intervals(day.hours) or [SHUT]
    ]
