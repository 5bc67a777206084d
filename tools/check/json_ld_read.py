"""Hold what a page tells machines (JSON-LD) against what people read on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tools.check.json_ld import told_by
from tools.check.site import attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.faults import Fault
    from tools.check.site import Built, Site

NAMES = ("name", "headline", "legalName", "legalStatus")
DATES = {"datePublished": "time", "dateModified": "time", "lastReviewed": ".review-note time"}
TODO = "let both come from one fact"
# What typography makes of typed signs.
TYPED = str.maketrans("\u2018\u2019\u201c\u201d\u2013\u2014\xa0", "''\"\"-- ")
Pairs = list[tuple[str, str]]  # an address and a name, "" where there is none


def json_ld_is_read(site: Site) -> Iterator[Fault]:
    """People read on the page what its JSON-LD says: names and dates."""
    for page in site.pages:
        nodes = [*told_by(page)]
        text = _plain(page.words)
        for node in nodes:
            for name in NAMES:
                if name in node and _plain(node[name]) not in text:
                    yield _unread(page, name, node[name])
            for name, query in DATES.items():
                days = {attribute(time, "datetime") for time in page.document.query(query)}
                if name in node and node[name] not in days:
                    yield _unread(page, name, node[name])


def json_ld_lists_agree(site: Site) -> Iterator[Fault]:
    """Trail, sections and sources in JSON-LD are those that people read, in the same order, and none is missing."""
    for page in site.pages:
        for node in told_by(page):
            for name, told, shown in _lists(page, node):
                if told != shown:
                    odd = next((each for each in told + shown if each not in told or each not in shown), ("", "order"))
                    what = f'JSON-LD and people do not read the same {name}: "{odd[1] or odd[0]}"'
                    yield page.fault(what, TODO, f'"{name}"')


def _lists(page: Built, node: dict[str, Any]) -> Iterator[tuple[str, Pairs, Pairs]]:
    """The lists in one thing: what they are called, what JSON-LD has and what people see."""
    root = re.match(r"\w+://[^/]*|", str(node.get("url", "")))
    origin = root[0] if root else ""
    if "breadcrumb" in node:
        steps = node["breadcrumb"]["itemListElement"]
        trail = [
            (origin + attribute(link, "href"), _plain(link.to_text())) for link in page.document.query(".breadcrumbs a")
        ]
        here = [("", _plain(heading.to_text())) for heading in page.document.query("h1")]
        yield "breadcrumb", [(step.get("item", ""), _plain(step["name"])) for step in steps], trail + here
    if "hasPart" in node:
        told = [(part["@id"].partition("#")[2], _plain(part["name"])) for part in node["hasPart"]]
        yield (
            "hasPart",
            told,
            [(attribute(h2, "id"), _plain(h2.to_text())) for h2 in page.document.query(".section > h2")],
        )
    if str(node.get("@type", "")).endswith("Page"):
        told = [(work.get("@id", ""), _plain(work.get("name", ""))) for work in node.get("citation", [])]
        yield "citation", told, [*_sources(page, [name for _, name in told])]


def _sources(page: Built, names: list[str]) -> Iterator[tuple[str, str]]:
    """The sources that a page lists, each by its address, and by its name in JSON-LD if that is what people read."""
    for number, item in enumerate(page.document.query(".references li")):
        links = [attribute(link, "href") for link in item.query("a") if attribute(link, "href").startswith("http")]
        text, name = _plain(item.to_text()), names[number] if number < len(names) else ""
        yield links[0] if links else "", name if name in text else text


def _unread(page: Built, name: str, value: str) -> Fault:
    return page.fault(f'JSON-LD says {name} "{value}", which nobody reads on this page', TODO, f'"{name}":')


def _plain(text: Any) -> str:
    """Text on one line, in small letters, with the signs that a keyboard has."""
    return " ".join(str(text).translate(TYPED).casefold().split())
