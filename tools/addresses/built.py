"""Tell which of a built site's files are addresses that people keep, and which are only fetched by pages."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# Other bytes come under another name: plugins/scripts.py and, in models/, rendition.py, card.py and search_shards.py
# name them so.
FINGERPRINTED = re.compile(
    r"/(?:scripts|images)/.+-[0-9a-f]{10}(?:-\d+)?\.\w+|/cards/[0-9a-f]{10}\.png|/search/[0-9a-f]{10}-\d+(?:-text)?\.json"
)
KEPT = {".html", ".ics", ".pdf", ".vcf", ".xml"}
FEEDS = "/feeds/"
NOT_FOUND = "/404.html"
DRAFTS = "/drafts/"
INDEX = "index.html"


def address_of(path: str) -> str:
    """Where a file of the output, such as "about/index.html", is found below the site's root: "/about/"."""
    address = f"/{path}"
    return address.removesuffix(INDEX) if address.endswith(f"/{INDEX}") else address


def is_kept(path: str) -> bool:
    """Whether a file of the output is an address that is there to stay: a page, a feed, a contact card; no draft."""
    address = address_of(path)
    kept = PurePosixPath(path).suffix in KEPT or address.startswith(FEEDS)
    return kept and address != NOT_FOUND and not address.startswith(DRAFTS)


def addresses_of(folder: Path) -> set[str]:
    """The addresses in a built folder that are there to stay."""
    files = (path.relative_to(folder).as_posix() for path in folder.rglob("*"))
    return {address_of(name) for name in files if is_kept(name)}
