"""Fetch every file of a live site once, for all promises to be held against."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from tools.addresses.built import NOT_FOUND, address_of
from tools.publish.dress import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tools.publish.live import Answer, Live
    from tools.publish.manifest import Manifest

AT_ONCE = 8


class Visit:
    """A live site and its manifest; every file is asked for at most once."""

    def __init__(self, live: Live, manifest: Manifest) -> None:
        self.live = live
        self.manifest = manifest
        self.format = FORMATS[manifest.format]

    @cached_property
    def answers(self) -> dict[str, Answer]:
        """What the site answers for each file of the manifest; hosts have an address of their own for their 404."""
        paths = [path for path in self.manifest.files if f"/{path}" != NOT_FOUND]
        return dict(zip(paths, self.ask_all(map(address_of, paths)), strict=True))

    def ask_all(self, addresses: Iterable[str]) -> list[Answer]:
        """Ask for all these addresses, some at a time; answers in their order."""
        with ThreadPoolExecutor(AT_ONCE) as pool:
            return list(pool.map(self.live.ask, addresses))

    def leads_to(self, address: str, answer: Answer) -> str:
        """Where a redirect leads: an address of this site such as "/about/", else a whole address; "" for nowhere."""
        if answer.status not in {301, 302, 303, 307, 308} or "location" not in answer.headers:
            return ""
        whole = urljoin(address if "://" in address else self.live.url + address, answer.headers["location"])
        for site in (self.live.url, self.manifest.site):
            if whole.startswith(f"{site}/"):
                return whole.removeprefix(site)
        return whole

    @property
    def host(self) -> str:
        """The host that was asked."""
        return urlsplit(self.live.url).netloc
