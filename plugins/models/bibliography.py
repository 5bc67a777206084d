"""The works that pages may cite: the shape of data/references.bib."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import bibtexparser
from bibtexparser.middlewares import SeparateCoAuthors
from bibtexparser.model import DuplicateBlockKeyBlock
from pydantic import Field

from plugins.faults import Fault, Source
from plugins.models.validation import Model, Place, validate

if TYPE_CHECKING:
    from pathlib import Path

MAX_NAMED_AUTHORS = 2


class Work(Model):
    """One entry. ``study`` says what kind of work it is, ``direction`` what it says about benefit."""

    key: str
    author: tuple[str, ...] = Field(min_length=1, description="Family, G. and Family, G.")
    title: str = Field(min_length=1, description="the title")
    journal: str = ""
    institution: str = ""
    publisher: str = ""
    year: str = Field(default="", pattern=r"^(\d{4})?$", description="the year in four figures")
    volume: str = ""
    number: str = ""
    pages: str = ""
    doi: str = Field(default="", pattern=r"^(10\.\d{4,}/\S+)?$", description="10.…/…, without https://doi.org/")
    url: str = Field(default="", pattern=r"^(https://\S+)?$", description="an address that begins with https://")
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

    @property
    def authors(self) -> str:
        """One or two authors by name, more as the first "and others"."""
        names = [name.replace(",", "").replace(".", "").strip("{}") for name in self.author if name != "others"]
        if len(names) > MAX_NAMED_AUTHORS or "others" in self.author:
            return f"{names[0]} and others"
        return " and ".join(names)

    @property
    def source(self) -> str:
        """Where it was published."""
        return self.journal or self.institution or self.publisher

    @property
    def address(self) -> str:
        """Where it can be read: its DOI, else its page on the web; "" where neither is known."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url


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

        data = {"key": entry.key, **{field.key: field.value for field in entry.fields}}
        work = validate(Work, data, source, faults, locate, "{} = {{…}}")
        if work:
            works[work.key] = work
    return works
