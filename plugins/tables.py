"""Let a table that is wider than a phone be scrolled by itself, with a finger and with the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

if TYPE_CHECKING:
    from markdown import Markdown

NARROW = 3  # columns that a phone shows side by side
AFTER_INLINE = 13


class TableProcessor(Treeprocessor):
    """A table of many columns is a region with a name, which the keyboard reaches."""

    def run(self, root: ET.Element) -> None:
        """Called by Python-Markdown with the page's tree."""
        if next(root.iter("table"), None) is None:
            return
        for parent in list(root.iter()):
            for place, table in enumerate(list(parent)):
                if table.tag == "table":
                    heads = list(table.iter("th"))
                    named = [head for head in heads if "".join(head.itertext()).strip()]
                    for head in heads:
                        # The empty corner of a table heads nothing.
                        head.tag = "th" if head in named else "td"
                    if len(heads) > NARROW:
                        parent[place] = _scrollable(table, ", ".join("".join(head.itertext()) for head in named))


def _scrollable(table: ET.Element, columns: str) -> ET.Element:
    about = {"class": "wide-table", "role": "region", "tabindex": "0", "aria-label": f"Table: {columns}"}
    region = ET.Element("div", about)
    region.tail, table.tail = table.tail, None
    region.append(table)
    return region


class Tables(Extension):
    """The extension that pelicanconf.py names."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Called by Python-Markdown."""
        md.treeprocessors.register(TableProcessor(md), "wide_tables", AFTER_INLINE)
