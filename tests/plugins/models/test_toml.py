"""A complaint about a TOML file is told at the line that holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plugins.models.toml import read_toml, toml_offset
from plugins.models.validation import Model, Place

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.faults import Fault

TEXT = """# name = "a comment"
name = "One"

[form]
name = "Two"

[[locations]]
name = "Three"
  hours.monday = "closed"

[locations.address]
town = "Four"

[[locations]]
name = "Five"

[locations.address]
town = "Six"

[helplines.988]
name = "Seven"

[helplines."no-surprises"]
"name" = "Eight"
"/a.b/" = "Nine"
"""


class Note(Model):
    """A small file."""

    name: str
    size: int = 1


@pytest.mark.parametrize(
    ("place", "line", "column"),
    [
        (("name",), 2, 1),
        (("form", "name"), 5, 1),
        (("form", "missing"), 4, 1),
        (("locations", 0, "name"), 8, 1),
        (("locations", 0, "hours", "monday"), 9, 3),
        (("locations", 0, "address", "town"), 12, 1),
        (("locations", 1), 14, 1),
        (("locations", 1, "name"), 15, 1),
        (("locations", 1, "address", "town"), 18, 1),
        (("locations", 1, "address", "missing"), 17, 1),
        (("helplines", "988", "name"), 21, 1),
        (("helplines", "no-surprises", "name"), 24, 1),
        (("helplines", "no-surprises", "/a.b/"), 25, 1),
        (("helplines", "911"), 1, 1),
        (("missing",), 1, 1),
        ((), 1, 1),
    ],
    ids=str,
)
def test_a_place_in_the_data_is_found_in_the_text(place: Place, line: int, column: int) -> None:
    before = TEXT[: toml_offset(TEXT, place)]
    assert (before.count("\n") + 1, len(before) - before.rfind("\n")) == (line, column)


def test_the_tables_within_a_record_are_counted_anew_in_the_next() -> None:
    text = "[[a]]\n[[a.b]]\n[[a.b]]\n[[a]]\n[[a.b]]\nname = 1\n"

    assert text.count("\n", 0, toml_offset(text, ("a", 1, "b", 0, "name"))) == 5


def read(folder: Path, text: str) -> tuple[Note | None, list[str]]:
    """The note, and the complaints as "line:column: what; todo"."""
    path = folder / "note.toml"
    path.write_bytes(text.encode())
    faults: set[Fault] = set()
    note = read_toml(path, Note, faults)
    return note, [str(fault).removeprefix(f"{path.resolve()}:") for fault in sorted(faults)]


@pytest.mark.parametrize("text", ['name = "A"\n', '\ufeffname = "A"\n', '\r\nname = "A"\r\n'])
def test_a_file_is_read_with_any_line_ends(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == (Note(name="A"), [])


@pytest.mark.parametrize(
    ("text", "complaints"),
    [
        (
            'name = "A"\nsize = big\n',
            ['2:1: this line cannot be read as TOML; write name = "value", the value in double quotes'],
        ),
        (
            'name = "A\nsize = 2\n',
            ['1:1: this line cannot be read as TOML; write name = "value", the value in double quotes'],
        ),
        (
            'size = "big"\nnam = "A"\n',
            ['1:1: "name" is missing; add name = …', "1:1: \"size\" is 'big'; ", "2:1: there is"],
        ),
    ],
    ids=["no TOML", "open quote", "no note"],
)
def test_what_cannot_be_read_is_told_at_its_line(tmp_path: Path, text: str, complaints: list[str]) -> None:
    note, told = read(tmp_path, text)
    assert note is None
    assert len(told) == len(complaints)
    for complaint, expected in zip(told, complaints, strict=True):
        assert complaint.startswith(expected)
