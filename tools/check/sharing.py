"""Hold what a page says to whoever shares it, or keeps it on a home screen, against what it shows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PIL import Image

from plugins.faults import Source
from plugins.icons import MANIFEST
from tools.check.site import attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.faults import Fault
    from tools.check.site import Built, Site

SHOW = "let the template print it"
BUILD = "build the site again"
TYPED = str.maketrans(
    {"\u201c": '"', "\u201d": '"', "\u2018": "'", "\u2019": "'", "\u2013": "--", "\u2014": "--", "\u2026": "..."}
)
SIZE = ("1200", "630")  # pixels


def meta(page: Built, name: str) -> str:
    """What a page says in a ``<meta>`` of this name or property; "" for nothing."""
    element = page.document.query_one(f'meta[property="{name}"], meta[name="{name}"]')
    return attribute(element, "content") if element else ""


def canonical(page: Built) -> str:
    """The whole address by which a page wants to be known; "" for none."""
    link = page.document.query_one('link[rel="canonical"]')
    return attribute(link, "href") if link else ""


def plain(text: str) -> str:
    """A text on one line as it is typed, before typogrify has set its quotation marks and dashes."""
    return " ".join(text.translate(TYPED).replace("---", "--").split())


def heading(page: Built) -> str:
    """A page's h1, as it is typed."""
    found = page.document.query_one("h1")
    return plain(found.to_text()) if found else ""


def shared_as_shown(site: Site) -> Iterator[Fault]:
    """What Open Graph says of a page is what it shows: its title, its address, the clinic's name, a card."""
    for page in site.pages:
        if not canonical(page):
            continue
        said = {
            "og:title": heading(page),
            "og:url": f"{site.clinic.url.rstrip('/')}{page.address}",
            "og:site_name": site.clinic.name,
            "og:image:alt": heading(page),
            "twitter:card": "summary_large_image",
        }
        for name, shown in said.items():
            if plain(meta(page, name)) != plain(shown):
                yield page.fault(f'{name} is "{meta(page, name)}", and the page says "{shown}"', SHOW, f'"{name}"')
        yield from _card(site, page)


def _card(site: Site, page: Built) -> Iterator[Fault]:
    address = meta(page, "og:image")
    path = site.folder / address.removeprefix(f"{site.clinic.url.rstrip('/')}/")
    if not address or not path.is_file():
        yield page.fault(f'its card, "{address}", is not there', BUILD, '"og:image"')
        return
    told = (meta(page, "og:image:width"), meta(page, "og:image:height"))
    with Image.open(path) as card:
        is_ = tuple(map(str, card.size))
    if not is_ == told == SIZE:
        what = (
            f"its card is {' x '.join(is_)} pixels, the page says {' x '.join(told)}, and {' x '.join(SIZE)} are wanted"
        )
        yield page.fault(what, BUILD, '"og:image')


def manifest_agrees(site: Site) -> Iterator[Fault]:
    """The manifest has the clinic's name and tagline, and its icons are there in the size that it says."""
    path = site.folder / MANIFEST
    if not path.is_file():
        return
    source = Source.read(path)
    told = json.loads(source.text)
    for name, fact in {"name": site.clinic.name, "description": site.clinic.tagline}.items():
        if told[name] != fact:
            yield source.fault(f'{name} is "{told[name]}", and the facts say "{fact}"', BUILD, source.find(f'"{name}"'))
    for icon in told["icons"]:
        at = source.find(icon["src"])
        file = site.folder / icon["src"].removeprefix(f"{site.root}/")
        if not file.is_file():
            yield source.fault(f'the icon "{icon["src"]}" is not there', BUILD, at)
            continue
        with Image.open(file) as drawn:
            size = "x".join(map(str, drawn.size))
        if size != icon["sizes"]:
            yield source.fault(f'the icon "{icon["src"]}" is {size}, not {icon["sizes"]}', BUILD, at)
