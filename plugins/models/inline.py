"""Read what stands in a line as Python-Markdown does, without looking for what cannot be there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Of each pattern, by the name it is registered under, what a text must hold for it to change anything.
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


class GuardedInlineProcessor(InlineProcessor):
    """Leaves out each pattern that has nothing to find in a text.

    What is found is replaced by a placeholder that triggers none, so what a text does not hold never comes into it.
    """

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Called by Python-Markdown with the page's tree."""
        triggers = TRIGGERS | dict.fromkeys(REFERRING, ("]",) if self.md.references else ())
        known = {self.inlinePatterns[name]: held for name, held in triggers.items() if name in self.inlinePatterns}
        self.tried = [(pattern, known.get(pattern, ("",))) for pattern in self.inlinePatterns]
        root: Element = super().run(tree, ancestors)
        return root

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        """In the place of Python-Markdown's own."""
        if not isinstance(data, AtomicString):
            for index, (pattern, triggers) in enumerate(self.tried[patternIndex:], patternIndex):
                start, matched = 0, any(map(data.__contains__, triggers))
                while matched:
                    data, matched, start = self._InlineProcessor__applyPattern(pattern, data, index, start)
        return data
