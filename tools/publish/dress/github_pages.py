"""Write what GitHub Pages can be told: pages that lead on, the domain, and to leave the site as it is."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from tools.addresses.built import INDEX
from tools.publish.dress.files import all_files, write

if TYPE_CHECKING:
    from pathlib import Path

    from tools.publish.site import Site

OWN_DOMAIN = ".github.io"
LARGEST = 1_000_000_000  # bytes; docs.github.com: 1 GB
# GitHub Pages sends no redirect, so a page leads on by itself: search engines take a refresh after 0 seconds for one.
STUB = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta http-equiv="refresh" content="0; url={url}">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width">
<link rel="canonical" href="{url}">
<title>This page has moved</title>
<p>This page has moved to <a href="{url}">{url}</a>.</p>
</html>
"""


def dress(folder: Path, site: Site) -> None:
    """A page for each redirect, .nojekyll, and CNAME where the site has a domain of its own, which no preview takes."""
    for old, new in site.redirects.items():
        is_file = old.endswith(".html")
        url = new if new.startswith("https://") else f"{site.url}{new}"
        write(folder / (old[1:] if is_file else f"{old.strip('/')}/{INDEX}"), STUB.format(url=escape(url)))
    write(folder / ".nojekyll", "")
    if not site.host.endswith(OWN_DOMAIN) and not site.preview:
        write(folder / "CNAME", f"{site.host}\n")


def limits(folder: Path, site: Site) -> list[str]:
    """What is too much for GitHub Pages."""
    told = []
    size = sum(path.stat().st_size for path in all_files(folder))
    if size > LARGEST:
        told.append(f"GitHub Pages takes a site of 1 GB, and this one has {size / 1e9:.1f}.")
    if site.root and not site.host.endswith(OWN_DOMAIN):
        told.append(f"GitHub Pages serves a domain of one's own from its root, and ours is at {site.root}/.")
    return told
