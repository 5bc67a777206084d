"""Hold the Markdown of each page against the page."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from plugins.faults import Source
from plugins.models.twin import twin
from plugins.twins import NAME
from tools.check.listings import listed
from tools.check.sharing import BUILD, canonical
from tools.check.site import attribute

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from plugins.faults import Fault
    from tools.check.site import Site

NAMED = 'link[rel="alternate"][type="text/markdown"]'


def twins_of(site: Site) -> set[Path]:
    """The Markdown files that pages of the site name as theirs: index.md beside an index.html, nothing else."""
    return {
        page.source.path.with_name(NAME)
        for page in site.pages
        for link in page.document.query(NAMED)
        if attribute(link, "href") == NAME and page.source.path.name == "index.html"
    }


def twins_agree(site: Site) -> Iterator[Fault]:
    """Every page that may be listed is there in Markdown, and says the same there: words, facts and sources."""
    there = twins_of(site)
    for page in listed(site).values():
        path = page.source.path.with_name(NAME)
        if path not in there or not path.is_file():
            yield page.fault(f"this page names no {NAME}, or there is none", BUILD, "<head")
            continue
        source = Source.read(path)
        said, wanted = source.text.splitlines(), twin(page.source.text, canonical(page)).splitlines()
        pairs = enumerate(zip_longest(said, wanted, fillvalue=""), 1)
        number, shown = next(((number, pair[1]) for number, pair in pairs if pair[0] != pair[1]), (0, ""))
        if number:
            at = sum(len(line) + 1 for line in said[: number - 1])
            yield source.fault(f'this line is not what the page says, "{shown}"', BUILD, at)
