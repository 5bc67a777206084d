"""Name every page to search engines, with the day from which its words are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from pelican.plugins import signals

from plugins.listing import changed, listed_pages

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pelican import Pelican
    from pelican.contents import Content
    from pelican.generators import Generator

FILE, ROBOTS = "sitemap.xml", "robots.txt"
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(pages: Iterable[Content]) -> bytes:
    """The sitemap (https://www.sitemaps.org/protocol.html); a page that names no day has no ``lastmod``."""
    urls = ET.Element("urlset", xmlns=NAMESPACE)
    for page in pages:
        url = ET.SubElement(urls, "url")
        ET.SubElement(url, "loc").text = page.canonical
        day = changed(page)
        if day:
            ET.SubElement(url, "lastmod").text = day.isoformat()
    ET.indent(urls, "")
    return bytes(ET.tostring(urls, "utf-8", xml_declaration=True)) + b"\n"


def robots(site: str) -> str:
    """Everybody may read everything: what may not be listed says so itself, and must be read for that (RFC 9309)."""
    return f"User-agent: *\nAllow: /\n{f'Sitemap: {site}/{FILE}' if site else ''}".rstrip() + "\n"


def gather(generators: list[Generator]) -> None:
    """Keep the pages for the end of the build."""
    settings = generators[0].settings
    settings["LISTED"] = listed_pages(generators)


def write(pelican: Pelican) -> None:
    """Write both into the output of a production build; a preview has no sitemap."""
    settings, output = pelican.settings, Path(pelican.output_path)
    if not settings["PRODUCTION"]:
        return
    if settings["LISTED"]:
        (output / FILE).write_bytes(sitemap(settings["LISTED"]))
    (output / ROBOTS).write_text(robots(settings["SITEURL"] if settings["LISTED"] else ""), encoding="utf-8")


def register() -> None:
    """Called by Pelican."""
    signals.all_generators_finalized.connect(gather)
    signals.finalized.connect(write)
