"""Cut a page into blocks as Python-Markdown does, asking of each block only what it may be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from markdown.blockparser import BlockParser

from plugins.models.steps import with_triggers

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Of each kind of block, by the name it is registered under, what must stand in one: one of two; "" where any may do.
WITHIN_BLOCK: dict[str, tuple[str, ...]] = {
    "admonition": ("!!!", "    "),
    "empty": ("",),
    "defindent": ("    ",),
    "code": ("    ",),
    "table": ("|",),
    "hashheader": ("#",),
    "setextheader": ("\n=", "\n-"),
    "hr": ("",),
    "olist": (". ",),
    "ulist": ("",),
    "deflist": (": ",),
    "quote": (">",),
    "footnote": ("[^",),
    "abbr": ("*[",),
    "figures": ("![",),
    "reference": ("]:",),
}
# In each of them some line begins with no letter, so a block whose lines all begin with one is none of them.
PLAIN = re.compile(r"[^\W\d_].*(?:\n[^\W\d_].*)*")


class GuardedBlockParser(BlockParser):
    """Leaves out each kind of block that a text cannot be."""

    tried: list[tuple[Any, str, str]]
    tried_on_plain: list[tuple[Any, str, str]]

    def settle(self) -> None:
        """No more kinds are added from now on."""
        self.tried = with_triggers(self.blockprocessors, WITHIN_BLOCK)
        marked = {self.blockprocessors[name] for name in WITHIN_BLOCK if name in self.blockprocessors}
        self.tried_on_plain = [each for each in self.tried if each[0] not in marked]

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:  # noqa: N802
        """Called by Python-Markdown, in the place of its own."""
        while blocks:
            for kind, held, other in self.tried_on_plain if PLAIN.fullmatch(blocks[0]) else self.tried:
                block = blocks[0]
                may = (held in block or other in block) and kind.test(parent, block)
                if may and kind.run(parent, blocks) is not False:
                    break
