"""Compute the menus, the list of services and the way back from each page."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from pelican.plugins import signals

from plugins.addresses import pages_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pelican.contents import Content
    from pelican.generators import Generator

HOME = "index"
LEAD = re.compile(r"<p>.*?</p>", re.DOTALL)


class Link(NamedTuple):
    """An entry of a menu or of a breadcrumb trail."""

    title: str
    address: str


class Navigation(NamedTuple):
    """The menus of the header and the footer."""

    header: list[Link]
    footer: list[Link]


def _link(page: Content) -> Link:
    return Link(page.menu_title, page.address)


def _in_order(pages: Iterable[Content]) -> list[Content]:
    return sorted(pages, key=lambda page: (page.order, page.slug))


def navigate(generators: list[Generator]) -> None:
    """Set ``navigation`` and ``services`` in the context, and ``breadcrumbs`` on every page."""
    context = generators[0].context
    pages = pages_of(generators)
    listed = _in_order(page for page in pages if page.status == "published")
    by_slug = {page.slug: page for page in pages if page.status != "draft"}
    menus = {menu: [_link(page) for page in listed if page.menu == menu] for menu in Navigation._fields}
    context["navigation"] = Navigation(**menus)
    context["services"] = [page for page in listed if page.kind == "service"]
    for page in pages:
        parents = [str(path) for path in reversed(PurePosixPath(page.slug).parents) if str(path) != "."]
        above = [] if page.slug == HOME else [HOME, *parents]
        page.breadcrumbs = [_link(by_slug[slug]) for slug in above if slug in by_slug]
    home = by_slug.get(HOME)
    if home:
        take_lead(home)


def take_lead(home: Content) -> None:
    """Set ``lead``, the home page's first paragraph, and ``rest``, what follows it."""
    content = home._update_content(home._content, home.get_siteurl())
    lead = LEAD.search(content)
    home.lead = lead[0] if lead else ""
    home.rest = content.replace(home.lead, "", 1)


def register() -> None:
    """Called by Pelican."""
    signals.all_generators_finalized.connect(navigate)
