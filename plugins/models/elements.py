"""Find elements in built pages, from the start tag to the end tag."""

from __future__ import annotations


def whole(*names: str) -> str:
    """An expression for any of these elements with all that stands in it, where none holds one of its own kind.

    Its first group is the name, so it has to be the first group of what it is a part of.
    """
    return rf"<({'|'.join(names)})\b[^<]*(?:<(?!/\1>)[^<]*)*</\1>"
