"""Take the indentation of templates out of the pages that visitors load."""

from __future__ import annotations

import re
from pathlib import Path

from pelican.plugins import signals

LINE_BREAK = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)|\s*\n\s*|(?<=>) {2,}(?=<)", re.DOTALL)


def collapse(html: str) -> str:
    """``html`` with one line break for white space that holds one, or stands between tags, but where it shows."""
    return LINE_BREAK.sub(lambda match: match[1] or "\n", html)


def rewrite(path: str, context: object) -> None:
    """Called by Pelican for each page written."""
    del context
    page = Path(path)
    page.write_text(collapse(page.read_text(encoding="utf-8")), encoding="utf-8")


def register() -> None:
    """Called by Pelican."""
    signals.content_written.connect(rewrite)
