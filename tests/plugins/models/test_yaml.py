"""Fields are read as the words that stand there, and what is no YAML is told in everyday words, where it stands."""

from __future__ import annotations

from itertools import chain, product
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.faults import ROOT, Source
from plugins.models.yaml import LINE, read_fields, read_lines

if TYPE_CHECKING:
    from plugins.faults import Fault
    from plugins.models.yaml import Fields

QUOTE = "put the whole value in double quotes"
LEFT = "begin it at the left margin; if it goes on from the line above, put that whole value in double quotes"
FIELD = 'write "Name: value"'


def read(text: str) -> tuple[dict[str, object] | None, list[str]]:
    """The fields of a page, and its complaints as "line:column: what; todo"."""
    source = Source(Path("/page.md"), f"---\n{text}\n---\n")
    faults: set[Fault] = set()
    fields = read_fields(source, 4, 4 + len(text) + 1, faults)
    return fields and fields.values, [str(fault).removeprefix("/page.md:") for fault in sorted(faults)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Title: 10:30\nOrder: 0o17", {"Title": "10:30", "Order": "0o17"}),
        ("Menu:\nTitle: ~\nOrder: ''", {"Menu": None, "Title": None, "Order": ""}),
        ("Conditions: [a, 'b']", {"Conditions": ["a", "b"]}),
        ('Conditions:\n- a\n- "b"', {"Conditions": ["a", "b"]}),
        ("Description: >-\n  one\n  two", {"Description": "one two"}),
        ("Description: one\n  two", {"Description": "one two"}),
        ('{"Title": "JSON", "Order": 2}', {"Title": "JSON", "Order": "2"}),
        ("# only a note", {}),
        ("", {}),
    ],
    ids=["words", "nothing", "list", "list in lines", "folded", "two lines", "JSON", "note", "empty"],
)
def test_values_are_the_words_that_stand_there(text: str, values: dict[str, object]) -> None:
    assert read(text) == (values, [])


def test_places_are_those_of_the_names() -> None:
    source = Source(Path("/page.md"), "---\nTitle: One\nmenu: x\n---\n")
    fields = read_fields(source, 4, 23, set())
    assert fields
    assert {name: source.text[at] for name, at in fields.places.items()} == {"title": "T", "menu": "m"}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("Title: One\ntitle: Two", '3:1: the field "title" is written twice, first in line 2; keep one of the two'),
        ("Title:\n\tA", "3:1: a tab stands here; use spaces"),
        ("Title:\tA", "2:7: a tab stands here; use spaces"),
        ("Title: A\n\tOrder: 2", "3:1: a tab stands before this field; take away what stands before the field"),
        ("Conditions:\n  - a\n\t- b", "4:1: a tab stands here; use spaces"),
        ('Title: "A": b', f'2:11: a second colon stands on this line; {QUOTE}: Title: "\\"A\\": b"'),
        ("Title: One: two", f'2:11: a second colon stands on this line; {QUOTE}: Title: "One: two"'),
        ("Title:One\nMenu: header", '2:7: a space is missing behind the colon; write "Title: …"'),
        ("Title:One", '2:7: a space is missing behind the colon; write "Title: …"'),
        ("Title:\xa0One", '2:7: a space is missing behind the colon; write "Title: …"'),
        ("Title: One\n Menu: header", f"3:1: this field begins with a space; {LEFT}"),
        ("Menu:\n  header: yes", f"3:1: this field begins with a space; {LEFT}"),
        ("  Title: One\nMenu: header", f"2:1: this field begins with a space; {LEFT}"),
        ('Title: "One\nMenu: x', "2:8: a quotation mark is opened here and never closed; close it, or remove it"),
        (
            'Title: "One" and two',
            "2:14: words stand behind the closing quotation mark; "
            'put one pair of double quotes around the whole value, and write a quotation mark within it as \\"',
        ),
        (r'Title: "C:\dose"', "2:11: a backslash stands in double quotes; write it twice, or remove it"),
        ("Title: [One\nMenu: x", f"2:8: a bracket is opened here and never closed; close it, or {QUOTE}"),
        ("Title: [Draft] One", f'2:8: a value cannot begin with "["; {QUOTE}: Title: "[Draft] One"'),
        ("Title: {{ one }}", f'2:8: a value cannot begin with "{{"; {QUOTE}: Title: "{{{{ one }}}}"'),
        ("Title: @home", f'2:8: a value cannot begin with "@"; {QUOTE}: Title: "@home"'),
        ("Title: *bold*", f'2:8: a value cannot begin with "*"; {QUOTE}: Title: "*bold*"'),
        ("Title: !Now", f'2:8: a value cannot begin with "!"; {QUOTE}: Title: "!Now"'),
        ("Title: &a [*a]", f'2:8: a value cannot begin with "&"; {QUOTE}: Title: "&a [*a]"'),
        ("Title: - one", f'2:8: a value cannot begin with "-"; {QUOTE}: Title: "- one"'),
        ("Title: > one", f'2:8: a value cannot begin with ">"; {QUOTE}: Title: "> one"'),
        ("Title: One\nMenu header\nOrder: 2", f"3:1: this line is not a field; {FIELD}"),
        ("Title: One\n\nWords.\n\nMore: of them", f"4:1: this line is not a field; {FIELD}"),
        ("- One", '2:1: the front matter has no fields; write one on each line, such as "Title: Our location"'),
        ("Title: O\x07ne", "2:9: a character stands here that cannot be shown; remove it"),
    ],
)
def test_what_is_not_yaml_is_told_in_plain_words(text: str, complaint: str) -> None:
    assert read(text) == (None, [complaint])


