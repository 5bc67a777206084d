"""Describe what the notices that the law asks for must name: the table [notices] of data/clinic.toml."""

from __future__ import annotations

import datetime
from typing import Annotated

from pydantic import BeforeValidator, Field

from plugins.models.placeholder import is_placeholder
from plugins.models.validation import Model, said

REVISED = datetime.date(2026, 2, 16)  # 45 CFR 164.520: what a notice of privacy practices says changed on that day


NOT_NEEDED = "not needed"  # where the rule that wants the notice is off


def _day_or_open(written: object) -> object:
    no_day = isinstance(written, str) and (written == NOT_NEEDED or is_placeholder(written))
    if not no_day and not isinstance(written, datetime.date):
        raise ValueError(written)
    return written


def _revised(written: object) -> object:
    if isinstance(written, datetime.date) and written < REVISED:
        raise said(f"is {written}, before the law changed on {REVISED}", "have counsel renew the notice")
    return written


OpenDay = Annotated[datetime.date | str, BeforeValidator(_day_or_open)]
A_DAY = 'a day, such as 2026-11-02, without quotes, "To be confirmed: …", or "not needed"'


class Notices(Model):
    """Facts that stand in a notice; a day is a placeholder until it is known."""

    privacy_practices_effective: Annotated[OpenDay, BeforeValidator(_revised)] = Field(description=A_DAY)
    civil_rights_coordinator: str = Field(min_length=1, description="who answers complaints of discrimination")
    nondiscrimination_sample: OpenDay = Field(description=A_DAY)
