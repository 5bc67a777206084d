"""An excerpt shows the place that a fault names, in any file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.faults import Fault
from tools.preview.excerpts import LONGEST, Line, describe, excerpt

if TYPE_CHECKING:
    from pathlib import Path


def told(root: Path, text: str, line: int, column: int, what: str = "it is wrong") -> list[Line]:
    root.joinpath("page.md").write_bytes(text.encode())
    return excerpt(Fault("page.md", line, column, what, "mend it"), root)


def test_the_lines_before_and_after_stand_around_the_marked_place(tmp_path: Path) -> None:
    assert told(tmp_path, "one\ntwo wrong word\nthree\nfour\n", 2, 5) == [
        Line(1, "one"),
        Line(2, "two ", "wrong", " word"),
        Line(3, "three"),
    ]


def test_what_the_fault_quotes_is_marked_as_a_whole(tmp_path: Path) -> None:
    what = 'the link "{filename}/a b.md" leads to no file'

    assert told(tmp_path, "[a]({filename}/a b.md).", 1, 5, what) == [Line(1, "[a](", "{filename}/a b.md", ").")]
    assert told(tmp_path, "@article{x2020,", 1, 9, 'no page cites "x2020"') == [Line(1, "@article{", "x2020", ",")]
    assert told(tmp_path, "a, b and c", 1, 1, 'after it comes "c"') == [Line(1, "", "a", ", b and c")]


def test_files_of_windows_have_the_same_places(tmp_path: Path) -> None:
    assert told(tmp_path, "\ufeffTitel: x\r\nMenu: y\r\n", 1, 1)[0] == Line(1, "", "Titel", ": x")


def test_the_end_of_a_line_is_marked_though_nothing_stands_there(tmp_path: Path) -> None:
    assert told(tmp_path, "Title:\n", 1, 7)[0] == Line(1, "Title:", "", "")
    assert told(tmp_path, "Title:\n", 1, 70)[0] == Line(1, "Title:", "", "")


def test_a_long_line_is_cut_around_the_place(tmp_path: Path) -> None:
    line = told(tmp_path, f"{'a ' * 500}wrong{' b' * 500}", 1, 1001)[0]

    assert line.marked == "wrong"
    assert line.before.startswith("…")
    assert line.after.endswith("…")
    assert len(line.before + line.after) <= LONGEST + 2


def test_a_missing_file_or_line_and_a_picture_do_no_harm(tmp_path: Path) -> None:
    assert excerpt(Fault("nowhere.md", 1, 1, "it is wrong", "mend it"), tmp_path) == []
    assert excerpt(Fault(".", 1, 1, "it is wrong", "mend it"), tmp_path) == []
    assert told(tmp_path, "one", 7, 1) == []
    tmp_path.joinpath("x.png").write_bytes(b"\x89PNG\xff\xfe")
    assert len(excerpt(Fault("x.png", 1, 1, "it is wrong", "mend it"), tmp_path)) == 1


def test_a_fault_is_described_in_its_own_words(tmp_path: Path) -> None:
    fault = Fault("nowhere.md", 3, 4, "it is wrong", "mend it", warning=True)

    assert describe(fault, tmp_path) == {
        "place": "nowhere.md:3:4",
        "what": "it is wrong",
        "todo": "mend it",
        "warning": True,
        "excerpt": [],
    }
