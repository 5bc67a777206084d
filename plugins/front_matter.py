"""Read Markdown files whose front matter is YAML 1.2 between ``---`` fences."""

from __future__ import annotations

import datetime
import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from pelican.plugins import signals
from pelican.readers import BaseReader

from plugins import facts
from plugins.contract import KINDS, FrontMatter, kind_of
from plugins.faults import BuildRefused, Fault, Source
from plugins.models.converter import PageMarkdown
from plugins.models.typography import typeset
from plugins.models.validation import Place, validate
from plugins.models.yaml import Fields, read_fields

if TYPE_CHECKING:
    from pelican.contents import Content
    from pelican.settings import Settings

    from plugins.models.review import Terms

FENCE = re.compile(r"\s*---[ \t]*\n")
END = re.compile(r"^(?:---|\.\.\.)[ \t]*$\n?", re.MULTILINE)
APOSTROPHE_AFTER_TAG = re.compile(r"'(?<=>')(?=s\b)")


def cut(source: Source, faults: set[Fault]) -> tuple[Fields | None, str]:
    """The fields of a file and the words below them; None, with a fault, where the fields cannot be read."""
    fence = FENCE.match(source.text)
    end = END.search(source.text, fence.end()) if fence else None
    if fence and end:
        return read_fields(source, fence.end(), end.start(), faults), source.text[end.end() :]
    if fence:
        todo = 'write a line "---" below its last field'
        faults.add(source.fault("the front matter that begins here has no end", todo, source.text.index("---")))
    else:
        todo = 'begin it with "---", "Title: …" and "---"'
        faults.add(source.fault("this file does not begin with front matter", todo))
    return None, ""


def held(kind: str, fields: Fields, source: Source, terms: Terms | None, faults: set[Fault]) -> FrontMatter | None:
    """The fields as the contract of this kind of page has them; None with every complaint added to ``faults``.

    Without ``terms``, neither who reviewed the page nor when that is due again is looked at.
    """

    def locate(place: Place) -> int:
        return fields.places.get(str(place[0]).lower(), 0) if place else 0

    return validate(KINDS[kind], fields.values, source, faults, locate, "{}: …", terms)


class FrontMatterReader(BaseReader):
    """The one reader of text; files of other kinds are copied."""

    enabled = True
    file_extensions = ("md",)

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self.idle: list[PageMarkdown] = []  # one that fails half-way through a text never comes back

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return the page's HTML and its metadata, typeset; whatever is wrong goes into ``settings["FAULTS"]``."""
        html, metadata = self._convert(source_path)
        for name in {"title", "summary"} & metadata.keys():
            metadata[name] = self._typeset(metadata[name])
        return self._typeset(html), metadata

    def _typeset(self, html: str) -> str:
        return typeset(html, self.settings["TYPOGRIFY_IGNORE_TAGS"], self.settings["TYPOGRIFY_OMIT_FILTERS"])

    def _convert(self, source_path: str) -> tuple[str, dict[str, Any]]:
        path = Path(source_path)
        name = path.relative_to(self.settings["PATH"]).as_posix()
        kind = kind_of(name)
        try:
            source = Source.read(path)
        except BuildRefused as refused:
            self.settings["FAULTS"].update(refused.faults)
            return "", {**_stand_in(kind, path), "kind": kind}
        faults: set[Fault] = self.settings["FAULTS"]
        fields, body = cut(source, faults)
        contract = held(kind, fields, source, self.settings["REVIEW_TERMS"], faults) if fields else None
        metadata = self._metadata(contract) if contract else _stand_in(kind, path)
        if name in self.settings["NOTICES_OFF"]:
            metadata["status"] = "skip"  # Pelican's word for what is no part of the site
        faults.update(facts.typed_telephones(source))
        markdown = self.idle.pop() if self.idle else PageMarkdown(self.settings)
        html = APOSTROPHE_AFTER_TAG.sub("&#8217;", markdown.read(source, kind, body))
        self.idle.append(markdown)
        return html, {**metadata, "kind": kind}

    def _metadata(self, contract: FrontMatter) -> dict[str, Any]:
        metadata = {
            name: value
            for name, value in contract.model_dump().items()
            if value is not None or name not in {"date", "modified"}
        }
        for name in {"date", "modified"} & metadata.keys():
            metadata[name] = datetime.datetime.combine(metadata[name], datetime.time())
        title = metadata["title"]
        metadata |= {
            "plain_title": title,
            "title": escape(title, quote=False),
            "menu_title": metadata.get("menu_title") or title,
        }
        if "description" in metadata:
            metadata["summary"] = escape(metadata["description"])
        return metadata


def _stand_in(kind: str, path: Path) -> dict[str, Any]:
    """What lets Pelican read on, and the other faults be found, when a page's own front matter is refused."""
    return {
        **KINDS[kind].model_construct(title=path.stem).model_dump(exclude={"modified"}),
        "plain_title": path.stem,
        "menu_title": path.stem,
        "description": "",
        "date": datetime.datetime(1970, 1, 1),
        "reviewed": None,
    }


def mark_up_title(content: Content) -> None:
    """A title is HTML by now, by way of typogrify: templates print it as such."""
    if hasattr(content, "title"):
        content.title = Markup(content.title)  # noqa: S704


def register() -> None:
    """Called by Pelican."""
    signals.content_object_init.connect(mark_up_title)
