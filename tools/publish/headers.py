"""Say which headers go with each file of the site, whatever host serves it."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from tools.addresses.built import FEEDS, FINGERPRINTED, INDEX, address_of

if TYPE_CHECKING:
    from pathlib import Path

# Each page's own policy is in its <meta>, exact to its styles. Policies add up, so this one says what a <meta> cannot,
# and what is the same for all.
POLICY = "base-uri 'none'; frame-ancestors 'none'; frame-src 'none'; object-src 'none'"
ALWAYS = {
    "Strict-Transport-Security": "max-age=31536000",  # a year; not includeSubDomains: others may answer for those
    "X-Content-Type-Options": "nosniff",
    # Not no-referrer: form services answer 400 without one.
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": POLICY,
}
PREVIEW = {"X-Robots-Tag": "noindex"}
CACHE = "Cache-Control"
FOREVER = "public, max-age=31536000, immutable"  # seconds: a year, the longest that caches heed
HOUR = "public, max-age=3600"
ASK = "public, max-age=0, must-revalidate"  # the word of Netlify and Cloudflare for what no rule is about
KEPT = {FINGERPRINTED: FOREVER, re.compile(rf"/.+\.xml|{FEEDS}.+"): HOUR}  # of two that fit, the first
UTF_8 = "; charset=utf-8"
TYPES = {
    ".avif": "image/avif",
    ".css": f"text/css{UTF_8}",
    ".html": f"text/html{UTF_8}",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": f"text/javascript{UTF_8}",
    ".json": "application/json",
    ".md": f"text/markdown{UTF_8}",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": f"image/svg+xml{UTF_8}",
    ".txt": f"text/plain{UTF_8}",
    ".vcf": f"text/vcard{UTF_8}",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": f"application/xml{UTF_8}",
}


class Rule(NamedTuple):
    """Headers for the paths that fit ``pattern``: a path, or the beginning of paths with ``*`` at its end."""

    pattern: str
    headers: dict[str, str]

    def fits(self, path: str) -> bool:
        """Whether it is about this path."""
        return path.startswith(self.pattern[:-1]) if self.pattern.endswith("*") else path == self.pattern


def cache_of(path: str) -> str:
    """How long a copy of the file at this path may be used without asking."""
    return next((cache for pattern, cache in KEPT.items() if pattern.fullmatch(path)), ASK)


def content_type(path: str) -> str:
    """The media type of the file at this path, as it is sent; pages end in "/"."""
    name = f"{path}{INDEX}" if path.endswith("/") else path
    return TYPES.get(PurePosixPath(name).suffix, "application/octet-stream")


def on_everything(*, preview: bool = False) -> dict[str, str]:
    """What goes with every answer."""
    return ALWAYS | (PREVIEW if preview else {})


def headers_of(path: str, *, preview: bool = False) -> dict[str, str]:
    """What the site promises to send with this path, such as "/about/" or "/404.html", counted from the site's root."""
    return on_everything(preview=preview) | {CACHE: cache_of(path)}


def rules_for(folder: Path, *, preview: bool = False) -> list[Rule]:
    """The same for all files of a built folder, in as few rules as need be: the first is about every path.

    No two of the others are about one path, and files that no other is about are to be asked for anew (ASK). For
    hosts differ in what they make of two rules that name one header.
    """
    files = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    caches = {path: cache_of(path) for path in sorted(map(address_of, files))}
    below: dict[str, set[str]] = defaultdict(set)
    for path, cache in caches.items():
        for beginning in _beginnings(path):
            below[beginning].add(cache)
    patterns: dict[str, str] = {}
    for path, cache in caches.items():
        if cache != ASK:
            widest = next((beginning for beginning in _beginnings(path) if below[beginning] == {cache}), None)
            patterns[f"{widest}*" if widest else path] = cache
    everything = Rule("/*", on_everything(preview=preview))
    return [everything, *(Rule(pattern, {CACHE: cache}) for pattern, cache in patterns.items())]


def _beginnings(path: str) -> list[str]:
    """What a pattern for this path may begin with: its folder, and the name that the shards of one index share."""
    shard = re.match(r".*/[0-9a-f]{10}-", path)
    folder = path.rpartition("/")[0]
    return [f"{folder}/"] * bool(folder) + ([shard[0]] if shard else [])
