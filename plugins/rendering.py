"""Write each page that looks as an earlier build rendered it, without rendering it again."""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican.plugins import signals
from pelican.utils import sanitised_join

from plugins.faults import LOG, FaultCollectingWriter
from plugins.models.processes import on_every_core
from plugins.models.published import WRITTEN, publish
from plugins.models.rendered import Asked, Made, Rendered
from plugins.models.seen import LOOKED_UP, ListeningContext, Unseen
from plugins.models.values import read

if TYPE_CHECKING:
    from pelican import Pelican
    from pelican.generators import Generator
    from pelican.writers import Writer


class RememberingWriter(FaultCollectingWriter):
    """Remembers of each page the names that its template looked up, and by what they held, how it was written.

    That is the page as the receivers of ``content_written`` leave it: what they do may depend on the page alone. Pages
    wait until all of them have been asked for; those that no build remembers are rendered on every core.
    """

    def __init__(self, output_path: str, settings: dict[str, Any]) -> None:
        super().__init__(output_path, settings=settings)
        self.waiting: list[Asked] = []

    def write_file(self, name: str, template: Any, context: Any, *args: Any, **kwargs: Any) -> None:
        """Called by Pelican for each page."""
        if not name or args or kwargs.get("relative_urls"):
            super().write_file(name, template, context, *args, **kwargs)
        else:
            self.waiting.append(Asked(name, template, context, kwargs, sanitised_join(self.output_path, name)))

    def write_waiting(self) -> None:
        """Write the pages that have been asked for."""
        rendered: Rendered = self.settings["RENDERED"]
        pages, self.waiting = self.waiting, []
        new = [page for page in pages if not self._write_again(page, rendered)]
        for page, sent in zip(new, on_every_core(self._render, new), strict=True):
            if sent:
                self._written_files.add(page.path)  # another process wrote it
            made = sent or self._render(page)
            if made:
                self._say(page, made.html)
                rendered.remember(page, made)

    def _write_again(self, page: Asked, rendered: Rendered) -> bool:
        """Write the page as an earlier build has; False where none has."""
        with suppress(Unseen):
            asked = rendered.memory.get(rendered.first(page))
            html = rendered.memory.get(rendered.key_for(read(asked), page)) if asked else None
            if html is not None:
                self._put(page, html)
                return True
        return False

    def _render(self, page: Asked) -> Made | None:
        """Write the page as its template has it; None where something is wrong with it, or it cannot be remembered."""
        before = {*self.settings["FAULTS"]}, {*LOG.faults}
        LOOKED_UP.append({})
        try:
            super().write_file(page.name, page.template, page.context, **page.more)
        finally:
            names = sorted(LOOKED_UP.pop())
        # A template that failed may have told nothing new, and has written nothing.
        path = Path(page.path)
        if path.is_file() and ({*self.settings["FAULTS"]}, {*LOG.faults}) == before:
            with suppress(Unseen):
                return Made(names, self.settings["RENDERED"].key_for(names, page), path.read_bytes())
        return None

    def _put(self, page: Asked, html: bytes) -> None:
        path = Path(page.path)
        path.parent.mkdir(parents=True, exist_ok=True)
        self._written_files.add(page.path)
        publish(path, html, self.settings)
        self._say(page, html)

    def _say(self, page: Asked, html: bytes) -> None:
        self.settings[WRITTEN][page.path] = sha256(html).digest()


def listen(generator: Generator) -> None:
    """Let templates be listened to, and keep what they all see before anything is read."""
    generator.env.context_class = ListeningContext
    generator.settings["FIXED"] = {**generator.context}


def begin(generators: list[Generator]) -> None:
    """Everything has been read."""
    context, settings = generators[0].context, generators[0].settings
    known = (*context["generated_content"].values(), *context["static_content"].values())
    settings[WRITTEN] = {}
    settings["RENDERED"] = Rendered(settings, settings["FIXED"], filter(None, known))


def write(generator: Generator, writer: Writer) -> None:
    """The last generator has asked for all of its pages; a save in the preview writes its page another way."""
    del generator
    if isinstance(writer, RememberingWriter):
        writer.write_waiting()


def writer(pelican: Pelican) -> type[RememberingWriter]:
    """Called by Pelican when everything has been read."""
    del pelican
    return RememberingWriter


def register() -> None:
    """Called by Pelican."""
    signals.generator_init.connect(listen)
    signals.all_generators_finalized.connect(begin)
    signals.get_writer.connect(writer)
    signals.page_writer_finalized.connect(write)  # articles have been asked for before pages
