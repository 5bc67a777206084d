"""Say the end tags that go without saying: for readers who take a page apart a second time where one is missing."""

from __future__ import annotations

import re

# What ends a paragraph: the start tags in HTML 13.1.2.4, and the end tags of these and of whatever else holds one.
ENDS_PARAGRAPH = (
    r"(?:address|article|aside|blockquote|body|caption|d[dlt]|details|dialog|div|fieldset|fig(?:caption|ure)|footer"
    r"|form|h\d|header|hgroup|hr|html|li|main|menu|nav|[ou]l|p|pre|search|section|summary|t(?:able|body|[dhr]|foot|head))"
)
PARAGRAPH = re.compile(rf"<p\b[^<]*+(?:<(?!/?{ENDS_PARAGRAPH}\b)[^<]*+)*+(?!</p>)")
# An item ends where the next begins, and with its list. The first item of a list ends none.
NEXT, FIRST = re.compile(r"<(?=li\b|/[ou]l>)"), re.compile(r"(<[ou]l\b[^<>]*>\s*)</li>")


def closed(html: str) -> str:
    """``html`` with the end tag of every paragraph and of every item of a list."""
    paragraphs = PARAGRAPH.sub(lambda found: f"{found[0]}</p>", html)
    items = NEXT.sub("</li><", paragraphs.replace("</li>", ""))
    return FIRST.sub(r"\1", items)
