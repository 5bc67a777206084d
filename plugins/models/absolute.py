"""Make the addresses in a piece of HTML whole, for whoever reads it somewhere else."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urljoin

# An address, behind the name of its attribute; '="' first, for which a search leaps.
ADDRESS = re.compile(
    r'="(?:(?<=[ \t\r\n\f]href=")|(?<=[ \t\r\n\f]src=")|(?<=[ \t\r\n\f](srcset)="))([^"]*)(?="[^<>]*>)'
)
FROM_THE_ROOT = re.compile(r"/(?!/)|https?://\w")  # where such an address leads is the same on every page


def absolute(html: str, base: str) -> str:
    """``html`` with every address as seen from the page at ``base``: "/about/" becomes "https://…/about/"."""
    root = _joined(base, "/")

    def joined(address: str) -> str:
        return _joined(root if FROM_THE_ROOT.match(address) else base, address)

    def whole(found: re.Match[str]) -> str:
        # A srcset is a list: "a.avif 480w, b.avif 960w".
        return '="' + (", ".join(map(joined, found[2].split(", "))) if found[1] else joined(found[2]))

    return ADDRESS.sub(whole, html)


@lru_cache(10_000)
def _joined(base: str, address: str) -> str:
    return urljoin(base, address)
