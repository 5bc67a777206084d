"""Publish beside each page that may be listed what it says, in Markdown, for assistants."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pelican.plugins import signals

from plugins.models.twin import twin

if TYPE_CHECKING:
    from pelican import Pelican

NAME = "index.md"  # beside the page's index.html, which names it


def write(pelican: Pelican) -> None:
    """Write the twins of the pages in the output of a production build."""
    settings, output = pelican.settings, Path(pelican.output_path)
    for page in settings["LISTED"] if settings["PRODUCTION"] else ():
        built = output / page.save_as
        text = twin(built.read_text(encoding="utf-8"), page.canonical)
        built.with_name(NAME).write_text(text, encoding="utf-8")


def register() -> None:
    """Called by Pelican."""
    signals.finalized.connect(write)
