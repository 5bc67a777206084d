"""What a page cites is numbered as the reader meets it, and listed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

import pelicanconf
from plugins.citations import Reference, number
from plugins.faults import Source
from plugins.models.bibliography import Work
from plugins.models.converter import PageMarkdown
from tests.plugins.complaints import built, complaints

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Project


class Part:
    """A page or a section of one, as far as citations see it."""

    def __init__(self, folder: Path, body: str, *sections: Part) -> None:
        works = [
            Work(key=key, author=("Doe, A.",), title=key, study="review", direction="for")
            for key in ("anand2023", "dean2021", "short2018")
        ]
        self.settings: dict[str, Any] = {
            "PATH": str(folder),
            "FAULTS": set(),
            "MARKDOWN": pelicanconf.MARKDOWN,
            "CLINIC_LINKS": {},
            "LINK_NAMES": [],
            "GLOSSARY": None,
            "WORKS": {work.key: work for work in works},
            "KEYS": [work.key for work in works],
        }
        self._content = PageMarkdown(self.settings).read(Source(folder / "page.md", body), "page", body)
        self.sections = sections
        self.references: list[Reference] = []

    @property
    def numbers(self) -> list[tuple[str, str]]:
        """The numbers in the text, each with the id that its reference leads back to."""
        return re.findall(r'href="#ref-(\d+)"(?: id="(cite-\d+)")?', self._content)

    @property
    def faults(self) -> list[tuple[int, int, str, str]]:
        """Line, column, what, what to do."""
        return [(f.line, f.column, f.what, f.todo) for f in sorted(self.settings["FAULTS"])]


def test_works_are_numbered_as_first_cited_across_the_opening_and_the_sections(tmp_path: Path) -> None:
    first = Part(tmp_path, "Old [@short2018] and known [@dean2021].")
    second = Part(tmp_path, "Again [@anand2023; @short2018].")
    page = Part(tmp_path, "New [@dean2021].", first, second)
    number(page)
    assert page.numbers == [("1", "cite-1")]
    assert first.numbers == [("2", "cite-2"), ("1", "")]
    assert second.numbers == [("2", ""), ("3", "cite-3")]
    assert [(ref.number, ref.key) for ref in page.references] == [(1, "dean2021"), (2, "short2018"), (3, "anand2023")]


@pytest.mark.parametrize("written", ["[@dean2021; @anand2023]", "[@dean2021;\n@anand2023]", "[@dean2021;@anand2023]"])
def test_several_works_stand_in_one_citation_right_behind_the_word(tmp_path: Path, written: str) -> None:
    page = Part(tmp_path, f"Relief {written}.")
    number(page)
    assert page._content == (
        '<p>Relief<sup><a href="#ref-1" id="cite-1">1</a>, <a href="#ref-2" id="cite-2">2</a></sup>.</p>'
    )


@pytest.mark.parametrize(
    "body", ["`[@dean2021]`", "    [@dean2021]", "<clinic@example.org>", "[a link](https://a.org/@b)"]
)
def test_code_and_addresses_are_no_citations(tmp_path: Path, body: str) -> None:
    page = Part(tmp_path, body)
    number(page)
    assert (page.references, page.faults) == ([], [])
    assert "citation" not in page._content


def test_every_unknown_key_is_told_where_it_stands(tmp_path: Path) -> None:
    body = "Known [@dean2021].\n\nCut [@dean]. Other [@dean2021; @nosuchwork].\n\nCut again [@dean]."
    assert Part(tmp_path, body).faults == [
        (3, 6, 'no reference has the key "dean"', 'did you mean "dean2021"?'),
        (3, 32, 'no reference has the key "nosuchwork"', "add it to data/references.bib"),
        (5, 12, 'no reference has the key "dean"', 'did you mean "dean2021"?'),
    ]


@pytest.mark.parametrize(
    ("written", "rest"), [("[@dean2021; anand2023]", "anand2023"), ("[@dean2021, p. 5]", ", p. 5")]
)
def test_nothing_in_a_citation_is_dropped_in_silence(tmp_path: Path, written: str, rest: str) -> None:
    todo = "write [@key], or [@key; @other] for more than one"
    assert Part(tmp_path, f"Relief {written}.").faults == [(1, 8, f'"{rest}" is not a key', todo)]


def test_a_work_that_no_page_cites_is_only_warned_of(project: Project) -> None:
    bibliography = project.path / "data" / "references.bib"
    text = bibliography.read_text(encoding="utf-8")
    entry = "@online{nobody1999,\n  author={A},\n  title={B},\n  study={label},\n  direction={for},\n}\n"
    bibliography.write_text(f"{entry}\n{text}", encoding="utf-8")
    outcome = project.build()
    assert outcome.code == 0
    assert 'data/references.bib:1:8: warning: no page cites "nobody1999"; cite it, or remove it' in outcome.lines
    assert not [line for line in outcome.lines if "warning: no page cites" not in line and "references.bib" in line]


def test_citing_a_broken_entry_is_no_second_fault(project: Project) -> None:
    with (project.path / "data" / "references.bib").open("a", encoding="utf-8") as bibliography:
        bibliography.write(
            "\n@online{broken1999,\n  author={A},\n  title={B},\n  study={label},\n  direction={pro},\n}\n"
        )
    project.page(body="Text [@broken1999].")
    (complaint,) = complaints(project)
    assert complaint.endswith(': "direction" is \'pro\'; write "for", "against", "mixed" or "not applicable"')


def test_a_built_page_lists_what_it_cites(project: Project) -> None:
    text = (project.path / "data" / "references.bib").read_text(encoding="utf-8")
    one, two = re.findall(r"^@\w+\{(\w+),", text, re.MULTILINE)[:2]
    project.page(body=f"First [@{two}]. Then [@{one}; @{two}].")
    page = (built(project).output / "new" / "index.html").read_text(encoding="utf-8")
    assert re.findall(r'id="(ref-\d+)"', page) == ["ref-1", "ref-2"]
    assert re.findall(r'id="(cite-[\d-]+)"', page) == ["cite-1", "cite-2"]
    assert re.findall(r'href="#(cite-[\d-]+)"', page) == ["cite-1", "cite-2"]
