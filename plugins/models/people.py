"""Describe who stands behind the site: the shape of data/people.toml."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from pydantic import ConfigDict, Field, RootModel

from plugins.models.placeholder import is_placeholder, placeholders_in
from plugins.models.validation import Model


def _text(description: str) -> Any:
    return Field(min_length=1, description=description)


class Person(Model):
    """Somebody who reviews pages, or is responsible for them."""

    name: str = _text("the person's name, without titles")
    credentials: str = _text("the credentials behind the name, such as MD")
    role: str = _text("what the person does for the clinic, such as medical director")
    license_state: str = _text("the state that licenses the person, such as Virginia")
    board: str | None = Field(
        default=None, min_length=1, description="the certifying board's full name, or leave it out"
    )
    page: str | None = Field(
        default=None,
        pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)*\.md$",
        description="the file in content/ that tells about the person, such as people/name.md, or leave it out",
    )

    @property
    def named(self) -> str:
        """The name with its credentials; a placeholder stands alone."""
        return self.name if is_placeholder(self.name) else f"{self.name}, {self.credentials}"

    @property
    def address(self) -> str:
        """Where the person's page stands, from the home page on: "people/name/"; "" where there is none."""
        return f"{self.page.removesuffix('.md').removesuffix('/index')}/" if self.page else ""


class People(RootModel[dict[str, Person]]):
    """data/people.toml: a table for each person."""

    model_config = ConfigDict(ignored_types=(cached_property,), frozen=True)

    def named(self, key: str) -> str:
        """How the site shows somebody; "" where nobody is called ``key``, which plugins/people.py tells."""
        return self.root[key].named if key in self.root else ""

    @cached_property
    def placeholders(self) -> list[str]:
        """What is yet to be said, by name: ``reviewer.name``."""
        return placeholders_in(self.model_dump())
