"""A small made-up site, dressed for a host as the real one is, and its next release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.conftest import write_files
from tools.publish.dress import FORMATS
from tools.publish.manifest import Manifest
from tools.publish.plan import Plan
from tools.publish.site import Site

if TYPE_CHECKING:
    from pathlib import Path

URL = "https://clinic.example"
PAGES = {
    "index.html": "<title>Home</title><script src=/scripts/search-0000000001.js></script>",
    "about/index.html": "<title>About us</title>",
    "old/index.html": "<title>Old</title>",
    "404.html": "<title>Not here</title>",
    "feeds/all.atom.xml": '<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://clinic.example/about/"/></feed>',
    "scripts/search-0000000001.js": "1;",
    "favicon.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
}
# The page "old" has gone, and leads to a new one; another script has another name.
NEXT = {name: text for name, text in PAGES.items() if not name.startswith(("old", "scripts"))} | {
    "index.html": "<title>Home, again</title><script src=/scripts/search-0000000002.js></script>",
    "new/index.html": "<title>New</title>",
    "scripts/search-0000000002.js": "2;",
}
MOVED = {"/old/": "/new/"}


def site_of(**known: object) -> Site:
    """Where the site is published, and what became of its past."""
    facts: dict[str, object] = {"url": URL, "redirects": {}, "gone": {}}
    return Site(**facts | known)  # type: ignore[arg-type]


def release(
    folder: Path, files: dict[str, str], form: str, site: Site, commit: str = "1", before: Manifest | None = None
) -> Plan:
    """Write ``files`` into ``folder``, dressed in the format ``form``; the plan to publish them over ``before``."""
    write_files(folder, files)
    after = Manifest.of(folder, site, commit * 40, form, sends_headers=FORMATS[form].sends_headers)
    after.write(folder)
    FORMATS[form].dress(folder, site)
    return Plan(before, after)


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
