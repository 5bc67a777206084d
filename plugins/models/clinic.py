"""What is known about the clinic: the shape of data/clinic.toml."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, ConfigDict, Field

from plugins.models.location import Location
from plugins.models.notices import Notices
from plugins.models.placeholder import placeholders_in
from plugins.models.switches import Switches
from plugins.models.telephone import A_TELEPHONE, TelephoneText
from plugins.models.validation import Model


def _https(value: str) -> str:
    address = urlsplit(value)
    if address.scheme != "https" or not address.netloc:
        raise ValueError(value)
    return value


def _text(description: str) -> Any:
    return Field(min_length=1, description=description)


AN_ADDRESS = Field(description="a web address that begins with https://")

WebAddress = Annotated[str, AfterValidator(_https)]


class Form(Model):
    """Which service receives the consultation form (data/form-providers.toml describes it)."""

    provider: str = _text("the name of a service in data/form-providers.toml")
    id: str = _text("what the service calls the form: its id, access key, alias or address")
    baa: Literal["none", "signed"] = Field(description='"none", or "signed" for a business associate agreement')


class Reviews(Model):
    """How long the review of a clinical page lasts."""

    months: int = Field(ge=1, le=36, description="the most months between two reviews, 1 to 36")
    notice_days: int = Field(ge=1, le=180, description="how many days before a review is due we are told, 1 to 180")


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
    medical_director: str = _text("the responsible clinician, by the name in square brackets in data/people.toml")
    privacy_contact: str = _text("who answers questions about privacy")
    responsible_for_advertising: str = _text("who answers for what is said here, by the name in data/people.toml")
    languages_offered: list[str] = Field(min_length=1, description='a list of languages, such as ["Spanish"]')
    notices: Notices
    switches: Switches = Switches()
    form: Form
    reviews: Reviews
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
        return placeholders_in(self.model_dump())
