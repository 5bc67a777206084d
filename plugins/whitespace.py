"""Take out of pages what shows nothing: the indentation of templates, and end tags that go without saying."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from jinja2 import Template
from pelican.plugins import signals

from plugins.models.elements import whole

if TYPE_CHECKING:
    from pelican.generators import Generator

KEPT = "pre", "textarea", "script", "style"  # where white space shows, or is not HTML's
AS_WRITTEN, STAND_IN = re.compile(whole(*KEPT)), re.compile(f"<(?:{'|'.join(KEPT)})\0>")
BETWEEN_TAGS = re.compile(r">  +<")
# Elements that no style sheet here sets into a line of text: a line break beside them shows nothing.
BLOCK = (
    r"</?(?:address|article|aside|blockquote|body|d[dlt]|div|figure|footer|h\d|head|header|html|li|link|main|meta|nav|ol"
    r"|p|section|style|title|ul)\b[^<>]*>"
)
BEFORE_BLOCK, AFTER_BLOCK = re.compile(rf"\n(?={BLOCK})"), re.compile(rf"({BLOCK})\n")
# What follows ends these elements anyway (HTML 13.1.2.4).
ENDS = re.compile(
    r"</(?:li>(?=<li|</[ou]l>)"
    r"|p>(?=<(?:address|article|aside|div|dl|figure|footer|h\d|header|nav|ol|p|section|table|ul)\b"
    r"|</(?:article|aside|blockquote|dd|div|footer|header|li|main|nav|section)>))"
)


def collapse(html: str) -> str:
    """``html`` with one line break for white space that holds one, or stands between tags, and only where it shows."""
    written = AS_WRITTEN.finditer(html)
    lines = map(str.strip, AS_WRITTEN.sub("<\\1\0>", html).split("\n"))
    text = BETWEEN_TAGS.sub(">\n<", "\n".join(filter(None, lines)))
    text = ENDS.sub("", AFTER_BLOCK.sub(r"\1", BEFORE_BLOCK.sub("", text)))
    return STAND_IN.sub(lambda _: next(written)[0], text)


class Collapsing(Template):
    """A template whose pages are collapsed before they are written."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        """Called by Pelican for each page, and by plugins/cards.py for drawings, which stay as they are."""
        text = super().render(*args, **kwargs)
        return collapse(text) if str(self.name).endswith(".html") else text


def collapse_pages(generator: Generator) -> None:
    """Let the generator's pages be collapsed."""
    generator.env.template_class = Collapsing


def register() -> None:
    """Called by Pelican."""
    signals.generator_init.connect(collapse_pages)
