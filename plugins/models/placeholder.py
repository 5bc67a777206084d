"""Know a placeholder from a fact."""

import re

PLACEHOLDER = re.compile(r"\bTo be (?:confirmed|named)\b|\bexample\.(?:com|org|net)\b|555\W?01\d\d\b")


def is_placeholder(text: str) -> bool:
    """Whether ``text`` only stands in for what the clinic has yet to say."""
    return PLACEHOLDER.search(text) is not None


def placeholders_in(data: object) -> list[str]:
    """The places in dictionaries and lists that hold a placeholder, by name: ``locations.0.telephone``."""
    return [name for name, text in _leaves(data) if is_placeholder(text)]


def _leaves(data: object, name: str = "") -> list[tuple[str, str]]:
    if isinstance(data, str):
        return [(name, data)]
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [leaf for key, value in pairs for leaf in _leaves(value, f"{name}.{key}".lstrip("."))]
