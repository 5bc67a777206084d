"""Say what each kind of page must tell in its front matter."""

from __future__ import annotations

import datetime
import os
from pathlib import PurePosixPath
from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict, Field, Strict

from plugins.models.validation import Model


def today() -> datetime.date:
    """The day of the build, from ``SOURCE_DATE_EPOCH`` where that is set; it can refuse a page, never change one."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.datetime.fromtimestamp(int(epoch), datetime.UTC) if epoch else datetime.datetime.now(datetime.UTC)
    return now.date()


def _not_in_the_future(date: datetime.date) -> datetime.date:
    if date > today():
        raise ValueError(date)
    return date


PastDate = Annotated[datetime.date, Strict(), AfterValidator(_not_in_the_future)]
A_PAST_DATE = 'a date such as 2026-03-31, not later than today ("Status: draft" is for a page that is to wait)'
REVIEWED = Field(description='the date of the review, such as 2026-03-31, or "not yet"')
NOT_NEEDED = Field(
    default=None, description='the date of the review, such as 2026-03-31, or "not yet", or leave it out'
)


class FrontMatter(Model):
    """Fields are written with a capital first letter: ``Menu_title``."""

    model_config = ConfigDict(alias_generator=str.capitalize, populate_by_name=False)

    title: str = Field(min_length=1, max_length=70, description="the page's heading, at most 70 characters")


class Section(FrontMatter):
    """One part of an article."""

    reviewed: PastDate | Literal["not yet"] | None = NOT_NEEDED
    conditions: tuple[str, ...] = Field(
        default=(), description="a list of names from data/evidence.toml, such as [depression, ptsd]"
    )


class Page(FrontMatter):
    """A plain page; every other kind asks for this too."""

    description: str = Field(min_length=50, max_length=160, description="one or two sentences of 50 to 160 characters")
    menu: Literal["header", "footer"] | None = Field(default=None, description='"header" or "footer", or leave it out')
    menu_title: str | None = Field(
        default=None, max_length=24, description="a short name for menus, at most 24 characters"
    )
    order: int = Field(default=100, description="a whole number: the place in the menu or list")
    status: Literal["published", "draft", "hidden"] = Field(
        default="published", description='"published", "draft" or "hidden"'
    )
    reviewed: PastDate | Literal["not yet"] | None = NOT_NEEDED


class Service(Page):
    """A treatment that the clinic offers for one condition."""

    condition: str = Field(description="a name from data/evidence.toml, such as depression")
    reviewed: PastDate | Literal["not yet"] = REVIEWED


class Article(Page):
    """The opening of an article; its sections are files beside it."""

    date: PastDate = Field(description=A_PAST_DATE)
    modified: PastDate | None = Field(default=None, description=A_PAST_DATE)
    conditions: tuple[str, ...] = Field(
        default=(), description="a list of names from data/evidence.toml, such as [depression, ptsd]"
    )


KINDS: dict[str, type[FrontMatter]] = {"article": Article, "section": Section, "service": Service, "page": Page}


def kind_of(path: str) -> str:
    """The kind of the page at ``path`` (relative to content/): its folder's name in the singular, if that is one."""
    parts = PurePosixPath(path).parts
    if parts[0] == "articles" and len(parts) > 2:
        return "article" if parts[-1] == "index.md" else "section"
    folder = parts[-2].removesuffix("s") if len(parts) > 1 and parts[-1] != "index.md" else ""
    return folder if folder in KINDS else "page"
