"""Find the services and articles that share a condition with a page, for its end."""

from __future__ import annotations

from heapq import nsmallest
from typing import TYPE_CHECKING

from pelican.plugins import signals

from plugins.addresses import pages_of
from plugins.navigation import Link

if TYPE_CHECKING:
    from pelican.contents import Content
    from pelican.generators import Generator

MOST = 3


def conditions(page: Content) -> set[str]:
    """The conditions that a page and its sections are about."""
    sections = [section for section in getattr(page, "sections", ()) if section.status != "draft"]
    own = {getattr(page, "condition", None), *getattr(page, "conditions", ())} - {None}
    return own.union(*(section.conditions for section in sections))


def related(page: Content, about: dict[Content, set[str]]) -> list[Link]:
    """The pages that share most conditions with this one, itself left out; ``about`` holds each page's conditions."""
    own = conditions(page)
    shared = {other: len(own & theirs) for other, theirs in about.items() if own & theirs and other is not page}
    best = nsmallest(MOST, shared, key=lambda other: (-shared[other], other.order, other.slug))
    return [Link(other.plain_title, other.address) for other in best]


def relate(generators: list[Generator]) -> None:
    """Set ``related`` on every service and article."""
    pages = pages_of(generators)
    listed = {page: conditions(page) for page in pages if page.status == "published"}
    for page in pages:
        page.related = related(page, listed)


def register() -> None:
    """Called by Pelican."""
    signals.all_generators_finalized.connect(relate)
