"""Cut a page into blocks as Python-Markdown does, asking of each block only what it may be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markdown.blockparser import BlockParser

from plugins.models.steps import with_triggers

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Of each kind of block, by the name it is registered under, what must stand in one: one of two.
WITHIN_BLOCK: dict[str, tuple[str, ...]] = {
    "admonition": ("!!!", "    "),
    "table": ("|",),
    "hashheader": ("#",),
    "setextheader": ("\n=", "\n-"),
    "deflist": (": ",),
    "quote": (">",),
    "footnote": ("[^",),
    "abbr": ("*[",),
    "figures": ("![",),
    "reference": ("]:",),
}


class GuardedBlockParser(BlockParser):
    """Leaves out each kind of block that a text cannot be."""

    tried: list[tuple[Any, str, str]]

    def settle(self) -> None:
        """No more kinds are added from now on."""
        self.tried = with_triggers(self.blockprocessors, WITHIN_BLOCK)

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:  # noqa: N802
        """Called by Python-Markdown, in the place of its own."""
        while blocks:
            for kind, held, other in self.tried:
                block = blocks[0]
                may = (held in block or other in block) and kind.test(parent, block)
                if may and kind.run(parent, blocks) is not False:
                    break
