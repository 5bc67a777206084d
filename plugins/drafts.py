"""Keep drafts off the published site, or at an address that no page names."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from pelican.plugins import signals

from plugins.addresses import pages_of
from plugins.faults import Source
from plugins.models.prose import body_start
from plugins.pictures import FOLDER

if TYPE_CHECKING:
    from pelican import Pelican
    from pelican.contents import Content
    from pelican.generators import Generator

PICTURE = re.compile(rf"/{FOLDER}/([\w.-]+)")
WRITTEN = re.compile(r"""^status\s*:\s*["']?draft\b""", re.MULTILINE | re.IGNORECASE)


def is_draft(content: Content) -> bool:
    """Whether a page, or a section or the article that it is part of, is a draft."""
    return "draft" in {content.status, getattr(getattr(content, "article", content), "status", "")}


def says_draft(text: str) -> bool:
    """Whether the front matter of a file that nothing has read yet says that it is a draft."""
    return bool(WRITTEN.search(text, 0, body_start(text)))


def shown(section: Content) -> bool:
    """Whether a section stands on its article's page: a draft does in development, and where all of it is a draft."""
    return bool(section.status != "draft" or section.article.status == "draft" or not section.settings["PRODUCTION"])


def unpublish(pelican: Pelican) -> None:
    """Without the setting ``DRAFTS``, no draft is written."""
    if not pelican.settings["DRAFTS"]:
        pelican.settings["DRAFT_SAVE_AS"] = pelican.settings["DRAFT_PAGE_SAVE_AS"] = ""


def refuse_fixed(content: Content) -> None:
    """A page whose address is fixed would be published there, draft or not."""
    if "save_as" in content.metadata and content.status == "draft":
        source = Source.read(Path(content.source_path))
        at = re.search("^status", source.text, re.MULTILINE | re.IGNORECASE)
        what, todo = "this page cannot be a draft: every site has it", "remove this line"
        content.settings["FAULTS"].add(source.fault(what, todo, at.start() if at else 0))


def leave_out_pictures(generators: list[Generator]) -> None:
    """Of the pictures, publish only those that a published page shows."""
    settings = generators[0].settings
    if settings["PRODUCTION"]:
        published = [page._content for page in pages_of(generators) if page.save_as]
        settings["PICTURES"] &= {name for content in published for name in PICTURE.findall(content)}


def register() -> None:
    """Called by Pelican."""
    signals.get_generators.connect(unpublish)
    signals.content_object_init.connect(refuse_fixed)
    signals.all_generators_finalized.connect(leave_out_pictures)
