"""Put a page's new words in the place of the old ones, where no other page shows what has changed."""

from __future__ import annotations

import copy
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican.contents import Article
from pelican.generators import PagesGenerator

from plugins import citations, links, navigation, sections
from plugins.faults import LOG, Fault, FaultCollectingWriter, Source
from tools.warm.receivers import all_known

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pelican.contents import Content

    from tools.warm.built import AsRead, Built

WORDS = {"_content", "lead", "opening", "references", "rest"}  # what only a page itself shows
# By plugins, from what must be as it was.
COMPUTED = {"article", "breadcrumbs", "related", "sections"}


class Elsewhere(Exception):
    """What has changed shows on other pages, too."""


class Rewriting:
    """The pages that some changed files are parts of, while it is tried whether only words have changed."""

    def __init__(self, built: Built, paths: Iterable[str]) -> None:
        self.built = built
        self.changed = {path: built.known[path] for path in paths}
        self.pages = [*dict.fromkeys(getattr(document, "article", document) for document in self.changed.values())]
        self.parts = [part for page in self.pages for part in (page, *getattr(page, "sections", ()))]
        self.before = [dict(vars(part)) for part in self.parts]
        self.as_read: dict[str, AsRead] = {}

    def undo(self) -> None:
        """Bring the old words back."""
        for part, was in zip(self.parts, self.before, strict=True):
            _become(part, was)

    def read(self) -> None:
        """Read the changed files anew. Raises Elsewhere where that needs more than this page."""
        for part in self.parts:
            path = part.get_relative_source_path()
            if path not in self.changed:
                part._content = self.built.as_read[path].content
                part.settings["FAULTS"] |= self.built.as_read[path].warnings
        for path, document in self.changed.items():
            generator, last = self.built.generator_of(document), self.built.as_read[path]
            fresh = generator.readers.read_file(
                base_path=generator.path, path=path, content_class=type(document), context=generator.context
            )
            self.as_read[path] = now = self.built.read(fresh)
            old = copy.copy(document)
            old._content = last.content
            same_files = now.pictures == last.pictures and fresh.get_static_links() == old.get_static_links()
            if document not in self.parts or not same_files:
                raise Elsewhere
            _become(document, vars(fresh) | {name: vars(old)[name] for name in COMPUTED & vars(old).keys()})

    def compute(self) -> None:
        """Do what the plugins do for these pages. Raises Elsewhere where anything but words has become different."""
        context = self.built.context
        for page in self.pages:
            citations.number(page)
            parts = [page, *getattr(page, "sections", ())]
            for part in parts:
                links.check_links(part, context, set())
            links.lead_to_sections(parts)
            if page.slug == navigation.HOME:
                navigation.take_lead(page)
            if isinstance(page, Article):
                sections.join(page)
        for part, was in zip(self.parts, self.before, strict=True):
            if _shown_elsewhere(vars(part)) != _shown_elsewhere(was):
                raise Elsewhere

    def render(self, output: Path) -> None:
        """Write the pages into ``output``, by way of Pelican's own generators."""
        for page in self.pages:
            lone = copy.copy(self.built.generator_of(page))
            writer = FaultCollectingWriter(str(output), settings=lone.settings)
            write = partial(writer.write_file, relative_urls=lone.settings["RELATIVE_URLS"])
            lone.translations, lone.hidden_translations = [], []
            if isinstance(lone, PagesGenerator):
                lone.pages, lone.hidden_pages, lone.draft_pages, lone.draft_translations = [page], [], [], []
                lone.generate_output(writer)
            elif page.status == "draft":
                lone.drafts, lone.drafts_translations = [page], []
                lone.generate_drafts(write)
            else:
                lone.articles, lone.hidden_articles = [page], []
                lone.generate_articles(write)

    def warnings(self) -> set[Fault]:
        """The warnings of all other files."""
        names = {Source(Path(part.source_path), "").name for part in self.parts}
        return {warning for warning in self.built.warnings if warning.path not in names}

    def uncited(self) -> set[Fault]:
        """The warnings of works that no page cites, as they are now."""
        same = all(_cited(vars(part)) == _cited(was) for part, was in zip(self.parts, self.before, strict=True))
        return self.built.uncited if same else self.built.find_uncited()


def rewrite(built: Built, paths: list[str], output: Path) -> set[Fault] | None:
    """Write the pages that the changed files, by their paths in content/, are parts of into ``output``.

    Returns the faults and warnings of the whole site, or None if that takes a whole build; with a fault, nothing has
    changed in ``built``.
    """
    if not all(built.known.get(path) for path in paths) or not all_known():
        return None
    settings = built.settings
    before = settings["FAULTS"], settings["PICTURES"]
    settings["FAULTS"], settings["PICTURES"] = faults, _ = set(), set()
    rewriting = Rewriting(built, paths)
    try:
        rewriting.read()
        rewriting.compute()
        warnings, uncited = rewriting.warnings(), rewriting.uncited()
        faults |= LOG.take()
        if _good(faults):
            rewriting.render(output)
            faults |= LOG.take()
    except Exception:  # a whole build tells what is wrong
        rewriting.undo()
        return None
    finally:
        settings["FAULTS"], settings["PICTURES"] = before
    if _good(faults):
        built.as_read |= rewriting.as_read
        built.warnings, built.uncited = faults | warnings, uncited
    else:
        rewriting.undo()
    return faults | warnings | uncited


def _become(document: Content, attributes: dict[str, Any]) -> None:
    # In place, because lists, menus and links hold this object.
    vars(document).clear()
    vars(document).update(attributes)


def _shown_elsewhere(attributes: dict[str, Any]) -> dict[str, Any]:
    metadata = {name: value for name, value in attributes["metadata"].items() if name not in WORDS}
    return {name: value for name, value in attributes.items() if name not in WORDS} | {"metadata": metadata}


def _cited(attributes: dict[str, Any]) -> set[str]:
    return {reference.key for reference in attributes.get("references", ())}


def _good(faults: Iterable[Fault]) -> bool:
    return all(fault.warning for fault in faults)
