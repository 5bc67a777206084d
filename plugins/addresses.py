"""Give each page the address and the template that its path names, and let no two pages share an address."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from pelican.contents import Article, Page, Static
from pelican.plugins import signals

from plugins.contract import KINDS
from plugins.faults import Source
from plugins.models.slugs import slug
from plugins.models.texts import visible

if TYPE_CHECKING:
    from pelican import Pelican
    from pelican.contents import Content
    from pelican.generators import Generator

TEXTS = {".md", ".markdown", ".mdown", ".mkd", ".txt"}
NAME = re.compile(r"[a-z0-9-]+\.md")


def template_for(slug: str, templates: set[str]) -> str:
    """The template with a top page's own name, else its folder's name in the singular if that is a kind, else ``page``.

    A kind of page that has a contract must have its template: it shows what the contract asks for.
    """
    path = PurePosixPath(slug)
    own = path.name if path.name == slug else ""
    kind = path.parent.name.removesuffix("s")
    return own if own in templates else kind if kind in templates or kind in KINDS else "page"


def find_templates(pelican: Pelican) -> None:
    """Put the names of the theme's templates into ``settings["TEMPLATES"]``, once for each build."""
    templates = Path(pelican.settings["THEME"], "templates").glob("*.html")
    pelican.settings["TEMPLATES"] = {path.stem for path in templates}


def place(content: Content) -> None:
    """Set the template, the address on the site and the canonical address (Pelican's PATH_METADATA sets the slug).

    No page moves after that: Pelican need not compute its address again for every link to it.
    """
    if isinstance(content, Article | Page):
        content.template = template_for(content.slug, content.settings["TEMPLATES"])
        content.override_save_as = content.save_as
        content.override_url = url = content.url
        content.address = f"{content.get_siteurl()}/{url}"
        content.canonical = f"{content.settings['SITEURL']}/{url}"


def refuse_names(pelican: Pelican) -> None:
    """A text whose name makes no address, or that Pelican would not read at all, is a fault."""
    content = Path(pelican.settings["PATH"])
    for path in visible(content):
        if NAME.fullmatch(path.name) or path.suffix.lower() not in TEXTS:
            continue
        if path.relative_to(content).parts[0] != "articles":  # plugins/sections.py sees to those
            fitting = slug(path.name.split(".")[0]) or "page"
            what = f'"{path.name}" makes no address: lower-case letters, figures, hyphens and .md do'
            pelican.settings["FAULTS"].add(Source(path, "").fault(what, _renamed(path, f"{fitting}.md")))


def _renamed(path: Path, name: str) -> str:
    """What to do with a file that is to be called ``name``, where another one may have that name."""
    if name in {beside.name for beside in path.parent.iterdir()}:
        return f'"{name}" is there already, so put these words into it, or give this file another name'
    return f'name it "{name}"'


def pages_of(generators: list[Generator]) -> list[Content]:
    """Every article and page of the build."""
    found = generators[0].context["generated_content"].values()
    return [page for page in found if isinstance(page, Article | Page)]


def refuse_collisions(generators: list[Generator]) -> None:
    """Two files at one address, or a page whose template is missing, are faults."""
    context, settings = generators[0].context, generators[0].settings
    theme = Path(settings["THEME"])
    static = [path for path in (theme / "static").rglob("*") if path.is_file()]
    taken = {path.relative_to(theme / "static").as_posix(): Source(path, "").name for path in static}
    pages = pages_of(generators)
    for content in sorted((*pages, *context["staticfiles"]), key=lambda content: content.source_path):
        source = Source(Path(content.source_path), "")
        first = taken.setdefault(content.save_as, source.name)
        if content.save_as and first != source.name:
            settings["FAULTS"].add(
                source.fault(f"its address, /{content.url}, is that of {first} too", "rename or remove one of the two")
            )
        if not isinstance(content, Static) and content.template not in settings["TEMPLATES"]:
            settings["FAULTS"].add(
                source.fault(f'the theme has no template "{content.template}.html"', "add it to theme/templates/")
            )


def register() -> None:
    """Called by Pelican."""
    signals.get_generators.connect(find_templates)
    signals.get_generators.connect(refuse_names)
    signals.content_object_init.connect(place)
    signals.all_generators_finalized.connect(refuse_collisions)
