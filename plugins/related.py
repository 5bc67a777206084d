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


def conditions(page: Content) -> frozenset[str]:
    """The conditions that a page and its sections are about."""
    sections = [section for section in getattr(page, "sections", ()) if section.status != "draft"]
    own = {getattr(page, "condition", None), *getattr(page, "conditions", ())} - {None}
    return frozenset(own.union(*(section.conditions for section in sections)))


def nearest(own: frozenset[str], about: dict[Content, frozenset[str]]) -> list[Content]:
    """The pages that share most of these conditions, one more than are shown; ``about`` holds each page's."""
    shared = {page: len(own & theirs) for page, theirs in about.items() if own & theirs}
    return nsmallest(MOST + 1, shared, key=lambda page: (-shared[page], page.order, page.slug))


def relate(generators: list[Generator]) -> None:
    """Set ``related`` on every service and article: links to those that share its conditions, itself left out."""
    pages = {page: conditions(page) for page in pages_of(generators)}
    listed = {page: own for page, own in pages.items() if page.status == "published"}
    near = {own: nearest(own, listed) for own in {*pages.values()}}  # many pages are about the same
    for page, own in pages.items():
        others = [other for other in near[own] if other is not page]
        page.related = [Link(other.plain_title, other.address) for other in others[:MOST]]


def register() -> None:
    """Called by Pelican."""
    signals.all_generators_finalized.connect(relate)
