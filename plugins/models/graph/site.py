"""Tell machines of the site, and name what is told of on its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin

from plugins.models.graph.node import Ref
from plugins.models.graph.vocabulary import EntryPoint, SearchAction, WebSite
from plugins.models.placeholder import is_placeholder

if TYPE_CHECKING:
    from plugins.models.clinic import Clinic

LANGUAGE = "en-US"


class Site(NamedTuple):
    """The site below ``url``, which ends in a slash."""

    url: str

    def id(self, kind: str, name: str = "") -> str:
        """The ``@id`` of a thing that is the same on every page."""
        return f"{self.url}#/schema/{kind}{f'/{name}' if name else ''}"

    @property
    def ref(self) -> Ref:
        """Leads to the site itself."""
        return Ref(self.id("WebSite"))

    def absolute(self, address: str) -> str:
        """A page's address on the site as one that holds anywhere."""
        return urljoin(self.url, address)


def told(fact: str) -> str:
    """``fact``, or "" while it only stands in for what the clinic has yet to say."""
    return "" if is_placeholder(fact) else fact


def website(clinic: Clinic, site: Site, publisher: Ref, search: str) -> WebSite:
    """The site; ``search`` is the address of the page that searches it, "" where the page at hand leaves that out."""
    target = EntryPoint(url_template=f"{site.absolute(search)}?q={{search_term_string}}")
    action = SearchAction(target=target, query_input="required name=search_term_string")
    return WebSite(
        id=site.ref.id,
        name=told(clinic.name),
        url=site.url,
        publisher=publisher,
        in_language=LANGUAGE,
        potential_action=action if search else None,
    )
