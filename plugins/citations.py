"""Turn ``[@key]`` into a numbered citation and give every page the list of what it cites."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from pelican.plugins import signals

from plugins.faults import Source, did_you_mean
from plugins.models.bibliography import Work, read_bibliography, written_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markdown import Markdown
    from pelican import Pelican
    from pelican.contents import Content
    from pelican.generators import Generator
    from pelican.settings import Settings

    from plugins.faults import Fault

BIBLIOGRAPHY = "references.bib"
CITATION = r"\[(@[^\]]+)\]"
KEY = re.compile(r"@([\w:.-]+)")
BEFORE_LINKS = 165  # Python-Markdown gives links 160 and code 190
MARKER = re.compile(r'<sup class="citation" data-keys="([^"]*)"></sup>')
NO_BREAK = "&nbsp;"


@dataclass(frozen=True)
class Reference:
    """A work as one page lists it, with its number there."""

    number: int
    key: str
    authors: str
    year: str
    title: str
    source: str
    url: str
    study: str
    direction: str

    @classmethod
    def to(cls, work: Work, number: int) -> Reference:
        """The reference to ``work``."""
        facts = (work.key, work.authors, work.year, work.title, work.source, work.address, work.study, work.direction)
        return cls(number, *facts)


class CitationProcessor(InlineProcessor):
    """``[@key]``, or ``[@key; @key]`` as Pandoc has it, becomes a marker that is numbered once the page is whole."""

    def __init__(self, pattern: str, md: Markdown) -> None:
        super().__init__(pattern, md)
        self.cited: list[str] = []

    def reset(self) -> None:
        """Called by Python-Markdown before each text."""
        self.cited.clear()

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[ET.Element, int, int]:  # noqa: N802
        """Leave a marker, and a fault for each unknown key."""
        markdown: Any = self.md
        works: dict[str, None] = markdown.settings["KEYS"]
        source: Source = markdown.source
        parts = KEY.split(m[1])
        keys, rest = parts[1::2], "".join(parts[::2]).strip("; \n")
        if rest:
            todo = "write [@key], or [@key; @other] for more than one"
            markdown.faults.add(source.fault(f'"{rest}" is not a key', todo, source.find(m[0])))
        for key in keys:
            self.cited.append(key)
            if key not in works:
                todo = did_you_mean(key, works, f"add it to data/{BIBLIOGRAPHY}")
                at = source.find(f"@{key}", self.cited.count(key) - 1)
                markdown.faults.add(source.fault(f'no reference has the key "{key}"', todo, at))
        return ET.Element("sup", {"class": "citation", "data-keys": " ".join(keys)}), m.start(0), m.end(0)


class Citations(Extension):
    """The extension that pelicanconf.py names."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Called by Python-Markdown."""
        processor = CitationProcessor(CITATION, md)
        md.inlinePatterns.register(processor, "citations", BEFORE_LINKS)
        md.registerExtension(processor)


def read_works(pelican: Pelican) -> None:
    """Put the bibliography into ``settings["WORKS"]``, a dict from key to Work, and its keys into ``KEYS``."""
    faults: set[Fault] = pelican.settings["FAULTS"]
    path = Path(pelican.settings["DATA_PATH"]) / BIBLIOGRAPHY
    pelican.settings["WORKS"] = read_bibliography(path, faults)
    pelican.settings["KEYS"] = dict.fromkeys(written_keys(Source.read(path).text))


def number(document: Content, known: dict[tuple[str, int], Reference] | None = None) -> None:
    """Number the citations of a page, its sections' too, and set ``document.references``.

    Pages that are given the same ``known`` have the references in common that they number alike.
    """
    works: dict[str, Work] = document.settings["WORKS"]
    known = {} if known is None else known
    found: dict[str, Reference] = {}

    def link(key: str) -> tuple[int, str]:
        # The first place that cites a work is where its reference leads back to.
        first = "" if key in found else f' id="cite-{len(found) + 1}"'
        if first:
            named = key, len(found) + 1
            found[key] = known[named] = known.get(named) or Reference.to(works[key], named[1])
        number = found[key].number
        return number, f'<a href="#ref-{number}"{first}>{number}</a>'

    def links(keys: str) -> str:
        in_order = sorted(link(key) for key in keys.split() if key in works)
        return f"<sup>{', '.join(html for _, html in in_order)}</sup>"

    for part in (document, *getattr(document, "sections", ())):
        *cited, rest = MARKER.split(part._content)
        if cited:
            pairs = zip(cited[::2], cited[1::2], strict=True)
            part._content = "".join((*(_without_gap(words) + links(keys) for words, keys in pairs), rest))
    document.references = list(found.values())


def _without_gap(words: str) -> str:
    """The words in front of a citation, which follows the last of them without a space."""
    while words != (shorter := words.rstrip().removesuffix(NO_BREAK)):
        words = shorter
    return words


def number_all(generators: list[Generator]) -> None:
    """Number every page and warn of works that none cites."""
    context, settings = generators[0].context, generators[0].settings
    documents = [page for page in context["generated_content"].values() if page and not hasattr(page, "article")]
    known: dict[tuple[str, int], Reference] = {}
    for document in documents:
        number(document, known)
    settings["FAULTS"].update(uncited(documents, settings))


def uncited(documents: Iterable[Content], settings: Settings) -> Iterator[Fault]:
    """A warning for each work that no numbered page cites and no grade stands on."""
    cited = {reference.key for document in documents for reference in document.references}
    source = Source.read(Path(settings["DATA_PATH"]) / BIBLIOGRAPHY)
    graded = {key for grade in settings["EVIDENCE"].values() for key in (*grade.supporting, *grade.opposing)}
    for key in settings["WORKS"].keys() - cited - graded:
        at = source.find(f"{{{key},")
        yield source.fault(f'no page cites "{key}"', "cite it, or remove it", at, warning=True)


def register() -> None:
    """Called by Pelican."""
    signals.get_generators.connect(read_works)
    signals.all_generators_finalized.connect(number_all)
