"""What the consultation form asks, and what each service that may receive it wants and answers."""

from __future__ import annotations

from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from pydantic import Field, RootModel, model_validator

from plugins.models.validation import Model

ID = "{id}"  # in a pattern: what the service calls the clinic's form


class Success(Model):
    """How an answer in JSON says that the request was received: a key with one value, or with any text."""

    key: str = Field(description="the key that says so")
    equals: str | bool | int | None = Field(default=None, description="the value that it must have")
    type: Literal["string"] | None = Field(default=None, description='"string" where any text will do')

    @model_validator(mode="after")
    def _says_something(self) -> Success:
        if (self.equals is None) is (self.type is None):
            raise ValueError("give either equals or type")
        return self


class Errors(Model):
    """Where an answer in JSON says what is wrong: under one key, or in a list with a field and words for each."""

    message: str | None = Field(default=None, description="the key of the message for the whole form")
    list: str | None = Field(default=None, description="the key of the list of faults")
    field: str | None = Field(default=None, description="the key of the field's name in each of them")
    text: str | None = Field(default=None, description="the key of the words in each of them")


class Answers(Model):
    """What a service answers to a script, where that is sure enough to be told to a visitor."""

    endpoint: str | None = Field(default=None, description="where a script posts, if not to the endpoint")
    success: Success
    errors: Errors


class Provider(Model):
    """A service that receives forms."""

    name: str = Field(description="what visitors know the service by")
    endpoint: str = Field(pattern=r"^(https://|/|\{id\}$)", description='an address that begins with https:// or "/"')
    source: str = Field(description="where this was read")
    baa: Literal["no", "ask", "yes"] = Field(description='whether it signs an agreement: "no", "ask" or "yes"')
    hosted: bool = Field(default=False, description="true where the form is a page of the service's own")
    redirect: str | None = Field(default=None, description="the field that names the page to show afterwards")
    honeypot: str | None = Field(default=None, description="the field that only a robot fills in")
    hidden: dict[str, str] = Field(default={}, description="fields that the service wants, with their values")
    attributes: dict[str, str] = Field(default={}, description="attributes that the service looks for on the form")
    hosts: list[str] = Field(default=[], description="further origins that a visitor passes through")
    answers: Answers | None = Field(default=None, description="what it answers to a script")

    def filled(self, pattern: str, form_id: str) -> str:
        """A pattern with the form's id in its place."""
        return pattern.replace(ID, form_id)


class Providers(RootModel[dict[str, Provider]]):
    """data/form-providers.toml."""


AUTOCOMPLETE = "^(on|name|given-name|family-name|email|tel|organization|postal-code)$"
LONG = ("textarea", "file")


class FormField(Model):
    """One question of the form."""

    name: str = Field(pattern="^[a-z][a-z_]*$", description="the field's name, in small letters and _")
    label: str = Field(min_length=1, description="the question")
    type: Literal["text", "tel", "email", "date", "select", "radio", "checkbox", "textarea", "file"] = Field(
        description='"text", "tel", "email", "date", "select", "radio", "checkbox", "textarea" or "file"'
    )
    required: bool = Field(default=False, description="true where it must be answered")
    autocomplete: str | None = Field(default=None, pattern=AUTOCOMPLETE, description="a token of HTML's autocomplete")
    options: list[str] = Field(default=[], description="the answers to choose from")
    hint: str | None = Field(default=None, description="a word of help")
    message: str | None = Field(default=None, description="what to say where the answer is missing or wrong")


class FormFields(Model):
    """data/consultation-form.toml."""

    field: list[FormField] = Field(min_length=1, description="at least one [[field]] table")


class ConsultationForm(NamedTuple):
    """The form as a page shows it: ``provider`` is a name of data/form-providers.toml, addresses are filled in."""

    provider: str
    receiver: str
    action: str
    thank_you: str
    hosted: bool
    redirect: str | None
    honeypot: str | None
    hidden: dict[str, str]
    attributes: dict[str, str]
    answers: dict[str, object]
    hosts: list[str]
    fields: list[FormField]


def origin(address: str) -> str:
    """Scheme and host of an address; "" for a path of the site itself."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
