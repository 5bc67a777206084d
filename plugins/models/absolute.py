"""Make the addresses in a piece of HTML whole, for whoever reads it somewhere else."""

from __future__ import annotations

import re
from urllib.parse import urljoin

TAG = re.compile(r"<[a-z][^>]*>")
ADDRESS = re.compile(r'(?<=\s)(href|src|srcset)="([^"]*)"')


def absolute(html: str, base: str) -> str:
    """``html`` with every address as seen from the page at ``base``: "/about/" becomes "https://…/about/"."""

    def whole(found: re.Match[str]) -> str:
        # A srcset is a list: "a.avif 480w, b.avif 960w".
        parts = found[2].split(", ") if found[1] == "srcset" else [found[2]]
        return f'{found[1]}="{", ".join(urljoin(base, part) for part in parts)}"'

    return TAG.sub(lambda tag: ADDRESS.sub(whole, tag[0]), html)
