"""Find the services and articles that share a condition with a page, for its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pelican.contents import Article, Page
from pelican.plugins import signals

from plugins.navigation import Link

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pelican.contents import Content
    from pelican.generators import Generator

MOST = 3


def conditions(page: Content) -> set[str]:
    """The conditions that a page and its sections are about."""
    sections = getattr(page, "sections", ())
    own = {getattr(page, "condition", None), *getattr(page, "conditions", ())} - {None}
    return own.union(*(section.conditions for section in sections))


def related(page: Content, pages: Iterable[Content]) -> list[Link]:
    """The pages that share most conditions with this one, itself left out."""
    own = conditions(page)
    shared = {other: len(own & conditions(other)) for other in pages if other is not page}
    best = sorted(
        (other for other in shared if shared[other]), key=lambda other: (-shared[other], other.order, other.slug)
    )
    return [Link(other.plain_title, other.address) for other in best[:MOST]]


def relate(generators: list[Generator]) -> None:
    """Set ``related`` on every service and article."""
    pages = [page for page in generators[0].context["generated_content"].values() if isinstance(page, Article | Page)]
    listed = [page for page in pages if page.status == "published"]
    for page in pages:
        page.related = related(page, listed)


def register() -> None:
    """Called by Pelican."""
    signals.all_generators_finalized.connect(relate)
