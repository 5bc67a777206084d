"""Hold together what each page tells machines: one graph, in which every reference leads somewhere."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from plugins.models.placeholder import is_placeholder
from tools.check.json_ld import told_by
from tools.check.site import attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.faults import Fault
    from tools.check.site import Site

TODO = "mend plugins/models/graph/"


def graph_is_whole(site: Site) -> Iterator[Fault]:
    """Each thing in JSON-LD is told once, every reference leads to one, and nothing is a placeholder."""
    for page in site.pages:
        nodes = [*told_by(page)]
        told = Counter(node["@id"] for node in nodes if "@type" in node and "@id" in node)
        for name, count in told.items():
            if count > 1:
                yield page.fault(f'JSON-LD tells of "{name}" {count} times', TODO, f'"{name}"')
        for node in nodes:
            if "@type" not in node and node.get("@id", "") not in told and "@graph" not in node:
                what = f'JSON-LD leads to "{node.get("@id", "")}", of which it does not tell'
                yield page.fault(what, TODO, f'"{node.get("@id", "")}"')
            for text in _texts(node):
                if is_placeholder(text) and not text.startswith(("https://", "http://")):
                    yield page.fault(f'JSON-LD says "{text}", which is yet to be confirmed', TODO, f'"{text}"')


def graph_tells_of_the_page(site: Site) -> Iterator[Fault]:
    """JSON-LD tells of one page, the one that it stands on, by its canonical address."""
    for page in site.pages:
        links = [attribute(link, "href") for link in page.document.query("link[rel=canonical]")]
        for node in told_by(page):
            if str(node.get("@type", "")).endswith("Page") and [node.get("@id"), node.get("url")] != links * 2:
                what = f'JSON-LD tells of the page "{node.get("@id", "")}", and this is another'
                yield page.fault(what, TODO, f'"{node["@type"]}"')


def _texts(node: dict[str, Any]) -> Iterator[str]:
    for value in node.values():
        yield from (each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str))
