"""Read a built site as a browser does."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from justhtml import JustHTML, Node

from plugins.faults import Fault, Source
from tools.check import origin

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.models.clinic import Clinic
    from plugins.models.form import ConsultationForm


def attribute(element: Node, name: str) -> str:
    """An attribute's value; "" where the element does not have it."""
    return (element.attrs or {}).get(name) or ""


class Built:
    """A page of the built site, parsed as a browser parses it; ``content`` holds the Markdown, where that is known."""

    def __init__(self, folder: Path, path: Path, content: Path | None = None) -> None:
        self.source = Source.read(path)
        self.file = path.relative_to(folder).as_posix()
        self.address = "/" + self.file.removesuffix("index.html")
        self.content = content

    @cached_property
    def document(self) -> JustHTML:
        """The parsed page."""
        return JustHTML(self.source.text, sanitize=False, collect_errors=True)

    @cached_property
    def ids(self) -> list[str]:
        """Every id, in order."""
        return [attribute(element, "id") for element in self.document.query("[id]")]

    @cached_property
    def words(self) -> str:
        """What people read on the page, on one line: no script is among it."""
        shown = self.document.query("body > :not(script)")
        return " ".join(word for part in shown for word in part.to_text().split())

    @cached_property
    def markdown(self) -> list[Source]:
        """The Markdown files that it was made from; none where they are not known."""
        return origin.markdown_of(self.address, self.content) if self.content else []

    @property
    def name(self) -> str:
        """What an editor calls this page: its Markdown file, else its own file."""
        return self.markdown[0].name if self.markdown else self.file

    def fault(self, what: str, todo: str, needle: str = "", *typed: str) -> Fault:
        """A fault where an editor typed one of ``typed``; else where ``needle`` first stands in the page."""
        return self.fault_at(origin.find(self.markdown, *typed), what, todo, needle)

    def fault_at(self, place: origin.Place | None, what: str, todo: str, needle: str = "") -> Fault:
        """A fault at a place in the Markdown; where that is not known, at ``needle`` in the page."""
        source, at = place or (self.source, self.source.find(needle))
        return source.fault(what, todo, at)


class Site(NamedTuple):
    """A built site: its folder, its pages, the clinic and the form it was built for, the path that it lives under."""

    folder: Path
    pages: list[Built]
    clinic: Clinic
    form: ConsultationForm
    root: str

    @classmethod
    def read(
        cls, folder: Path, clinic: Clinic, form: ConsultationForm, root: str = "", content: Path | None = None
    ) -> Site:
        """Read the site in ``folder``, made from the Markdown in ``content``. ValueError: there is no page."""
        pages = [Built(folder, path, content) for path in sorted(folder.rglob("*.html"))]
        if not pages:
            raise ValueError(f"{folder} holds no page")
        return cls(folder, pages, clinic, form, root)
