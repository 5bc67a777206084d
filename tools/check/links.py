"""Ask other sites whether the pages that we name are still there."""

from __future__ import annotations

import re
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from plugins.models.placeholder import is_placeholder
from tools.check.web import DOI_RESOLVER, Manners, ask_host

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plugins.faults import Fault, Source
    from tools.check.web import Answer

ADDRESS = re.compile(r"https?://[^\s<>\"'`\])}{]+")
DOI = re.compile(r"^\s*doi\s*=\s*[{\"](10\.[^\"\s]+?)[}\"],?\s*$", re.MULTILINE)
NOT_FOR_US = re.compile(r"(^|\.)(example\.(com|org|net)|localhost)$|\.(example|test|invalid)$")  # RFC 2606
GONE = {404, 410}
AT_ONCE = 8


class Link(NamedTuple):
    """An address, and the place where it is written."""

    address: str
    source: Source
    at: int


def links_of(source: Source) -> Iterator[Link]:
    """Every address on another site, and every DOI, that a file names."""
    for match in ADDRESS.finditer(source.text):
        address = match[0].rstrip(".,;:!?*_=")
        address += ")" * (address.count("(") > address.count(")"))
        host = urlsplit(address).hostname or ""
        if not NOT_FOR_US.search(host) and not is_placeholder(address):
            yield Link(address, source, match.start())
    for match in DOI.finditer(source.text) if source.path.suffix == ".bib" else ():
        yield Link(f"{DOI_RESOLVER}{match[1]}", source, match.start(1))


def check_links(links: Iterable[Link], site: str, manners: Manners | None = None) -> list[Fault]:
    """A fault for each place that names a page which is gone, a warning for what has moved or cannot be told.

    Hosts are asked at the same time, the pages of one host one after the other. ``site`` is our own address, which
    every request names.
    """
    places: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        places[link.address.split("#")[0]].append(link)
    by_host: dict[str, list[str]] = defaultdict(list)
    for address in places:
        by_host[urlsplit(address).netloc].append(address)
    agent = f"Mozilla/5.0 (compatible; link check of {site})"
    with ThreadPoolExecutor(AT_ONCE) as pool:
        asked = pool.map(lambda addresses: list(ask_host(addresses, agent, manners or Manners())), by_host.values())
        answers = {address: answer for answered in asked for address, answer in answered}
    return sorted(
        fault for address, answer in answers.items() for link in places[address] for fault in _complaint(link, answer)
    )


def _complaint(link: Link, answer: Answer) -> Iterator[Fault]:
    address, source, at = link
    if answer.status in GONE:
        what = f'"{address}" is gone (the answer is {answer.status})'
        yield source.fault(what, "name the page that has taken its place, or remove the link", at)
    elif not 200 <= answer.status < 400:
        why = f"the answer is {answer.status}" if answer.status else f"no answer: {answer.trouble}"
        what = f'whether "{address}" is still there cannot be told ({why})'
        yield source.fault(what, "open it in a browser", at, warning=True)
    elif answer.moved_to:
        yield source.fault(
            f'"{address}" has moved for good', f"write {answer.moved_to} after a look at it", at, warning=True
        )
