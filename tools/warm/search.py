"""Write the search index of a built site, taking only those pages apart that have changed."""

from __future__ import annotations

import tempfile
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple

from plugins import search
from plugins.models.search_parts import Part, parts_of
from tools.warm.files import put

if TYPE_CHECKING:
    from pelican.contents import Content

INDEX = f"{search.FOLDER}/*.json"  # in the built site
PLAIN = (str, int, type(None))


class Job(NamedTuple):
    """What plugins/search.py makes the index of, in a shape that another process can be sent."""

    settings: dict[str, Any]
    output: Path

    @classmethod
    def of(cls, settings: dict[str, Any], output: Path) -> Job:
        """The job that a build with these settings leaves."""
        own = {name: settings[name] for name in ("SYNONYMS", "SEARCH_PANEL")}
        return cls(own | {"SEARCH_PAGES": [_facts(page) for page in settings["SEARCH_PAGES"]]}, output)


class Index:
    """The parts of each page, kept for as long as the page stays the same."""

    def __init__(self) -> None:
        self.parts: dict[str, tuple[tuple[object, ...], list[Part]]] = {}

    def write(self, job: Job) -> None:
        """Write the index into the built site, and remove the last one's files.

        Raises FileNotFoundError where a page has been removed since the job was made.
        """
        files = search.index(job.settings, job.output, self._cut)
        pages = {page.address for page in job.settings["SEARCH_PAGES"]}
        self.parts = {address: kept for address, kept in self.parts.items() if address in pages}
        with tempfile.TemporaryDirectory(prefix=f".{job.output.name}-", dir=job.output.parent) as folder:
            fresh = Path(folder, search.FOLDER)
            fresh.mkdir()
            for name, text in files.items():
                (fresh / name).write_text(text, encoding="utf-8")
            put(Path(folder), job.output)
        for path in job.output.glob(INDEX):
            if path.name not in files:
                path.unlink()

    def _cut(self, html: str, address: str, *facts: Any) -> list[Part]:
        made_of = sha256(html.encode()).digest(), *facts
        known, parts = self.parts.get(address, ((), []))
        if known != made_of:
            parts = parts_of(html, address, *facts)
            self.parts[address] = made_of, parts
        return parts


def _facts(page: Content) -> SimpleNamespace:
    """The page's facts without its words."""
    plain = {name: value for name, value in vars(page).items() if isinstance(value, PLAIN) and name != "_content"}
    return SimpleNamespace(**plain, status=page.status, save_as=page.save_as, url=page.url)
