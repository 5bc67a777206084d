"""List every page and every section of an article from A to Z."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from pelican.plugins import signals

from plugins.addresses import pages_of
from plugins.navigation import HOME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pelican.contents import Content
    from pelican.generators import Generator

ITSELF = "search"
LITTLE_WORDS = re.compile(r"^(a|an|the)\s+", re.IGNORECASE)


class Entry(NamedTuple):
    """A page or a section: its title, its address, and the title of the page that a section is part of."""

    title: str
    address: str
    part_of: str = ""

    @property
    def filed_under(self) -> str:
        """What it is sorted by: its title without a leading "the"."""
        return LITTLE_WORDS.sub("", self.title).casefold()


class Letter(NamedTuple):
    """A letter, or "0-9", and what is filed under it."""

    name: str
    entries: list[Entry]


def entries(pages: Iterable[Content]) -> Iterator[Entry]:
    """An entry for each page that is listed at all, and for each section of an article."""
    for page in pages:
        if page.status == "published" and page.slug != ITSELF:
            # The home page's title is the clinic's tagline.
            yield Entry(page.menu_title if page.slug == HOME else page.plain_title, page.address)
            for section in getattr(page, "sections", ()):
                if section.status == "published":
                    yield Entry(section.plain_title, f"{page.address}#{section.id}", page.plain_title)


def a_to_z(found: Iterable[Entry]) -> list[Letter]:
    """The entries by their letters, in order."""
    in_order = sorted(found, key=lambda entry: (entry.filed_under, entry.part_of, entry.address))
    return [Letter(name, list(group)) for name, group in groupby(in_order, key=_letter)]


def _letter(entry: Entry) -> str:
    first = entry.filed_under[:1].upper()
    return first if first.isalpha() else "0-9"


def hand_over(generators: list[Generator]) -> None:
    """Give the templates ``letters``."""
    generators[0].context["letters"] = a_to_z(entries(pages_of(generators)))


def register() -> None:
    """Called by Pelican."""
    signals.all_generators_finalized.connect(hand_over)
