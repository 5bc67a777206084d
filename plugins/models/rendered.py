"""Say by a key what a page's template sees, so that a page that would look the same is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from jinja2.utils import missing

from plugins.models.memory import key_of
from plugins.models.remembered import key_in
from plugins.models.seen import Digests
from plugins.models.values import written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pelican.contents import Content

GROWING = {"generated_content", "static_content", "static_links", "staticfiles"}  # the same objects all along


class Rendered:
    """What all templates of a build see, and the key that it all has."""

    def __init__(self, settings: dict[str, Any], fixed: dict[str, Any], documents: Iterable[Content]) -> None:
        self.memory, self.fixed, self.digests = settings["MEMORY"], fixed, Digests()
        self.last: dict[str, tuple[Any, bytes]] = {}  # of each name, what it held last, and the digest of that
        # Any page's words may link to any other.
        addresses = sorted((str(each.source_path), str(each.url)) for each in documents)
        self.key = key_in(settings, "page", self.digests.of([settings["STYLES"], addresses]))

    def first(self, page: Asked) -> bytes:
        """The key of the names that the page's template asks for."""
        return key_of(self.key, page.template.name, str(page.name))

    def key_for(self, names: Iterable[str], page: Asked) -> bytes:
        """The key of a page whose template asks for these names; raises Unseen where it has none."""
        given = page.given
        return key_of(self.first(page), *(self._digest(name, given) for name in names))

    def remember(self, page: Asked, made: Made) -> None:
        """Keep what was made of a page for the next build."""
        self.memory.put(self.first(page), written(made.names))
        self.memory.put(made.key, made.html)

    def _digest(self, name: str, given: dict[str, Any]) -> bytes:
        value = given.get(name, missing)
        # What stood there before anything was read is made of what the machinery's word already says.
        if name not in GROWING and name in self.fixed and self.fixed[name] is value:
            return name.encode()
        last, digest = self.last.get(name, (None, b""))
        if last is not value or digest == b"":  # menus and lists are the same for page after page
            digest = key_of(name, self.digests.of(value))
            self.last[name] = value, digest
        return digest


class Asked(NamedTuple):
    """A page that a generator wants written: the arguments of ``write_file``, and where the page lies."""

    name: str
    template: Any
    context: dict[str, Any]
    more: dict[str, Any]
    path: str

    @property
    def given(self) -> dict[str, Any]:
        """What its template sees."""
        return {**self.context, **self.more, "output_file": self.name}


class Made(NamedTuple):
    """A page as it was written, the names that its template looked up, and the key of what these held."""

    names: list[str]
    key: bytes
    html: bytes
