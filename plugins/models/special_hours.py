"""Days on which the clinic keeps other hours than in every week."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, Field, ValidationError

from plugins.models.hours import DAYS, HOURS, HoursText, hours_in_words
from plugins.models.validation import Model

if TYPE_CHECKING:
    from pydantic_core import InitErrorDetails


class SpecialHours(Model):
    """The hours of one date, in place of those of its day of the week."""

    date: datetime.date = Field(description="a date that stands here once, such as 2026-11-26")
    name: str = Field(min_length=1, description='what the day is called, such as "Thanksgiving Day"')
    hours: HoursText = HOURS

    @property
    def weekday(self) -> str:
        """The day of the week, in words."""
        return DAYS[self.date.weekday()].capitalize()

    @property
    def in_words(self) -> str:
        """The hours in words."""
        return hours_in_words(self.hours)


def _by_date(days: list[SpecialHours]) -> list[SpecialHours]:
    dates = [day.date for day in days]
    twice: list[InitErrorDetails] = [
        {"type": "value_error", "loc": (number, "date"), "input": date, "ctx": {"error": ValueError(date)}}
        for number, date in enumerate(dates)
        if date in dates[:number]
    ]
    if twice:
        raise ValidationError.from_exception_data("special_hours", twice)
    return sorted(days, key=lambda day: day.date)


SpecialDays = Annotated[list[SpecialHours], AfterValidator(_by_date)]
