"""Add to a built folder what one host reads of it, and say what that host cannot take.

Each module has ``dress(folder, site)``, which writes this host's files and nobody else's, and
``limits(folder, site)``, one sentence for each thing that is too much for it, asked of a dressed folder.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tools.publish.dress import caddy, cloudflare_pages, cloudfront, github_pages, netlify, nginx

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tools.publish.site import Site


class Format(NamedTuple):
    """One host's form of headers and redirects.

    ``sends_headers`` is whether the host sends the headers that tools/publish/headers.py promises; ``answers_gone``
    whether it answers 410; ``moves`` is the status of its redirects: 200 for a page that leads on by itself.
    """

    dress: Callable[[Path, Site], None]
    limits: Callable[[Path, Site], list[str]]
    sends_headers: bool = True
    answers_gone: bool = True
    moves: int = 301


FORMATS = {
    "caddy": Format(caddy.dress, caddy.limits),
    "cloudflare-pages": Format(cloudflare_pages.dress, cloudflare_pages.limits),
    "cloudfront": Format(cloudfront.dress, cloudfront.limits),
    "github-pages": Format(github_pages.dress, github_pages.limits, sends_headers=False, answers_gone=False, moves=200),
    "netlify": Format(netlify.dress, netlify.limits),
    "nginx": Format(nginx.dress, nginx.limits),
}
