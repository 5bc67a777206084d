"""Publish beside each page that may be listed what it says, in Markdown, for assistants."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pelican.plugins import signals

from plugins.models.remembered import key_in, made_once

if TYPE_CHECKING:
    from pelican import Pelican

NAME = "index.md"  # beside the page's index.html, which names it


class Written(NamedTuple):
    """A page as it was written, and where it is to be found."""

    html: str
    address: str


def _twin(page: Written) -> str:
    from plugins.models.twin import twin  # takes longer to import than a build that remembers every twin

    return twin(*page)


def write(pelican: Pelican) -> None:
    """Write the twins of the pages in the output of a production build."""
    settings, output = pelican.settings, Path(pelican.output_path)
    paths = {output / page.save_as: page.canonical for page in settings["LISTED"]} if settings["PRODUCTION"] else {}
    pages = [Written(path.read_text(encoding="utf-8"), address) for path, address in paths.items()]
    keys = [key_in(settings, "twin", *page) for page in pages]
    for path, text in zip(paths, made_once(settings, keys, pages, _twin), strict=True):
        path.with_name(NAME).write_text(text, encoding="utf-8")


def register() -> None:
    """Called by Pelican."""
    signals.finalized.connect(write)
