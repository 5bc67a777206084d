"""Type what front matter says of a page's review by a clinician."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from dateutil.relativedelta import relativedelta
from pydantic import AfterValidator, Field, ValidationInfo
from pydantic_core import PydanticKnownError

from plugins.faults import did_you_mean
from plugins.models.days import A_PAST_DAY, Day, PastDate
from plugins.models.validation import said

if TYPE_CHECKING:
    from collections.abc import Collection

NOT_YET = "not yet"


class Terms(NamedTuple):
    """What a review is held against: the names that data/people.toml knows, and how many months a review lasts."""

    people: Collection[str]
    months: int


def due(reviewed: datetime.date, months: int) -> datetime.date:
    """The last day on which what was reviewed then may be reviewed again; 31 August and 6 months are 28 February."""
    last: datetime.date = reviewed + relativedelta(months=months)
    return last


def _somebody(key: str | None, info: ValidationInfo) -> str | None:
    if key is None and isinstance(info.data.get("reviewed"), datetime.date):
        raise PydanticKnownError("missing")
    if key is not None and isinstance(info.context, Terms) and key not in info.context.people:
        known = info.context.people
        people = f"the people there are {', '.join(known)}; write one of them, or add the reviewer there"
        raise said(f'is "{key}", whom data/people.toml does not know', did_you_mean(key, known, people))
    return key


def _in_time(next_review: datetime.date, info: ValidationInfo) -> datetime.date:
    reviewed = info.data.get("reviewed")
    if reviewed in {None, NOT_YET} and "reviewed" in info.data:
        raise said(f"is {next_review}, and there was no review yet", 'remove it, or write the day in "Reviewed"')
    if not isinstance(reviewed, datetime.date):
        return next_review
    if next_review <= reviewed:
        raise said(f"is {next_review}, not after the review of {reviewed}")
    if isinstance(info.context, Terms) and next_review > due(reviewed, info.context.months):
        last = due(reviewed, info.context.months)
        what = f"is {next_review}, more than {info.context.months} months after the review"
        raise said(what, f"write a day not later than {last}, or leave it out")
    return next_review


A_REVIEW = 'the day of the review by a clinician, such as 2026-03-31, or "not yet"'
Reviewed = PastDate | Literal["not yet"]
REVIEWED = Field(description=A_REVIEW, examples=[NOT_YET])
NOT_NEEDED = Field(default=None, description=f"{A_REVIEW}, or leave it out", examples=[NOT_YET])

Reviewer = Annotated[str | None, AfterValidator(_somebody)]
REVIEWER = Field(
    default=None,
    validate_default=True,
    description="who reviewed it, by the name in square brackets in data/people.toml; needed once there was a review",
    examples=["reviewer"],
)

NextReview = Annotated[Day, AfterValidator(_in_time)]
NEXT_REVIEW = Field(
    default=None,
    description="the day by which it is to be reviewed again, such as 2027-03-31, "
    "or leave it out for the longest time allowed",
)

MODIFIED = Field(default=None, description=f"the day of the last change, {A_PAST_DAY}, or leave it out")
