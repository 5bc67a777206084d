"""Know a placeholder from a fact."""

import re

PLACEHOLDER = re.compile(r"\bTo be (?:confirmed|named)\b|\bexample\.(?:com|org|net)\b|555\W?01\d\d\b")


def is_placeholder(text: str) -> bool:
    """Whether ``text`` only stands in for what the clinic has yet to say."""
    return PLACEHOLDER.search(text) is not None
