"""Read data/glossary.toml for every build, and resolve ``glossary:`` links to what a term means."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from pelican.plugins import signals

from plugins.faults import did_you_mean
from plugins.models.glossary import Glossary, disorder
from plugins.models.toml import TomlSource, read_toml

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown
    from pelican import Pelican
    from pelican.generators import Generator

    from plugins.faults import Fault, Source

FILE, PAGE = "glossary.toml", "glossary.md"
SCHEME = "glossary:"
AFTER_INLINE = 14  # Python-Markdown's inline patterns run at 20


class GlossaryLinkProcessor(Treeprocessor):
    """``[cut off](glossary:dissociation)`` leads to the definition; with no words it shows the term."""

    def run(self, root: Element) -> None:
        """Called by Python-Markdown with the page's tree."""
        markdown: Any = self.md
        glossary: Glossary | None = markdown.settings["GLOSSARY"]
        source: Source = markdown.source
        seen: dict[str, int] = {}
        for element in root.iter("a"):
            href = element.get("href", "")
            if not href.startswith(SCHEME):
                continue
            nth = seen[href] = seen.get(href, -1) + 1
            term = glossary and glossary.by_id.get(href.removeprefix(SCHEME))
            if glossary and not term:
                otherwise = f"add the term to data/{FILE}"
                todo = did_you_mean(href.removeprefix(SCHEME), glossary.by_id, otherwise, written=f"{SCHEME}{{}}")
                at = source.find(f"({href})", nth) + 1
                markdown.faults.add(source.fault(f'there is no term "{href}" in data/{FILE}', todo, at))
            if not term:
                element.attrib.pop("href")  # told above, or data/glossary.toml is
                continue
            if not (element.text or len(element)):
                element.text = term.term
            element.set("href", f"{{filename}}/{PAGE}#{term.id}")


class GlossaryLinks(Extension):
    """The extension that pelicanconf.py names."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Called by Python-Markdown."""
        md.treeprocessors.register(GlossaryLinkProcessor(md), "glossary_links", AFTER_INLINE)


def read_glossary(data: Path, faults: set[Fault]) -> Glossary | None:
    """The glossary in the folder ``data``; None with every complaint added to ``faults`` where it cannot be read."""
    glossary = read_toml(data / FILE, Glossary, faults)
    if glossary:
        faults.update(disorder(glossary, TomlSource.read(data / FILE)))
    return glossary


def read(pelican: Pelican) -> None:
    """Set ``settings["GLOSSARY"]``, None where its file has faults."""
    settings = pelican.settings
    settings["GLOSSARY"] = read_glossary(Path(settings["DATA_PATH"]), settings["FAULTS"])


def hand_over(generator: Generator) -> None:
    """Give the templates ``terms``."""
    glossary = generator.settings["GLOSSARY"]
    generator.env.globals["terms"] = glossary.term if glossary else ()


def register() -> None:
    """Called by Pelican."""
    signals.get_generators.connect(read)
    signals.generator_init.connect(hand_over)
