"""Know which pages search engines may list, and the day from which the words of a page are."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from pelican.contents import Article, Page
from pelican.plugins import signals

from plugins.a_to_z import ITSELF
from plugins.addresses import pages_of

if TYPE_CHECKING:
    from pelican.contents import Content
    from pelican.generators import Generator


def listed_pages(generators: list[Generator]) -> list[Content]:
    """The pages that search engines may list, by address."""
    return sorted((page for page in pages_of(generators) if page.listed), key=lambda page: str(page.url))


def changed(page: Content) -> datetime.date | None:
    """The newest day that a page or a section of it names: Date, Modified or Reviewed; None where it names none."""
    days = (
        getattr(part, name, None)
        for part in (page, *getattr(page, "sections", ()))
        for name in ("date", "modified", "reviewed")
    )
    return max((_day(day) for day in days if isinstance(day, datetime.date)), default=None)


def _day(day: datetime.date) -> datetime.date:
    return day.date() if isinstance(day, datetime.datetime) else day


def say_whether_listed(content: Content) -> None:
    """Set ``content.listed``: not in a preview, and neither a draft, nor hidden, nor the search page."""
    if isinstance(content, Article | Page):
        may = not content.settings["NOINDEX"] and content.status == "published"
        content.listed = may and content.slug != ITSELF


def register() -> None:
    """Called by Pelican."""
    signals.content_object_init.connect(say_whether_listed)
