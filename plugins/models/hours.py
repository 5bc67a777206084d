"""When the clinic is open in a week."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field

from plugins.models.placeholder import is_placeholder
from plugins.models.validation import Model

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MINUTES = 24 * 60  # of a day
CLOSED = "closed"
ALL_DAY = "00:00-00:00"
TIME = r"(?:[01]\d|2[0-3]):[0-5]\d"
INTERVALS = re.compile(rf"{CLOSED}|{TIME}-{TIME}(, {TIME}-{TIME})*")


def spans(hours: str) -> list[tuple[int, int]]:
    """Opening and closing in minutes after midnight; what closes at or before its opening closes on the next day.

    "09:00-12:00, 22:00-02:00" is ``[(540, 720), (1320, 1560)]``, "closed" is ``[]``.
    """
    times = [int(time[:2]) * 60 + int(time[3:]) for time in re.findall(TIME, hours)]
    pairs = zip(times[::2], times[1::2], strict=True)
    return [(opens, closes if closes > opens else closes + MINUTES) for opens, closes in pairs]


def _hours(value: str) -> str:
    if is_placeholder(value):
        return value
    ends = [end for span in spans(value) for end in span] if INTERVALS.fullmatch(value) else None
    if ends is None or ends != sorted(ends) or (ends and ends[-1] > ends[0] + MINUTES):
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

    @property
    def week(self) -> list[str]:
        """The hours of the seven days, Monday first."""
        return [getattr(self, day) for day in DAYS]

    @cached_property
    def rows(self) -> list[HoursRow]:
        """The week, days with the same hours together: "Monday to Friday", "9 am to 5 pm"."""
        groups: list[tuple[list[str], str]] = []
        for day, hours in zip(DAYS, self.week, strict=True):
            if groups and groups[-1][1] == hours:
                groups[-1][0].append(day)
            else:
                groups.append(([day], hours))
        return [HoursRow(days=_days_in_words(days), hours=hours_in_words(hours)) for days, hours in groups]


def hours_in_words(hours: str) -> str:
    """Hours as people say them: "9 am to 12 pm, 1 pm to 5 pm"; a placeholder stays as it is."""
    if hours == CLOSED:
        return "Closed"
    if hours == ALL_DAY:
        return "Open all day"
    if is_placeholder(hours):
        return hours
    return ", ".join(" to ".join(_clock(end) for end in span.split("-")) for span in hours.split(", "))


def _days_in_words(days: list[str]) -> str:
    names = [day.capitalize() for day in days]
    return names[0] if len(names) == 1 else f"{names[0]} to {names[-1]}"


def _clock(time: str) -> str:
    hour, minute = (int(part) for part in time.split(":"))
    half = "am" if hour < 12 else "pm"
    return f"{(hour - 1) % 12 + 1}{f':{minute:02}' if minute else ''} {half}"
