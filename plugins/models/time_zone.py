"""Know the time zones of the United States, and what people call them."""

from __future__ import annotations

import datetime
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field

# Winter abbreviation and hours from UTC, as the tz database has them: "CST" alone is China's standard time too.
NAMES = {
    ("AST", -4): "Atlantic Time",
    ("EST", -5): "Eastern Time",
    ("CST", -6): "Central Time",
    ("MST", -7): "Mountain Time",
    ("PST", -8): "Pacific Time",
    ("AKST", -9): "Alaska Time",
    ("HST", -10): "Hawaii Time",
}
WINTER = datetime.datetime(2026, 1, 15, 12)  # any winter's day would do


def time_zone_name(zone: str) -> str:
    """What people call a time zone, summer and winter: "America/New_York" is "Eastern Time".

    Raises ValueError for one that does not exist or is not one of the United States.
    """
    try:
        winter = WINTER.replace(tzinfo=ZoneInfo(zone))
    except (ZoneInfoNotFoundError, OSError) as error:
        raise ValueError(zone) from error
    offset = winter.utcoffset() or datetime.timedelta()
    name = NAMES.get((winter.tzname() or "", offset // datetime.timedelta(hours=1)))
    if name is None:
        raise ValueError(zone)
    return name


def _time_zone(value: str) -> str:
    time_zone_name(value)
    return value


A_TIME_ZONE = Field(description='a time zone of the United States as the tz database names it: "America/New_York"')
TimeZoneText = Annotated[str, AfterValidator(_time_zone)]
