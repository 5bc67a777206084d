"""When the clinic is open."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field

from plugins.models.placeholder import is_placeholder
from plugins.models.validation import Model

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
TIME = r"(?:[01]\d|2[0-3]):[0-5]\d"
INTERVALS = re.compile(rf"closed|{TIME}-{TIME}(, {TIME}-{TIME})*")


def _hours(value: str) -> str:
    if not (INTERVALS.fullmatch(value) or is_placeholder(value)):
        raise ValueError(value)
    return value


HOURS = Field(description='"09:00-17:00", "09:00-12:00, 13:00-17:00" or "closed"')
HoursText = Annotated[str, AfterValidator(_hours)]


class HoursRow(Model):
    """Days that follow each other and have the same hours, in words."""

    days: str
    hours: str


class Hours(Model):
    """The opening hours of a week, in the clinic's own time zone."""

    model_config = ConfigDict(ignored_types=(cached_property,))

    monday: HoursText = HOURS
    tuesday: HoursText = HOURS
    wednesday: HoursText = HOURS
    thursday: HoursText = HOURS
    friday: HoursText = HOURS
    saturday: HoursText = HOURS
    sunday: HoursText = HOURS

    @cached_property
    def rows(self) -> list[HoursRow]:
        """The week, days with the same hours together: "Monday to Friday", "9 am to 5 pm"."""
        groups: list[tuple[list[str], str]] = []
        for day in DAYS:
            hours = getattr(self, day)
            if groups and groups[-1][1] == hours:
                groups[-1][0].append(day)
            else:
                groups.append(([day], hours))
        return [HoursRow(days=_days_in_words(days), hours=_hours_in_words(hours)) for days, hours in groups]


def _days_in_words(days: list[str]) -> str:
    names = [day.capitalize() for day in days]
    return names[0] if len(names) == 1 else f"{names[0]} to {names[-1]}"


def _hours_in_words(hours: str) -> str:
    if hours == "closed":
        return "Closed"
    if is_placeholder(hours):
        return hours
    return ", ".join(" to ".join(_clock(end) for end in span.split("-")) for span in hours.split(", "))


def _clock(time: str) -> str:
    hour, minute = (int(part) for part in time.split(":"))
    half = "am" if hour < 12 else "pm"
    return f"{(hour - 1) % 12 + 1}{f':{minute:02}' if minute else ''} {half}"
