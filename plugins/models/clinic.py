"""What is known about the clinic: the shape of data/clinic.toml."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Annotated, Any, Literal
from urllib.parse import quote_plus, urlsplit

import phonenumbers
from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, model_serializer

from plugins.models.validation import Model

REGION = "US"
PLACEHOLDER = re.compile(r"\bTo be (?:confirmed|named)\b|\bexample\.(?:com|org|net)\b|555\W?01\d\d\b")
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
TIME = r"(?:[01]\d|2[0-3]):[0-5]\d"
INTERVALS = re.compile(rf"closed|{TIME}-{TIME}(, {TIME}-{TIME})*")


def is_placeholder(text: str) -> bool:
    """Whether ``text`` only stands in for what the clinic has yet to say."""
    return PLACEHOLDER.search(text) is not None


class Telephone(Model):
    """A telephone number, or a short code such as 988."""

    number: str

    @property
    def href(self) -> str:
        """The ``tel:`` address in E.164 (RFC 3966); a short code stays as it is."""
        if self._is_short_code:
            return f"tel:{self.number}"
        return "tel:" + phonenumbers.format_number(self._parsed, phonenumbers.PhoneNumberFormat.E164)

    @property
    def display(self) -> str:
        """The number as people in its country write it."""
        if self._is_short_code:
            return self.number
        return str(phonenumbers.format_number(self._parsed, phonenumbers.PhoneNumberFormat.NATIONAL))

    @property
    def _is_short_code(self) -> bool:
        return re.fullmatch(r"\d{3}", self.number) is not None

    @property
    def _parsed(self) -> phonenumbers.PhoneNumber:
        return phonenumbers.parse(self.number, REGION)

    @model_serializer
    def _as_written(self) -> str:
        return self.number

    def __str__(self) -> str:
        return self.display


def _telephone(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"\d{3}", value):
        try:
            parsed = phonenumbers.parse(value, REGION)
        except phonenumbers.NumberParseException as error:
            raise ValueError(value) from error
        if not phonenumbers.is_possible_number(parsed):
            raise ValueError(value)
    return Telephone(number=value)


def _https(value: str) -> str:
    address = urlsplit(value)
    if address.scheme != "https" or not address.netloc:
        raise ValueError(value)
    return value


def _hours(value: str) -> str:
    if not (INTERVALS.fullmatch(value) or is_placeholder(value)):
        raise ValueError(value)
    return value


def _text(description: str) -> Any:
    return Field(min_length=1, description=description)


A_TELEPHONE = Field(description="a telephone number with its area code, or a three-figure code such as 988")
AN_ADDRESS = Field(description="a web address that begins with https://")
HOURS = Field(description='"09:00-17:00", "09:00-12:00, 13:00-17:00" or "closed"')

TelephoneText = Annotated[Telephone, BeforeValidator(_telephone)]
WebAddress = Annotated[str, AfterValidator(_https)]
HoursText = Annotated[str, AfterValidator(_hours)]


class Address(Model):
    """A postal address in the United States."""

    street: str = _text("the street and number")
    town: str = _text("the town")
    state: str = Field(pattern="^[A-Z]{2}$", description='the two letters of the state, such as "VA"')
    state_name: str = _text("the state in full")
    postal_code: str = _text("the ZIP code in quotes")
    country: Literal["US"] = Field(default="US", description='"US"')

    @property
    def one_line(self) -> str:
        """The address as it is written on one line."""
        return f"{self.street}, {self.town}, {self.state} {self.postal_code}"


class Hours(Model):
    """The opening hours of a week, in the clinic's own time zone."""

    monday: HoursText = HOURS
    tuesday: HoursText = HOURS
    wednesday: HoursText = HOURS
    thursday: HoursText = HOURS
    friday: HoursText = HOURS
    saturday: HoursText = HOURS
    sunday: HoursText = HOURS


class HoursRow(Model):
    """Days that follow each other and have the same hours, in words."""

    days: str
    hours: str


class Location(Model):
    """One place where the clinic sees people."""

    name: str = _text("the place's name")
    telephone: TelephoneText = A_TELEPHONE
    address: Address
    hours: Hours

    @cached_property
    def hours_rows(self) -> list[HoursRow]:
        """The week, days with the same hours together: "Monday to Friday", "9 am to 5 pm"."""
        groups: list[tuple[list[str], str]] = []
        for day in DAYS:
            hours = getattr(self.hours, day)
            if groups and groups[-1][1] == hours:
                groups[-1][0].append(day)
            else:
                groups.append(([day], hours))
        return [HoursRow(days=_days_in_words(days), hours=_hours_in_words(hours)) for days, hours in groups]

    @property
    def directions(self) -> str:
        """The address on OpenStreetMap, as a plain link: nothing is loaded until a visitor follows it."""
        parts = (self.address.street, self.address.town, self.address.state, self.address.postal_code)
        known = ", ".join(part for part in parts if not is_placeholder(part))
        return f"https://www.openstreetmap.org/search?query={quote_plus(known)}"


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


class Form(Model):
    """Where the consultation form is sent, and who receives it."""

    endpoint: WebAddress = AN_ADDRESS
    receiver: str = _text("who receives what is sent")


class Helpline(Model):
    """A line that is not the clinic's own."""

    name: str = _text("what the line is called")
    telephone: TelephoneText | None = Field(default=None, description=A_TELEPHONE.description)
    sms: str | None = Field(default=None, pattern=r"^sms:\d+$", description='"sms:" and the number')
    web: WebAddress | None = Field(default=None, description=AN_ADDRESS.description)


class Clinic(Model):
    """All that is known about the clinic."""

    model_config = ConfigDict(ignored_types=(cached_property,))

    name: str = _text("the clinic's name as the public knows it")
    legal_name: str = _text("the name in which the clinic is registered")
    tagline: str = _text("the tagline")
    url: WebAddress = AN_ADDRESS
    email: str = Field(pattern=r"^[^@\s]+@[^@\s]+$", description="an e-mail address")
    medical_director: str = _text("the name and credentials of the responsible clinician")
    privacy_contact: str = _text("who answers questions about privacy")
    form: Form
    locations: list[Location] = Field(min_length=1, description="at least one [[locations]] table")
    helplines: dict[str, Helpline]

    @property
    def primary(self) -> Location:
        """The location that stands in the header and in page titles."""
        return self.locations[0]

    @property
    def root(self) -> str:
        """The path under which the published site lives: "" or "/path", without a slash at its end."""
        return urlsplit(self.url).path.rstrip("/")

    @cached_property
    def placeholders(self) -> list[str]:
        """The facts that the clinic has yet to give, by name: ``locations.0.telephone``."""
        return [name for name, text in _leaves(self.model_dump()) if is_placeholder(text)]


def _leaves(data: object, name: str = "") -> list[tuple[str, str]]:
    if isinstance(data, str):
        return [(name, data)]
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [leaf for key, value in pairs for leaf in _leaves(value, f"{name}.{key}".lstrip("."))]
