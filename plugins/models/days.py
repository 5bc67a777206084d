"""Know a day as it is written, and the day of the build."""

from __future__ import annotations

import datetime
import os
import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Strict

from plugins.models.validation import said

DAY = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?:[T ]\d\d:\d\d.*)?")  # a CMS adds a time of day

ASKED: dict[datetime.date, bool] = {}  # the days that were asked about, and what was answered, until somebody clears it


def today() -> datetime.date:
    """The day of the build, from ``SOURCE_DATE_EPOCH`` where that is set; it can refuse a page, never change one."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.datetime.fromtimestamp(int(epoch), datetime.UTC) if epoch else datetime.datetime.now(datetime.UTC)
    return now.date()


def has_come(day: datetime.date) -> bool:
    """Whether the day of the build is ``day`` or a later one: the one question that a text may ask of it."""
    answer = day <= today()
    ASKED[day] = answer
    return answer


def _day(written: object) -> object:
    """The day that ``written`` begins with, as it stands there: no time zone makes another day of it."""
    day = DAY.fullmatch(written) if isinstance(written, str) else None
    if not day:
        return written
    try:
        return datetime.date(*map(int, day.groups()))
    except ValueError:
        raise said(f"is {written}, and there is no such day") from None


def _not_in_the_future(date: datetime.date) -> datetime.date:
    if not has_come(date):
        raise said(f"is {date}, which is yet to come")
    return date


Day = Annotated[datetime.date, Strict(), BeforeValidator(_day)]
PastDate = Annotated[Day, AfterValidator(_not_in_the_future)]
A_PAST_DAY = "such as 2026-03-31, not later than today"
