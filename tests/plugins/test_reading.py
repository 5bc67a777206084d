"""A build that remembers makes what one makes that does not, and tells the same faults."""

from __future__ import annotations

import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from tests.tools.warm.edits import files

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Project

ABOUT = "content/about.md"
# Of every room, in three rounds: words; a fact that pages show, a work and a plugin; a template, a sheet and a picture.
EDITS = (
    ((ABOUT, "\n---\n", '\n---\nSome "new" words -- [call us](clinic:call).\n\n'),),
    (
        ("data/clinic.toml", 'telephone = "703-555-0100"', 'telephone = "703-555-0199"'),
        ("data/references.bib", "  title     = {", "  title     = {On: "),
        ("plugins/related.py", "MOST = 3", "MOST = 1"),
    ),
    (
        ("theme/components/skip-link/skip-link.html", "Skip to", "Hop to"),
        ("theme/css/base.css", "@layer base {", "@layer base { .new { color: inherit; }"),
        ("content/images/how-long-relief-lasts.svg", "<svg", "<svg data-new"),
    ),
)
WORK = "from pathlib import Path; from tools.build import build; build(Path('{}'))"


@pytest.fixture(autouse=True)
def own_memory(project: Project) -> None:
    """What is spoiled here is nobody else's."""
    project.forget()


def rewrite(project: Project, change: Callable[[bytes], bytes], *, signed: bool) -> None:
    """Change every entry of the project's memory, with a new checksum or with the old one."""
    with closing(sqlite3.connect(project.path / ".cache" / "memory.db", isolation_level=None)) as database:
        entries = database.execute("SELECT key, sum, value FROM made").fetchall()
        assert entries
        for key, checksum, value in entries:
            new = change(value)
            kept = sha256(key + new).digest() if signed else checksum
            database.execute("UPDATE made SET value = ?, sum = ? WHERE key = ?", (new, kept, key))


def test_after_each_edit_the_site_is_what_a_fresh_build_makes(project: Project) -> None:
    project.build()
    for edits in EDITS:
        for edit in edits:
            project.replace(*edit)
        assert project.build().code == 0
    remembered = files(project.output)
    assert b"tel:+17035550199" in remembered["about/index.html"]
    assert project.build("--fresh").code == 0

    assert files(project.output) == remembered


def test_what_was_made_before_is_taken_as_it_is_unless_it_is_spoiled(project: Project) -> None:
    project.build("--production")
    before = files(project.output)

    rewrite(project, lambda value: value.replace(b"Ketamine", b"Catamine"), signed=False)
    assert project.build("--production").code == 0
    assert files(project.output) == before

    shutil.rmtree(project.output)  # else nothing would be built
    rewrite(project, lambda value: value.replace(b"Request a consultation", b"Request 1 consultation"), signed=True)
    assert project.build("--production").code == 0
    assert b"Request 1 consultation" in files(project.output)["about/index.html"]


def test_a_fault_is_told_again_with_its_line(project: Project) -> None:
    project.page(body="Words.\n\n[Call](clinic:cal).")
    told = project.build().lines
    assert told == ['content/new.md:7:8: there is no fact "clinic:cal"; did you mean "clinic:call"?']
    assert project.build().lines == told

    rewrite(project, lambda value: value.replace(b"there is no fact", b"there was no fact"), signed=True)

    assert project.build().lines == [told[0].replace("is no", "was no")]


def test_a_picture_that_changes_or_comes_is_looked_at_again(project: Project) -> None:
    project.page(body="![A room](/images/room.svg)")
    assert "there is no picture" in project.build().text
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} 9"/>'
    project.write("content/images/room.svg", drawing.format(8))
    assert project.build().code == 0
    project.write("content/images/room.svg", drawing.format(7))
    project.build()

    assert b'width="7"' in files(project.output)["new/index.html"]


def test_a_page_whose_day_has_come_is_right(project: Project) -> None:
    project.page(Modified="2030-01-02")

    assert "is yet to come" in project.build(SOURCE_DATE_EPOCH="1893456000").text  # 2030-01-01
    assert project.build(SOURCE_DATE_EPOCH="1893542400").code == 0
    assert "is yet to come" in project.build(SOURCE_DATE_EPOCH="1893456000").text


def test_two_builds_at_once_are_both_good_and_leave_a_good_memory(project: Project) -> None:
    with ThreadPoolExecutor() as pool:
        done = [*pool.map(lambda name: project.run("-c", WORK.format(name)), ("one", "two"))]

    assert [each.code for each in done] == [0, 0], done
    assert files(project.path / "one") == files(project.path / "two")
    with closing(sqlite3.connect(project.path / ".cache" / "memory.db")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    project.build()
    assert files(project.output) == files(project.path / "one")
