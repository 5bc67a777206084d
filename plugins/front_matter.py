"""Read Markdown files whose front matter is YAML 1.2 between ``---`` fences."""

from __future__ import annotations

import datetime
import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markupsafe import Markup
from pelican.plugins import signals
from pelican.readers import BaseReader
from ruamel.yaml import YAML
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.reader import ReaderError

from plugins import facts
from plugins.contract import KINDS, kind_of
from plugins.faults import BuildRefused, Fault, Source
from plugins.models.validation import Place, validate

if TYPE_CHECKING:
    from pelican.contents import Content
    from pelican.readers import Readers
    from pelican.settings import Settings

FENCED = re.compile(r"---[ \t]*\n(?P<fields>.*?)^---[ \t]*$\n?(?P<body>.*)", re.DOTALL | re.MULTILINE)
DATE = re.compile(r"\d{4}-\d\d?-\d\d?")
APOSTROPHE_AFTER_TAG = re.compile(r"(?<=>)'(?=s\b)")


class PageMarkdown(Markdown):
    """A converter that knows which file it converts; extensions add what they find wrong to ``faults``."""

    def __init__(self, source: Source, kind: str, settings: Settings) -> None:
        self.source = source
        self.kind = kind
        self.settings = settings
        self.faults: set[Fault] = settings["FAULTS"]
        super().__init__(**settings["MARKDOWN"])
        # The sections of an article share a page, so the ids of their footnotes begin with the section's number.
        number = re.match(r"\d+", source.path.name)
        for extension in self.registeredExtensions:
            if isinstance(extension, FootnoteExtension):
                extension.unique_prefix = int(number[0]) if number else 0


class FrontMatterReader(BaseReader):
    """The one reader of text; files of other kinds are copied."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return the page's HTML and its metadata; whatever is wrong goes into ``settings["FAULTS"]``."""
        path = Path(source_path)
        kind = kind_of(path.relative_to(self.settings["PATH"]).as_posix())
        try:
            source = Source.read(path)
        except BuildRefused as refused:
            self.settings["FAULTS"].update(refused.faults)
            return "", {**_stand_in(kind, path), "kind": kind, "headings": []}
        fenced = FENCED.match(source.text)
        if not fenced:
            self._add(
                source.fault("this file does not begin with front matter", 'begin it with "---", "Title: …" and "---"')
            )
        fields = self._fields(source, fenced["fields"]) if fenced else None
        metadata = self._metadata(kind, fields, source) if fields is not None else _stand_in(kind, path)
        self.settings["FAULTS"].update(facts.typed_telephones(source))
        markdown = PageMarkdown(source, kind, self.settings)
        html = APOSTROPHE_AFTER_TAG.sub("&#8217;", markdown.convert(fenced["body"] if fenced else ""))
        return html, {**metadata, "kind": kind, "headings": getattr(markdown, "toc_tokens", [])}

    def _fields(self, source: Source, text: str) -> dict[str, Any] | None:
        """The front matter as YAML has it; None where it cannot be read."""
        at = source.text.index(text) if text else 0
        try:
            fields = YAML().load(text) or {}
        except MarkedYAMLError as error:
            left_open = any(name in str(error.context) for name in ("quoted scalar", "flow"))
            mark = error.context_mark if left_open else error.problem_mark
            lines = text.splitlines(keepends=True)
            offset = at + len("".join(lines[: mark.line])) + mark.column if mark else at
            self._add(source.fault(*_in_plain_words(error), offset))
            return None
        except ValueError:
            offset = at + next((date.start() for date in DATE.finditer(text) if not _in_calendar(date[0])), 0)
            self._add(source.fault("there is no such day", "write a date such as 2026-03-31", offset))
            return None
        except ReaderError as error:
            self._add(source.fault("a character stands here that cannot be shown", "remove it", at + error.position))
            return None
        if isinstance(fields, dict):
            return fields
        self._add(
            source.fault("the front matter has no fields", 'write one on each line, such as "Title: Our location"', at)
        )
        return None

    def _metadata(self, kind: str, fields: dict[str, Any], source: Source) -> dict[str, Any]:
        def locate(place: Place) -> int:
            found = re.search(rf"^{re.escape(str(place[0]))}\s*:", source.text, re.MULTILINE) if place else None
            return found.start() if found else 0

        contract = validate(KINDS[kind], dict(fields), source, self.settings["FAULTS"], locate, "{}: …")
        if contract is None:
            return _stand_in(kind, source.path)
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

    def _add(self, fault: Fault) -> None:
        self.settings["FAULTS"].add(fault)


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


def _in_calendar(date: str) -> bool:
    try:
        datetime.datetime.strptime(date, "%Y-%m-%d")
    except ValueError:
        return False
    return True


def _in_plain_words(error: MarkedYAMLError) -> tuple[str, str]:
    problem = str(error.problem or "")
    if isinstance(error, DuplicateKeyError):
        name = re.search(r'key "([^"]*)"', problem)
        return f'the field "{name[1] if name else "?"}" is written twice', "keep one of the two"
    if r"'\t'" in problem or "tab" in problem:
        return "a tab stands here", "use spaces"
    if "mapping values are not allowed" in problem:
        return "a second colon stands on this line", 'put the whole value in double quotes: Title: "One: two"'
    if "quoted scalar" in str(error.context):
        return "a quotation mark is opened here and never closed", "close it, or remove it"
    if "flow" in str(error.context):
        return "a bracket is opened here and never closed", "close it, or put the whole value in double quotes"
    return (
        "this line is not a field",
        'write "Name: value", the value in double quotes if it begins with a special character',
    )


def read_markdown_only(readers: Readers) -> None:
    """Put this reader in the place of all of Pelican's own but the one that copies files."""
    readers.reader_classes = {"static": BaseReader, "md": FrontMatterReader}


def mark_up_title(content: Content) -> None:
    """A title is HTML by now, by way of typogrify: templates print it as such."""
    if hasattr(content, "title"):
        content.title = Markup(content.title)  # noqa: S704


def register() -> None:
    """Called by Pelican."""
    signals.readers_init.connect(read_markdown_only)
    signals.content_object_init.connect(mark_up_title)
