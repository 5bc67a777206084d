"""Write the search index of a built site, taking only those pages apart that have changed."""

from __future__ import annotations

import tempfile
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple

from plugins import search
from plugins.models.search_counts import groups_of
from tools.warm.files import put

if TYPE_CHECKING:
    from pelican.contents import Content

    from plugins.models.search_counts import Counted, Group
    from plugins.models.synonyms import Synonyms

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
        self.taken: dict[str, tuple[tuple[object, ...], Counted]] = {}

    def write(self, job: Job) -> None:
        """Write the index into the built site, and remove the last one's files.

        Raises FileNotFoundError where a page has been removed since the job was made.
        """
        written = search.written_pages(job.settings["SEARCH_PAGES"], job.output)
        synonyms: Synonyms = job.settings["SYNONYMS"]
        groups, wording = groups_of(synonyms.groups.values()), synonyms.model_dump_json()
        files = search.index(job.settings, [self._take(page, groups, wording) for page in written], groups)
        pages = {page.address for page in job.settings["SEARCH_PAGES"]}
        self.taken = {address: kept for address, kept in self.taken.items() if address in pages}
        with tempfile.TemporaryDirectory(prefix=f".{job.output.name}-", dir=job.output.parent) as folder:
            fresh = Path(folder, search.FOLDER)
            fresh.mkdir()
            for name, text in files.items():
                (fresh / name).write_text(text, encoding="utf-8")
            put(Path(folder), job.output)
        for path in job.output.glob(INDEX):
            if path.name not in files:
                path.unlink()

    def _take(self, page: search.Written, groups: list[Group], wording: str) -> Counted:
        """``groups`` are the synonyms, and ``wording`` says all of them."""
        made_of = sha256(page.html.encode()).digest(), *page[1:], wording
        kept = self.taken.get(page.address)
        if kept is None or kept[0] != made_of:
            kept = self.taken[page.address] = made_of, search.take_apart([page], groups)
        return kept[1]


def _facts(page: Content) -> SimpleNamespace:
    """The page's facts without its words."""
    plain = {name: value for name, value in vars(page).items() if isinstance(value, PLAIN) and name != "_content"}
    return SimpleNamespace(**plain, status=page.status, save_as=page.save_as, url=page.url)
