"""Make the addresses in a piece of HTML whole, for whoever reads it somewhere else."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urljoin

ADDRESS = re.compile(r'([ \t\r\n\f](href|src|srcset)=")([^"]*)(?="[^<>]*>)')
FROM_THE_ROOT = re.compile(r"/(?!/)|https?://\w")  # where such an address leads is the same on every page


def absolute(html: str, base: str) -> str:
    """``html`` with every address as seen from the page at ``base``: "/about/" becomes "https://…/about/"."""
    root = _joined(base, "/")

    def whole(found: re.Match[str]) -> str:
        # A srcset is a list: "a.avif 480w, b.avif 960w".
        parts = found[3].split(", ") if found[2] == "srcset" else [found[3]]
        return found[1] + ", ".join(_joined(root if FROM_THE_ROOT.match(part) else base, part) for part in parts)

    return ADDRESS.sub(whole, html)


@lru_cache(10_000)
def _joined(base: str, address: str) -> str:
    return urljoin(base, address)
