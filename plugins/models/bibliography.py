"""The works that pages may cite: the shape of data/references.bib."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Annotated, Literal

import bibtexparser
from bibtexparser.middlewares import SeparateCoAuthors
from bibtexparser.model import DuplicateBlockKeyBlock
from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo

from plugins.faults import Fault, Source
from plugins.models.validation import Model, Place, said, validate

if TYPE_CHECKING:
    from pathlib import Path

NEXT_FIELD = re.compile(r"[}\"]\s*\w+\s*=\s*[{\"]")  # bibtexparser reads on where a comma is missing
MAX_NAMED_AUTHORS = 2
RESULTS = {"randomized trial", "meta-analysis", "systematic review", "observational study"}

logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what it finds is told below, by file and line


def _someone(authors: tuple[str, ...]) -> tuple[str, ...]:
    if set(authors) <= {"", "others"}:
        raise ValueError(authors)
    return authors


def _names(written: object) -> object:
    return tuple(written.replace(",", " ").split()) if isinstance(written, str) else written


def _told(conditions: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
    direction, study = info.data.get("direction"), info.data.get("study")
    if not conditions and (direction == "against" or (direction == "mixed" and study in RESULTS)):
        what = f'is missing, and this {study} is "{direction}"'
        raise said(
            what, "add no_benefit_for = {…}: the conditions of data/evidence.toml, such as ptsd, that it is about"
        )
    return conditions


class Work(Model):
    """One entry. ``study`` says what kind of work it is, ``direction`` what it says about benefit.

    ``no_benefit_for`` names the conditions for which it found no clear benefit, or against which it advises.
    """

    key: str = Field(min_length=1, description="a key, such as anand2023, behind the first brace")
    author: Annotated[tuple[str, ...], AfterValidator(_someone)] = Field(description="Family, G. and Family, G.")
    title: str = Field(min_length=1, description="the title")
    journal: str = ""
    institution: str = ""
    publisher: str = ""
    year: str = Field(default="", pattern=r"^(\d{4})?$", description="the year in four figures")
    volume: str = ""
    number: str = ""
    pages: str = ""
    doi: str = Field(
        default="", pattern=r"^(10\.\d{4,9}/\S*[^\s.,;])?$", description="10.…/…, without https://doi.org/"
    )
    url: str = Field(default="", pattern=r"^(https://\S+)?$", description="an address that begins with https://")
    retracted: str = Field(default="", pattern=r"^(\d{4})?$", description="the year of the retraction in four figures")
    study: Literal[
        "randomized trial",
        "meta-analysis",
        "systematic review",
        "guideline",
        "review",
        "observational study",
        "label",
        "regulatory notice",
        "history",
        "consumer page",
    ] = Field(description='one of "randomized trial", "meta-analysis", "systematic review", "guideline", "review", …')
    direction: Literal["for", "against", "mixed", "not applicable"] = Field(
        description='"for", "against", "mixed" or "not applicable"'
    )
    no_benefit_for: Annotated[tuple[str, ...], BeforeValidator(_names), AfterValidator(_told)] = Field(
        default=(), validate_default=True, description="conditions of data/evidence.toml, such as ptsd, chronic-pain"
    )

    @property
    def authors(self) -> str:
        """One or two authors by name, more as the first "and others"."""
        names = [name.replace(",", "").replace(".", "").strip("{}") for name in self.author if name != "others"]
        if len(names) > MAX_NAMED_AUTHORS or "others" in self.author:
            return f"{names[0]} and others"
        return " and ".join(names)

    @property
    def is_retracted(self) -> bool:
        """Whether it has been taken back; publishers put that before the title, too."""
        return bool(self.retracted) or self.title.strip("{} ").lower().startswith(("retracted", "withdrawn"))

    @property
    def is_study(self) -> bool:
        """Whether it brings or weighs results, and so grows old."""
        return self.study not in {"label", "regulatory notice", "history", "consumer page"}

    @property
    def source(self) -> str:
        """Where it was published."""
        return self.journal or self.institution or self.publisher

    @property
    def address(self) -> str:
        """Where it can be read: its DOI, else its page on the web; "" where neither is known."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url


def written_keys(text: str) -> list[str]:
    """The keys of all entries, of those that cannot be read too: a fault in an entry is no fault of who cites it."""
    return re.findall(r"^@\w+\{\s*([\w:.-]+)", text, re.MULTILINE)


def read_bibliography(path: Path, faults: set[Fault]) -> dict[str, Work]:
    """Read a BibTeX file; every complaint is added to ``faults``, at its line."""
    source = Source.read(path)
    lines = source.text.splitlines(keepends=True)
    library = bibtexparser.parse_string(source.text, append_middleware=[SeparateCoAuthors()])

    def offset(line: int | None) -> int:
        return sum(map(len, lines[: line or 0]))

    for block in library.failed_blocks:
        at = offset(block.start_line)
        if isinstance(block, DuplicateBlockKeyBlock):
            faults.add(source.fault(f'the key "{block.key}" is used twice', "give one of the two another key", at))
        else:
            faults.add(
                source.fault("this entry cannot be read", "check its braces and the commas between its fields", at)
            )
    works = {}
    for entry in library.entries:
        place = {field.key: field.start_line for field in entry.fields}

        def locate(loc: Place, entry_line: int = entry.start_line or 0, place: dict[str, int | None] = place) -> int:
            return offset(place.get(str(loc[0]), entry_line))

        swallowed = [field for field in entry.fields if NEXT_FIELD.search("".join(field.value))]
        if swallowed:
            what = f'a comma is missing after "{swallowed[0].key}"'
            faults.add(source.fault(what, 'end each field with "},"', offset(swallowed[0].start_line)))
            continue
        data = {"key": entry.key, **{field.key: field.value for field in entry.fields}}
        work = validate(Work, data, source, faults, locate, "{} = {{…}}")
        if work:
            works[work.key] = work
    return works
