"""Say in Markdown what a built page says."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING

from justhtml import JustHTML
from justhtml.dom import Element
from markdownify import ATX, MarkdownConverter

from plugins.models.absolute import absolute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag
    from justhtml import Node

# As on paper: what only a screen or a script makes sense of is left out.
LEFT_OUT = re.compile(r"<(nav|form|script|style|svg)\b.*?</\1>", re.DOTALL)  # none of them holds one of its own kind
CLASSES_LEFT_OUT = {"screen-only", "print-only"}
PARTS = {"preview-notice", "crisis-lines", "site-footer"}  # beside <main>
DESCRIPTION = re.compile(r'<meta name="description"[^>]* content="([^"]*)"')
CITED = re.compile(r"#ref-\d+$")
# What drawings leave behind.
GAPS = {re.compile(r"\n{3,}"): "\n\n", re.compile(r"(?<=\S)[ \xa0]{2,}(?=\S)"): " ", re.compile(r"(?m)^ (?=\S)"): ""}


class Converter(MarkdownConverter):
    """markdownify, with this site's ways: a citation is "[1, 2]", a placeholder is marked "==To be confirmed: …=="."""

    class Options:
        """Headings with signs; nothing escaped that no reader would take for markup."""

        heading_style = ATX
        bullets = "-"
        escape_misc = False
        escape_underscores = False

    def convert_sup(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """A citation, by its numbers in the list of sources."""
        del parent_tags
        return f" [{text}]" if el.find("a", href=CITED) else text

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """A link; the number of a source is none, for the list of sources is in the same text."""
        return text if CITED.search(str(el.get("href"))) else str(super().convert_a(el, text, parent_tags))  # type: ignore[misc]

    def convert_p(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """A paragraph; the title of a callout stands out."""
        title = "admonition-title" in (el.get("class") or ())
        return str(super().convert_p(el, f"**{text.strip()}**" if title else text, parent_tags))  # type: ignore[misc]

    def convert_mark(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """A placeholder, as editors write it."""
        del el, parent_tags
        return f"=={text}=="


@lru_cache(maxsize=32)  # what to do in a crisis, and the foot of the page, are the same on page after page
def _markdown(html: str) -> str:
    return str(Converter().convert(html)).strip()


def _left_out(element: Element) -> bool:
    attributes = element.attrs or {}
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or "#cite-" in (attributes.get("href") or "")
        or not CLASSES_LEFT_OUT.isdisjoint(_classes(element))
    )


def _classes(element: Element) -> list[str]:
    return ((element.attrs or {}).get("class") or "").split()


def _parts(parent: Node) -> Iterator[Element]:
    """What is told of the page, without what is left out of it. A selector for each would take longer than all else."""
    for element in [child for child in parent.children or () if isinstance(child, Element)]:
        if _left_out(element):
            parent.remove_child(element)
            continue
        within = [*_parts(element)]
        if element.name == "main" or not PARTS.isdisjoint(_classes(element)):
            yield element
        else:
            yield from within


def twin(html: str, address: str) -> str:
    """What the page at ``address``, with the source ``html``, says: its words and sources, and whom to call."""
    document = JustHTML(absolute(LEFT_OUT.sub("", html), address), sanitize=False)
    texts = [_markdown(part.to_html(pretty=False)) for part in _parts(document.root)]
    described = DESCRIPTION.search(html)
    about = unescape(described[1]) if described else ""
    text = "\n\n".join((f"> {about}\n>\n> This is the text of {address}", *texts))
    for gap, filled in GAPS.items():
        text = gap.sub(filled, text)
    return f"{text}\n"
