"""Convert a page as Python-Markdown does, without looking for what cannot be there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.treeprocessors import InlineProcessor
from markdown.util import BLOCK_LEVEL_ELEMENTS, AtomicString

from plugins.models.block_parser import GuardedBlockParser
from plugins.models.steps import guard, with_triggers

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from pelican.settings import Settings

    from plugins.faults import Fault, Source

# Of each pattern, by the name it is registered under, what a text must hold for it to change anything: one of two.
TRIGGERS: dict[str, tuple[str, ...]] = {
    "backtick": ("`",),
    "escape": ("\\",),
    "footnote": ("[^",),
    "citations": ("[@",),
    "link": ("](",),
    "image_link": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
    "delimiter": ("=",),
}
REFERRING = ("reference", "image_reference", "short_reference", "short_image_ref")  # to links named below the text
INLINE = 20  # where Python-Markdown has its own processor


class GuardedInlineProcessor(InlineProcessor):
    """Leaves out each pattern that has nothing to find in a text.

    What is found is replaced by a placeholder that triggers none, so what a text does not hold never comes into it.
    """

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Called by Python-Markdown with the page's tree."""
        patterns = self.inlinePatterns
        tried = with_triggers(patterns, TRIGGERS | dict.fromkeys(REFERRING, ("]",)))
        never = set() if self.md.references else {patterns[name] for name in REFERRING}
        self.tried = [(index, *each) for index, each in enumerate(tried) if each[0] not in never]
        root: Element = super().run(tree, ancestors)
        return root

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        """In the place of Python-Markdown's own, which is private and has this name from without."""
        if not isinstance(data, AtomicString):
            for index, pattern, held, other in self.tried:
                start, matched = 0, index >= patternIndex and (held in data or other in data)
                while matched:
                    data, matched, start = self._InlineProcessor__applyPattern(pattern, data, index, start)
        return data


class PageMarkdown(Markdown):
    """A converter that knows which file it converts; extensions add what they find wrong to ``faults``."""

    source: Source
    kind: str
    faults: set[Fault]

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        super().__init__(**settings["MARKDOWN"])
        self.block_level_elements = frozenset(BLOCK_LEVEL_ELEMENTS)  # Markdown searches a list
        self.parser.settle()
        guard(self)

    def build_parser(self) -> Markdown:
        """Called by Markdown."""
        super().build_parser()
        self.parser.__class__ = GuardedBlockParser
        self.treeprocessors.register(GuardedInlineProcessor(self), "inline", INLINE)
        return self

    def read(self, source: Source, kind: str, body: str) -> str:
        """The words of a file as HTML."""
        self.source, self.kind, self.faults = source, kind, self.settings["FAULTS"]
        self.reset()
        # The sections of an article share a page, so the ids of their footnotes begin with the section's number.
        number = re.match(r"\d+", source.path.name)
        for extension in self.registeredExtensions:
            if isinstance(extension, FootnoteExtension):
                extension.unique_prefix = int(number[0]) if number else 0
        return str(self.convert(body))
