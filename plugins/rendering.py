"""Write each page that looks as an earlier build rendered it, without rendering it again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2.utils import missing
from pelican.plugins import signals
from pelican.utils import sanitised_join

from plugins.faults import LOG, FaultCollectingWriter
from plugins.models.memory import key_of
from plugins.models.remembered import key_in
from plugins.models.seen import LOOKED_UP, Digests, ListeningContext, Unseen
from plugins.models.values import read, written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pelican import Pelican
    from pelican.contents import Content
    from pelican.generators import Generator

GROWING = {"generated_content", "static_content", "static_links", "staticfiles"}  # the same objects all along


class Rendered:
    """What all templates of a build see, and the key that it all has."""

    def __init__(self, settings: dict[str, Any], fixed: dict[str, Any], documents: Iterable[Content]) -> None:
        self.memory, self.fixed, self.digests = settings["MEMORY"], fixed, Digests()
        self.last: dict[str, tuple[Any, bytes]] = {}  # of each name, what it held last, and the digest of that
        # Any page's words may link to any other.
        addresses = sorted((str(each.source_path), str(each.url)) for each in documents)
        self.key = key_in(settings, "page", self.digests.of([settings["STYLES"], addresses]))

    def key_for(self, names: Iterable[str], first: bytes, given: dict[str, Any]) -> bytes:
        """The key of a page whose template asks for these names; raises Unseen where it has none."""
        return key_of(first, *(self._digest(name, given) for name in names))

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


class RememberingWriter(FaultCollectingWriter):
    """Remembers of each page the names that its template looked up, and by what they held, how it was written.

    That is the page as the receivers of ``content_written`` leave it: what they do may depend on the page alone.
    """

    def write_file(self, name: str, template: Any, context: Any, *args: Any, **kwargs: Any) -> None:
        """Called by Pelican for each page."""
        rendered: Rendered = self.settings["RENDERED"]
        if not name or args or kwargs.get("relative_urls"):
            super().write_file(name, template, context, *args, **kwargs)
            return
        given = {**context, **kwargs, "output_file": name}
        first = key_of(rendered.key, template.name, str(name))
        path = Path(sanitised_join(self.output_path, name))
        asked = rendered.memory.get(first)
        try:
            kept = rendered.memory.get(rendered.key_for(read(asked), first, given)) if asked else None
            if kept is None:
                self._write_and_remember(path, rendered, first, given, (name, template, context), kwargs)
                return
        except Unseen:
            super().write_file(name, template, context, **kwargs)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        with self._open_w(path, "utf-8", override=kwargs.get("override_output", False)) as file:
            file.write(kept.decode())

    def _write_and_remember(
        self, path: Path, rendered: Rendered, first: bytes, given: dict[str, Any], page: Any, kwargs: dict[str, Any]
    ) -> None:
        before = {*self.settings["FAULTS"]}, {*LOG.faults}
        LOOKED_UP.append({})
        try:
            super().write_file(*page, **kwargs)
        finally:
            names = sorted(LOOKED_UP.pop())
        # A template that failed may have told nothing new, and has written nothing.
        if path.is_file() and ({*self.settings["FAULTS"]}, {*LOG.faults}) == before:
            key = rendered.key_for(names, first, given)
            rendered.memory.put(first, written(names))
            rendered.memory.put(key, path.read_bytes())


def listen(generator: Generator) -> None:
    """Let templates be listened to, and keep what they all see before anything is read."""
    generator.env.context_class = ListeningContext
    generator.settings["FIXED"] = {**generator.context}


def begin(generators: list[Generator]) -> None:
    """Everything has been read."""
    context, settings = generators[0].context, generators[0].settings
    known = (*context["generated_content"].values(), *context["static_content"].values())
    settings["RENDERED"] = Rendered(settings, settings["FIXED"], filter(None, known))


def writer(pelican: Pelican) -> type[RememberingWriter]:
    """Called by Pelican when everything has been read."""
    del pelican
    return RememberingWriter


def register() -> None:
    """Called by Pelican."""
    signals.generator_init.connect(listen)
    signals.all_generators_finalized.connect(begin)
    signals.get_writer.connect(writer)
