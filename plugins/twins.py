"""Publish beside each page that may be listed what it says, in Markdown, for assistants."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pelican.plugins import signals

from plugins.models.published import digest_of, publish
from plugins.models.remembered import key_in, made_once
from plugins.models.twin import twin

if TYPE_CHECKING:
    from pelican import Pelican

NAME = "index.md"  # beside the page's index.html, which names it


def write(pelican: Pelican) -> None:
    """Write the twins of the pages in the output of a production build."""
    settings, output = pelican.settings, Path(pelican.output_path)
    listed = settings["LISTED"] if settings["PRODUCTION"] else []
    pages = [(output / page.save_as, page.canonical) for page in listed]
    keys = [key_in(settings, "twin", digest_of(path, settings), address) for path, address in pages]
    twins = made_once(settings, keys, pages, lambda page: twin(page[0].read_text(encoding="utf-8"), page[1]))
    for (path, _), text in zip(pages, twins, strict=True):
        publish(path.with_name(NAME), text.encode(), settings)


def register() -> None:
    """Called by Pelican."""
    signals.finalized.connect(write)
