"""Hold the feeds against the articles' pages."""

from __future__ import annotations

import json
from html import unescape
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree

from plugins.faults import Source
from plugins.feeds import JSON
from plugins.sitemap import FILE as SITEMAP
from tools.check.listings import days_in
from tools.check.sharing import BUILD, canonical, heading, meta, plain
from tools.check.site import attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.faults import Fault
    from tools.check.site import Built, Site

ATOM = "feeds/all.atom.xml"
IN_ATOM = "{http://www.w3.org/2005/Atom}"


class Entry(NamedTuple):
    """What a feed says of an article; a day is "2026-11-22"."""

    address: str
    title: str
    summary: str
    published: str
    changed: str
    content: str


def feeds_agree(site: Site) -> Iterator[Fault]:
    """Both feeds say of each article what its page says, whole, with whole addresses, and the sitemap the same day."""
    days = days_in(site.folder / SITEMAP)
    pages = {canonical(page): page for page in site.pages}
    for path, read in ((site.folder / ATOM, _atom), (site.folder / JSON, _json)):
        if not path.is_file():
            continue
        source = Source.read(path)
        for entry in read(source.text):
            page = pages.get(entry.address)
            for what in _differences(entry, page, days.get(entry.address)) if page else ("there is no such page",):
                yield source.fault(f"{entry.address}: {what}", BUILD, source.find(entry.address))


def _differences(entry: Entry, page: Built, day: str | None) -> Iterator[str]:
    if plain(entry.title) != heading(page):
        yield f'its title is "{entry.title}", and the page says "{heading(page)}"'
    if entry.summary != meta(page, "description"):
        yield f'its summary is "{entry.summary}", and not the page\'s description'
    if entry.published not in {attribute(time, "datetime") for time in page.document.query("header time")}:
        yield f"it is of {entry.published}, and the page shows no such day"
    if day is not None and day != entry.changed:
        yield f"it changed on {entry.changed}, and the sitemap says {day or 'nothing'}"
    for part in page.document.query(".section h2[id], .section h3[id]"):
        if f'id="{attribute(part, "id")}"' not in entry.content:
            yield f'it lacks "{part.to_text().strip()}"'
    if '="/' in entry.content:
        yield "an address in it is not whole"


def _atom(text: str) -> Iterator[Entry]:
    for entry in ElementTree.fromstring(text).iter(f"{IN_ATOM}entry"):  # noqa: S314  ours
        link = entry.find(f"{IN_ATOM}link")
        texts = [
            entry.findtext(f"{IN_ATOM}{tag}", "") for tag in ("title", "summary", "published", "updated", "content")
        ]
        title, summary, published, updated, content = texts
        yield Entry(
            "" if link is None else link.get("href", ""),
            title,
            unescape(summary),
            published[:10],
            updated[:10],
            content,
        )


def _json(text: str) -> Iterator[Entry]:
    for item in json.loads(text)["items"]:
        published = item["date_published"]
        days = published[:10], item.get("date_modified", published)[:10]
        yield Entry(item["url"], item["title"], item["summary"], *days, item["content_html"])
