"""Make a figure with a caption of a picture that stands alone and has a title: ``![alt](/images/x.jpg "Caption")``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

if TYPE_CHECKING:
    from markdown import Markdown

ALONE = re.compile(
    r"""\s*(?P<picture>!\[(?:[^\[\]]|\[[^\]]*\])*\]\([^\s()]+)\s+"""
    r"""(?P<quote>["'])(?P<caption>(?:(?!(?P=quote)\s*\)).)*)(?P=quote)\s*\)\s*""",
    re.DOTALL,
)
BEFORE_PARAGRAPHS = 15  # Python-Markdown gives them 10, and lists more
AFTER_INLINE = 16


class FigureProcessor(BlockProcessor):
    """The caption is read as Markdown: it can hold a source, a link or a placeholder."""

    def test(self, parent: ET.Element, block: str) -> bool:
        """Called by Python-Markdown with each paragraph."""
        return ALONE.fullmatch(block) is not None

    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        """Called by Python-Markdown where the test was passed."""
        alone = ALONE.fullmatch(blocks.pop(0))
        assert alone is not None
        figure = ET.SubElement(parent, "figure", {"class": "figure"})
        figure.text = f"{alone['picture']})"
        ET.SubElement(figure, "figcaption", {"class": "figure__caption"}).text = alone["caption"].strip()


class LeftTitleProcessor(Treeprocessor):
    """A title anywhere else would only be seen under a mouse."""

    def run(self, root: ET.Element) -> None:
        """Called by Python-Markdown with the page's tree."""
        markdown: Any = self.md
        seen: dict[str, int] = {}
        for image in root.iter("img"):
            address = image.get("src", "")
            seen[address] = seen.get(address, -1) + 1
            if "title" in image.attrib:
                what = f'the picture "{address}" has a caption and does not stand alone'
                at = markdown.source.find(f"]({address}", seen[address]) + 2
                markdown.faults.add(markdown.source.fault(what, "leave an empty line above and below it", at))


class Figures(Extension):
    """The extension that pelicanconf.py names."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Called by Python-Markdown."""
        md.parser.blockprocessors.register(FigureProcessor(md.parser), "figures", BEFORE_PARAGRAPHS)
        md.treeprocessors.register(LeftTitleProcessor(md), "left_titles", AFTER_INLINE)
