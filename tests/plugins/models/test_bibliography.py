"""Every work that pages may cite can be read, and what cannot is told at its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plugins.models.bibliography import Work, read_bibliography, written_keys

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.faults import Fault

ENTRY = """@article{doe2020,
  author    = {Doe, A. B. and Roe, C.},
  title     = {Rest},
  journal   = {Sleep},
  year      = {2020},
  doi       = {10.1000/xyz},
  study     = {randomized trial},
  direction = {for},
}
"""


def read(folder: Path, text: str) -> tuple[dict[str, Work], list[str]]:
    """The works, and the complaints as "line:column: what; todo"."""
    path = folder / "works.bib"
    path.write_text(text, encoding="utf-8")
    faults: set[Fault] = set()
    works = read_bibliography(path, faults)
    return works, [str(fault).removeprefix(f"{path.resolve()}:") for fault in sorted(faults)]


def test_an_entry_becomes_a_work(tmp_path: Path) -> None:
    works, faults = read(tmp_path, "% A comment.\n\n" + ENTRY)
    work = works["doe2020"]
    assert (work.title, work.year, work.study, work.direction, faults) == (
        "Rest",
        "2020",
        "randomized trial",
        "for",
        [],
    )
    assert (work.authors, work.source, work.address) == ("Doe A B and Roe C", "Sleep", "https://doi.org/10.1000/xyz")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Doe, A.", "Doe A"),
        ("Doe, A. and Roe, B.", "Doe A and Roe B"),
        ("Doe, A. and Roe, B. and Poe, C.", "Doe A and others"),
        ("Doe, A. and others", "Doe A and others"),
        ("{National Center for PTSD}", "National Center for PTSD"),
        ("{Departments of War and Peace}", "Departments of War and Peace"),
    ],
)
def test_authors_are_named_two_at_most(tmp_path: Path, written: str, shown: str) -> None:
    works, faults = read(tmp_path, ENTRY.replace("Doe, A. B. and Roe, C.", written))
    assert (works["doe2020"].authors, faults) == (shown, [])


def test_a_work_without_doi_has_the_address_of_its_page_or_none(tmp_path: Path) -> None:
    doi = "  doi       = {10.1000/xyz},\n"
    works, _ = read(tmp_path, ENTRY.replace(doi, "  url = {https://example.org/rest},\n"))
    assert works["doe2020"].address == "https://example.org/rest"
    works, _ = read(tmp_path, ENTRY.replace(doi, ""))
    assert works["doe2020"].address == ""


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("{doe2020,", "{doe2020", "3:1: this entry cannot be read; check its braces and the commas between its fields"),
        ("{Rest},", "{Rest,", "3:1: this entry cannot be read; check its braces and the commas between its fields"),
        ("{Rest},", "{Rest}", '5:1: a comma is missing after "title"; end each field with "},"'),
        ("Roe, C.},", "Roe, C.}", '4:1: a comma is missing after "author"; end each field with "},"'),
        ("{doe2020,", "{,", '3:1: "key" is empty; write a key, such as anand2023, behind the first brace'),
        ("{Doe, A. B. and Roe, C.}", "{}", '4:1: "author" is []; write Family, G. and Family, G.'),
        ("{Doe, A. B. and Roe, C.}", "{others}", "4:1: \"author\" is ['others']; write Family, G. and Family, G."),
        ("  title     = {Rest},\n", "", '3:1: "title" is missing; add title = {…}: the title'),
        ("{2020}", "{in 2020}", "7:1: \"year\" is 'in 2020'; write the year in four figures"),
        (
            "{10.1000",
            "{https://doi.org/10.1000",
            "8:1: \"doi\" is 'https://doi.org/10.1000/xyz'; write 10.…/…, without https://doi.org/",
        ),
        ("{for}", "{pro}", '10:1: "direction" is \'pro\'; write "for", "against", "mixed" or "not applicable"'),
        ("journal ", "jornal ", '6:1: there is no "jornal"; did you mean "journal"?'),
    ],
    ids=lambda value: None if len(value) > 30 else repr(value),
)
def test_a_broken_entry_is_told_at_its_line(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    good = ENTRY.replace("doe2020", "good2021")
    works, faults = read(tmp_path, "% Works.\n\n" + ENTRY.replace(old, new) + "\n" + good)
    assert (list(works), faults) == (["good2021"], [complaint])


def test_a_key_used_twice_is_told_at_the_second_place(tmp_path: Path) -> None:
    works, faults = read(tmp_path, ENTRY + "\n" + ENTRY)
    assert list(works) == ["doe2020"]
    assert faults == ['11:1: the key "doe2020" is used twice; give one of the two another key']


def test_keys_of_entries_that_cannot_be_read_are_known_all_the_same() -> None:
    assert written_keys(ENTRY.replace(",", "", 1) + "@online{ roe2021,\n") == ["doe2020", "roe2021"]