def test_what_yaml_takes_for_a_note_is_warned_of() -> None:
    note = 'warning: "#1" is taken for a note and shown nowhere'
    todo = f"{QUOTE}, or the note on a line of its own"
    assert read("Title: Room #1\nMenu: x") == ({"Title": "Room", "Menu": "x"}, [f"2:13: {note}; {todo}"])
    assert read('Title: "Room #1"\nMenu: "x" # a note')[1] == []


def as_yaml(text: str) -> tuple[Fields | None, set[Fault]]:
    """What YAML by itself reads."""
    faults: set[Fault] = set()
    with patch("plugins.models.yaml.read_lines", return_value=None):
        return read_fields(Source(Path("/page.md"), text), 0, len(text), faults), faults


@pytest.mark.parametrize(
    "form", ["Title: {}", "Title: {}\nMenu: a", "Title: a{}", '"Title": {}', "{}Title: a", "Title:{}a"]
)
def test_what_is_read_line_by_line_is_what_yaml_reads(form: str) -> None:
    values = map("".join, chain.from_iterable(product("aN1 #:-?'\"[,]\\\n", repeat=length) for length in range(4)))
    words = (
        "null",
        "NULL",
        "[null]",
        "[a, Null]",
        '"null"',
        "\ntitle: b",
        "\nnull: b",
        "2026-03-31",
        "0x1F",
        "...",
        "---",
    )
    texts = [form.format(value) for value in (*values, *words)]
    lines = {text: read_lines(text) for text in texts}

    assert {text: as_yaml(text) for text, fields in lines.items() if fields} == {
        text: (fields, set()) for text, fields in lines.items() if fields
    }


@given(text=st.lists(st.from_regex(LINE, fullmatch=True), max_size=2).map("\n".join))
def test_and_that_is_so_with_any_letter(text: str) -> None:
    lines = read_lines(text)
    assert lines is None or as_yaml(text) == (lines, set())


def test_and_so_are_the_fields_of_every_page_of_ours() -> None:
    texts = [path.read_text(encoding="utf-8").split("---\n")[1] for path in sorted(ROOT.glob("content/**/*.md"))]
    lines = {text: read_lines(text) for text in texts}
    read = {text: fields for text, fields in lines.items() if fields}

    assert len(read) > len(texts) / 2
    assert {text: as_yaml(text)[0] for text in read} == read
