"""Compute the menus, the list of services and the way back from each page."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from pelican.contents import Article, Page
from pelican.plugins import signals

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from pelican.contents import Content
    from pelican.generators import Generator

HOME = "index"
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
LEAD = re.compile(r"<p>.*?</p>", re.DOTALL)


class Link(NamedTuple):
    """An entry of a menu or of a breadcrumb trail."""

    title: str
    address: str


class Navigation(NamedTuple):
    """The menus of the header and the footer."""

    header: list[Link]
    footer: list[Link]


class Day(NamedTuple):
    """A date: ISO 8601, and in words."""

    iso: str
    text: str


def _link(page: Content) -> Link:
    return Link(page.menu_title, page.address)


def _in_order(pages: Iterable[Content]) -> list[Content]:
    return sorted(pages, key=lambda page: (page.order, page.slug))


def navigate(generators: list[Generator]) -> None:
    """Set ``navigation``, ``services`` and ``feed`` in the context, and ``breadcrumbs`` on every page."""
    context = generators[0].context
    feed = context["FEED_ALL_ATOM"]
    context["feed"] = f"{context['localsiteurl']}/{feed}" if feed else ""
    pages = [page for page in context["generated_content"].values() if isinstance(page, Article | Page)]
    listed = _in_order(page for page in pages if page.status == "published")
    by_slug = {page.slug: page for page in pages}
    menus = {menu: [_link(page) for page in listed if page.menu == menu] for menu in Navigation._fields}
    context["navigation"] = Navigation(**menus)
    context["services"] = [page for page in listed if page.kind == "service"]
    for page in pages:
        parents = [str(path) for path in reversed(PurePosixPath(page.slug).parents) if str(path) != "."]
        above = [] if page.slug == HOME else [HOME, *parents]
        page.breadcrumbs = [_link(by_slug[slug]) for slug in above if slug in by_slug]
    home = by_slug.get(HOME)
    if home:
        content = home._update_content(home._content, home.get_siteurl())
        lead = LEAD.search(content)
        home.lead = lead[0] if lead else ""
        home.rest = content.replace(home.lead, "", 1)


def day_of(date: datetime.date) -> Day:
    """The day as machines read it and as people do, whatever this machine's locale."""
    return Day(date.strftime("%Y-%m-%d"), f"{date.day} {MONTHS[date.month - 1]} {date.year}")


def tell_dates(article: Content) -> None:
    """Set ``published`` and ``changed`` on an article; ``changed`` is None while it never was."""
    if isinstance(article, Article):
        article.published = day_of(article.date)
        article.changed = day_of(article.modified) if hasattr(article, "modified") else None


def register() -> None:
    """Called by Pelican."""
    signals.content_object_init.connect(tell_dates)
    signals.all_generators_finalized.connect(navigate)
