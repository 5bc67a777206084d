"""A telephone number, typed in any way that people type one."""

from __future__ import annotations

import re
from functools import cache
from typing import Annotated

import phonenumbers
from pydantic import BeforeValidator, Field, model_serializer

from plugins.models.validation import Model

REGION = "US"


class Telephone(Model):
    """A telephone number, or a short code such as 988."""

    number: str

    @property
    def href(self) -> str:
        """The ``tel:`` address in E.164 (RFC 3966); a short code stays as it is."""
        if self._is_short_code:
            return f"tel:{self.number}"
        return "tel:" + _formatted(self.number, phonenumbers.PhoneNumberFormat.E164)

    @property
    def display(self) -> str:
        """The number as people in its country write it."""
        if self._is_short_code:
            return self.number
        return _formatted(self.number, phonenumbers.PhoneNumberFormat.NATIONAL)

    @property
    def _is_short_code(self) -> bool:
        return re.fullmatch(r"\d{3}", self.number) is not None

    @model_serializer
    def _as_written(self) -> str:
        return self.number

    def __str__(self) -> str:
        return self.display


@cache  # every page shows the same few
def _formatted(number: str, form: int) -> str:
    return str(phonenumbers.format_number(phonenumbers.parse(number, REGION), form))


def _telephone(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"\d{3}", value):
        try:
            parsed = phonenumbers.parse(value, REGION)
        except phonenumbers.NumberParseException as error:
            raise ValueError(value) from error
        if not phonenumbers.is_valid_number(parsed):
            raise ValueError(value)
    return Telephone(number=value)


A_TELEPHONE = Field(description="a telephone number with its area code, or a three-figure code such as 988")
TelephoneText = Annotated[Telephone, BeforeValidator(_telephone)]
