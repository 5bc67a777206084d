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
AS_WRITTEN, STAND_IN = re.compile(whole(*KEPT)), re.compile("\0>")
BETWEEN_TAGS = re.compile(r">  +<")
# Elements that no style sheet here sets into a line of text: a line break beside them shows nothing.
BLOCK = (
    r"</?(?:address|article|aside|blockquote|body|d[dlt]|div|figure|footer|h\d|head|header|html|li|link|main|meta|nav|ol"
    r"|p|section|style|title|ul)\b[^<>]*>"
)
A_BLOCK, BEFORE_BLOCK = re.compile(BLOCK), re.compile(rf"\n(?={BLOCK})")
AFTER_TAG = re.compile(r">\n")  # to begin at line breaks, which few tags have behind them, takes a third of the time
# What follows ends these elements anyway (HTML 13.1.2.4).
ENDS = re.compile(
    r"</(?:li>(?=<li|</[ou]l>)"
    r"|p>(?=<(?:address|article|aside|div|dl|figure|footer|h\d|header|nav|ol|p|section|table|ul)\b"
    r"|</(?:article|aside|blockquote|dd|div|footer|header|li|main|nav|section)>))"
)


def collapse(html: str) -> str:
    """``html`` with one line break for white space that holds one, or stands between tags, and only where it shows."""
    kept: list[str] = []

    def set_aside(found: re.Match[str]) -> str:
        name = f"<{found[1]}"
        kept.append(found[0].removeprefix(name))
        return f"{name}\0>"

    lines = map(str.strip, AS_WRITTEN.sub(set_aside, html).split("\n"))
    text = BETWEEN_TAGS.sub(">\n<", "\n".join(filter(None, lines)))
    text = ENDS.sub("", _without_breaks_after_blocks(BEFORE_BLOCK.sub("", text)))
    rest = iter(kept)
    return STAND_IN.sub(lambda _: next(rest), text)


def _without_breaks_after_blocks(html: str) -> str:
    def beside(found: re.Match[str]) -> str:
        end = found.start() + 1
        return ">" if A_BLOCK.fullmatch(html, html.rfind("<", 0, end), end) else found[0]

    return AFTER_TAG.sub(beside, html)


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
