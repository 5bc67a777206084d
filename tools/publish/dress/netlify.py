"""Write _headers and _redirects for Netlify."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tools.addresses.built import NOT_FOUND
from tools.publish.dress.files import all_files, headers_file, needs_a_domain, redirects_file, write
from tools.publish.headers import rules_for

if TYPE_CHECKING:
    from pathlib import Path

    from tools.publish.site import Site

MOST_REDIRECTS = 10_000  # docs.netlify.com: more make a site slow
MOST_FILES = 54_000  # in one folder, docs.netlify.com


def dress(folder: Path, site: Site) -> None:
    """Netlify takes "/old" and "/old/" for one address, and sends the page named behind a 410 with that status."""
    rules = rules_for(folder, preview=site.preview)
    moved = {old: (new, 301) for old, new in site.redirects.items()}
    gone = dict.fromkeys(site.gone, (NOT_FOUND, 410))
    write(folder / "_headers", headers_file(rules))
    if moved or gone:
        write(folder / "_redirects", redirects_file(moved | gone))


def limits(folder: Path, site: Site) -> list[str]:
    """What is too much for Netlify."""
    told = needs_a_domain(site, "Netlify")
    if (lines := len(site.redirects) + len(site.gone)) > MOST_REDIRECTS:
        told.append(f"Netlify becomes slow above {MOST_REDIRECTS} redirects, and data/addresses.toml has {lines}.")
    for path, files in Counter(path.parent for path in all_files(folder)).items():
        if files > MOST_FILES:
            name = path.relative_to(folder).as_posix() if path != folder else "the outermost"
            told.append(f"Netlify takes {MOST_FILES} files in a folder, and {name} has {files}.")
    return told
