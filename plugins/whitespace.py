"""Take out of pages what shows nothing: the indentation of templates, and end tags that go without saying."""

from __future__ import annotations

import re
from pathlib import Path

from pelican.plugins import signals

AS_WRITTEN = r"(<(pre|textarea|script|style)\b.*?</\2>)"  # where white space shows, or is not HTML's
LINE_BREAK = re.compile(rf"{AS_WRITTEN}|\s*\n\s*|(?<=>) {{2,}}(?=<)", re.DOTALL)
# Elements that no style sheet here sets into a line of text: a line break beside them shows nothing.
BLOCK = (
    r"</?(?:address|article|aside|blockquote|body|d[dlt]|div|figure|footer|h\d|head|header|html|li|link|main|meta|nav|ol"
    r"|p|section|style|title|ul)\b[^<>]*>"
)
# What follows ends these elements anyway (HTML 13.1.2.4).
ENDS = re.compile(
    r"</li>(?=<li|</[ou]l>)"
    r"|</p>(?=<(?:address|article|aside|div|dl|figure|footer|h\d|header|nav|ol|p|section|table|ul)\b"
    r"|</(?:article|aside|blockquote|dd|div|footer|header|li|main|nav|section)>)"
)
BESIDE_BLOCK = re.compile(rf"{AS_WRITTEN}|\n?({BLOCK})\n?", re.DOTALL)


def collapse(html: str) -> str:
    """``html`` with one line break for white space that holds one, or stands between tags, and only where it shows."""
    lines = LINE_BREAK.sub(lambda match: match[1] or "\n", html)
    return ENDS.sub("", BESIDE_BLOCK.sub(lambda match: match[1] or match[3], lines))


def rewrite(path: str, context: object) -> None:
    """Called by Pelican for each page written."""
    del context
    page = Path(path)
    page.write_text(collapse(page.read_text(encoding="utf-8")), encoding="utf-8")


def register() -> None:
    """Called by Pelican."""
    signals.content_written.connect(rewrite)
