"""Say what each kind of page must tell in its front matter."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any, Literal

from pydantic import ConfigDict, Field, ValidationInfo, field_validator, model_validator

from plugins.models.days import A_PAST_DAY, PastDate
from plugins.models.review import (
    MODIFIED,
    NEXT_REVIEW,
    NOT_NEEDED,
    NOT_YET,
    REVIEWED,
    REVIEWER,
    NextReview,
    Reviewed,
    Reviewer,
)
from plugins.models.validation import Model, said

CONDITIONS = Field(
    default=(),
    description="a list of conditions from data/evidence.toml, such as [depression, ptsd]",
    examples=[["depression", "ptsd"]],
)


class FrontMatter(Model):
    """Fields are written with a capital first letter: ``Menu_title``."""

    model_config = ConfigDict(alias_generator=str.capitalize, populate_by_name=False, str_strip_whitespace=True)

    title: str = Field(min_length=1, max_length=70, description="the page's heading, at most 70 characters")

    @model_validator(mode="before")
    @classmethod
    def _as_by_hand(cls, written: dict[str, Any]) -> dict[str, Any]:
        """What a CMS writes in its own way: names in small letters, and an empty text or list for what is left out."""
        fields = {field.alias: field for field in cls.model_fields.values()}
        named = {name.capitalize() if name.capitalize() in fields else name: value for name, value in written.items()}
        return {
            name: value
            for name, value in named.items()
            if value not in ("", None, []) or name not in fields or fields[name].default not in (None, ())
        }


class Section(FrontMatter):
    """One part of an article."""

    status: Literal["published", "draft"] = Field(
        default="published", description='"published" or "draft" (only the preview shows it)'
    )
    reviewed: Reviewed | None = NOT_NEEDED
    reviewer: Reviewer = REVIEWER
    next_review: NextReview | None = NEXT_REVIEW
    modified: PastDate | None = MODIFIED
    conditions: tuple[str, ...] = CONDITIONS


class Page(FrontMatter):
    """A plain page; every other kind asks for this too."""

    description: str = Field(
        min_length=50,
        max_length=160,
        description="one or two sentences of 50 to 160 characters, which lists and search engines show",
        examples=["To be confirmed: one or two sentences that say what this page tells"],
    )
    menu: Literal["header", "footer"] | None = Field(
        default=None, description='"header" or "footer", the menu that leads here, or leave it out', examples=["footer"]
    )
    menu_title: str | None = Field(
        default=None, max_length=24, description="a short name for menus, at most 24 characters", examples=["Short"]
    )
    order: int = Field(default=100, description="a whole number: the place in the menu or list", examples=[10])
    status: Literal["published", "draft", "hidden"] = Field(
        default="published",
        description='"published", "draft" (only the preview shows it) or "hidden" (published, but listed nowhere)',
    )
    reviewed: Reviewed | None = NOT_NEEDED
    reviewer: Reviewer = REVIEWER
    next_review: NextReview | None = NEXT_REVIEW
    modified: PastDate | None = MODIFIED


class Service(Page):
    """A treatment that the clinic offers for one condition."""

    condition: str = Field(
        description='a condition from data/evidence.toml, such as depression, or, in a draft, "not yet"',
        examples=[NOT_YET],
    )
    reviewed: Reviewed = REVIEWED

    @field_validator("condition")
    @classmethod
    def _known_when_published(cls, condition: str, info: ValidationInfo) -> str:
        if condition == NOT_YET and info.data.get("status") != "draft":
            raise said('is "not yet", which only a draft may say')
        return condition


class Article(Page):
    """The opening of an article; its sections are files beside it."""

    date: PastDate = Field(
        description=f'the day of publication, {A_PAST_DAY} ("Status: draft" is for a page that is to wait)'
    )
    conditions: tuple[str, ...] = CONDITIONS


KINDS: dict[str, type[FrontMatter]] = {"article": Article, "section": Section, "service": Service, "page": Page}


def kind_of(path: str) -> str:
    """The kind of the page at ``path`` (relative to content/): its folder's name in the singular, if that is one."""
    parts = PurePosixPath(path).parts
    if parts[0] == "articles" and len(parts) > 2:
        return "article" if parts[-1] == "index.md" else "section"
    folder = parts[-2].removesuffix("s") if len(parts) > 1 and parts[-1] != "index.md" else ""
    return folder if folder in KINDS else "page"
