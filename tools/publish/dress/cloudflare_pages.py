"""Write _headers, _redirects and functions for Cloudflare Pages."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from plugins.faults import ROOT
from tools.publish.dress.files import (
    all_files,
    beside,
    headers_file,
    moves,
    needs_a_domain,
    redirects_file,
    write,
)
from tools.publish.headers import rules_for

if TYPE_CHECKING:
    from pathlib import Path

    from tools.publish.site import Site

FORM = "cloudflare-pages"  # its name in data/form-providers.toml
FUNCTIONS = ROOT / "tools" / "hosts" / "cloudflare_pages" / "functions"
# These are the limits of the parser in wrangler and of Pages itself.
MOST_HEADERS, MOST_REDIRECTS, LONGEST_LINE = 100, 2_000, 2_000
MOST_FILES, LARGEST_FILE = 20_000, 25 * 1024 * 1024
GONE = """// _redirects knows no 410, so this answers for an address that is gone for good.
export async function onRequest({ request, env }) {
  const page = await env.ASSETS.fetch(new URL("/404", request.url));
  return new Response(page.body, { status: 410, headers: page.headers });
}
"""


def dress(folder: Path, site: Site) -> None:
    """Cloudflare takes functions from the folder in which its client is started: that is the one beside this."""
    lines = {old: (new, 301) for old, new in moves(site).items()}
    write(folder / "_headers", headers_file(rules_for(folder, preview=site.preview)))
    if lines:
        write(folder / "_redirects", redirects_file(lines))
    functions = beside(folder) / "functions"
    if site.form == FORM:
        shutil.copytree(FUNCTIONS, functions, dirs_exist_ok=True)
    for old in site.gone:
        write(functions / f"{old.strip('/')}.js", GONE)


def limits(folder: Path, site: Site) -> list[str]:
    """What is too much for Cloudflare Pages."""
    told = needs_a_domain(site, "Cloudflare Pages")
    rules = len(rules_for(folder))
    if rules > MOST_HEADERS:
        told.append(f"Cloudflare Pages takes {MOST_HEADERS} rules for headers, and the site needs {rules}.")
    if len(moves(site)) > MOST_REDIRECTS:
        what = f"data/addresses.toml makes {len(moves(site))}"
        told.append(f"Cloudflare Pages takes {MOST_REDIRECTS} redirects, and {what} (with and without a last slash).")
    files = all_files(folder)
    if len(files) > MOST_FILES:
        told.append(f"Cloudflare Pages takes {MOST_FILES} files, and the site has {len(files)}.")
    for path in files:
        name = path.relative_to(folder).as_posix()
        if path.stat().st_size > LARGEST_FILE:
            told.append(f"Cloudflare Pages takes files of 25 MiB, and {name} is larger.")
        if name in {"_headers", "_redirects"}:
            longest = max(map(len, path.read_text(encoding="utf-8").splitlines()), default=0)
            if longest > LONGEST_LINE:
                told.append(f"Cloudflare Pages reads {LONGEST_LINE} characters of a line, and {name} has {longest}.")
    return told
