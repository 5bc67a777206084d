"""Make of words a part of an address."""

from __future__ import annotations

import re

NEITHER = re.compile(r"[^a-z0-9]+")


def slug(words: str) -> str:
    """Small Latin letters and figures, with a hyphen for whatever else stands between them."""
    return NEITHER.sub("-", words.lower()).strip("-")
