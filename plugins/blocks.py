"""Show the theme's components where an editor names them in Markdown: ``/// name | argument``, text, ``///``."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup
from pelican.plugins import signals
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from plugins.evidence import ungraded
from plugins.faults import fault_of
from plugins.models.blocks import BLOCKS, Given
from plugins.models.fences import READ_AS, Fences

if TYPE_CHECKING:
    from jinja2 import Environment, Template
    from markdown import Markdown
    from pelican.generators import Generator
    from pymdownx.blocks import BlocksProcessor

    from plugins.models.fences import Opening

MARK, ROW = "data-block", "data-row"
BEFORE_ALL = 100  # Python-Markdown's first preprocessor has 30
AFTER_ALL = -1  # and its last treeprocessor 0


class FencePreprocessor(Preprocessor):
    """Notes each block of the page and what is wrong with it, before Markdown reads the page."""

    fences: Fences

    def run(self, lines: list[str]) -> list[str]:
        """Called by Python-Markdown with the page's lines."""
        markdown: Any = self.md
        self.fences = Fences({name: kind.shape for name, kind in BLOCKS.items()}, markdown.source, markdown.faults)
        return self.fences.read(lines)


class ComponentBlock(Block):
    """Keeps a component's place in the tree, with what stands in the block, until all Markdown has been read."""

    NAME = READ_AS
    ARGUMENT = True

    def on_markdown(self) -> str:
        """Its text is Markdown like any other."""
        return "block"

    def on_create(self, parent: ET.Element) -> ET.Element:
        """Called by pymdownx."""
        element = ET.SubElement(parent, "div", {MARK: self.argument})
        for parts in _openings(self.md)[int(self.argument)].rows:
            row = ET.SubElement(element, "div", {ROW: ""})
            for part in parts:
                ET.SubElement(row, "p").text = part
        return element


class ComponentProcessor(Treeprocessor):
    """Puts each component in its place, the inner ones first."""

    def run(self, root: ET.Element) -> None:
        """Called by Python-Markdown with the page's tree."""
        markdown: Any = self.md
        openings = _openings(markdown)
        missed = {opening.number: opening for opening in openings}
        for element in reversed([place for place in root.iter("div") if MARK in place.attrib]):
            opening = missed.pop(int(element.attrib[MARK]))
            stored, tail = markdown.htmlStash.store(self._shown(opening, element)), element.tail
            element.clear()
            element.tag, element.text, element.tail = "p", stored, tail
        for opening in missed.values():
            what = f'the block "{opening.name}" stands too far to the right to be read'
            markdown.faults.add(markdown.source.fault(what, 'begin its lines at the left, "///" first', opening.at))

    def _shown(self, opening: Opening, element: ET.Element) -> str:
        """The component as HTML; nothing where a fault is in its way."""
        markdown: Any = self.md
        settings, kind = markdown.settings, BLOCKS[opening.name]
        if not opening.sound or not settings["CLINIC_LINKS"]:
            return ""  # the faults of the block, or of the clinic's facts, are told
        if kind.macro == "evidence" and opening.argument not in settings["EVIDENCE"]:
            if settings["EVIDENCE_READ"]:
                at = markdown.source.text.index(opening.argument, opening.at + len(opening.name))
                markdown.faults.add(ungraded(opening.argument, settings, markdown.source, at))
            return ""
        rows = [row for row in element if ROW in row.attrib]
        html = [[_inner(markdown, part) for part in row] for row in rows]
        for row in rows:
            element.remove(row)
        given = Given(settings, opening.argument, html, _inner(markdown, element))
        try:
            call = _call(settings["COMPONENTS"], kind.macro)
            return str(call.render(arguments=kind.arguments(given))).strip()
        except Exception as error:
            markdown.faults.add(fault_of(error))
            return ""


class Blocks(BlocksExtension):
    """The extension that pelicanconf.py names."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802
        """Called by pymdownx."""
        block_mgr.register(ComponentBlock, {})
        stock = block_mgr.test
        # Where no block is open, one can only begin.
        block_mgr.test = lambda parent, block: (block_mgr.stack or "///" in block) and stock(parent, block)
        md.preprocessors.register(FencePreprocessor(md), READ_AS, BEFORE_ALL)
        md.treeprocessors.register(ComponentProcessor(md), READ_AS, AFTER_ALL)


def _openings(md: Any) -> list[Opening]:
    preprocessor: FencePreprocessor = md.preprocessors[READ_AS]
    return preprocessor.fences.openings


@lru_cache(maxsize=len(BLOCKS))
def _call(env: Environment, macro: str) -> Template:
    """Shows a component; as a template, because Jinja then says in which line of the theme it fails."""
    return env.from_string(f"{{{{ {macro}(**arguments) }}}}")


def _inner(md: Any, element: ET.Element) -> Markup:
    """What stands in ``element``, as HTML."""
    html = md.serializer(element)
    return Markup(html[html.index(">") + 1 : html.rindex("</")].strip())  # noqa: S704


def hand_over(generator: Generator) -> None:
    """Let Markdown call the theme's components: those of any generator, for all of them have the same."""
    generator.settings["COMPONENTS"] = generator.env


def register() -> None:
    """Called by Pelican."""
    signals.generator_init.connect(hand_over)
