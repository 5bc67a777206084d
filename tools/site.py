"""Read a built site as a browser does."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from justhtml import JustHTML, Node

from plugins.faults import Fault, Source

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.models.clinic import Clinic
    from plugins.models.form import ConsultationForm


def attribute(element: Node, name: str) -> str:
    """An attribute's value; "" where the element does not have it."""
    return (element.attrs or {}).get(name) or ""


class Built:
    """A page of the built site, parsed as a browser parses it."""

    def __init__(self, folder: Path, path: Path) -> None:
        self.source = Source.read(path)
        self.file = path.relative_to(folder).as_posix()
        self.address = "/" + self.file.removesuffix("index.html")

    @cached_property
    def document(self) -> JustHTML:
        """The parsed page."""
        return JustHTML(self.source.text, sanitize=False, collect_errors=True)

    @cached_property
    def ids(self) -> list[str]:
        """Every id, in order."""
        return [attribute(element, "id") for element in self.document.query("[id]")]

    def fault(self, what: str, todo: str, needle: str = "") -> Fault:
        """A fault at the first place where ``needle`` stands."""
        return self.source.fault(what, todo, self.source.find(needle))


class Site(NamedTuple):
    """A built site: its folder, its pages, the clinic and the form it was built for, the path that it lives under."""

    folder: Path
    pages: list[Built]
    clinic: Clinic
    form: ConsultationForm
    root: str

    @classmethod
    def read(cls, folder: Path, clinic: Clinic, form: ConsultationForm, root: str = "") -> Site:
        """Read the site in ``folder``. Raises ValueError where there is no page."""
        pages = [Built(folder, path) for path in sorted(folder.rglob("*.html"))]
        if not pages:
            raise ValueError(f"{folder} holds no page")
        return cls(folder, pages, clinic, form, root)
