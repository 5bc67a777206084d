"""Each save is noticed, whichever way an editor saves, and nothing else is."""

from __future__ import annotations

import threading
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tools.preview.saves import FOLDERS, Saves

if TYPE_CHECKING:
    from collections.abc import Iterator

NUMBERS = count()
TEMPORARY = [
    *(".about.md.swp", "about.md~", "#about.md#", ".#about.md", "4913", "about.tmp", "about.md___jb_tmp___"),
    *("~$about.docx", ".goutputstream-A1B2C3", ".DS_Store", "Thumbs.db", "desktop.ini", "facts.cpython-311.pyc"),
    "__pycache__/facts.txt",
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in FOLDERS:
        (tmp_path / name / "deep").mkdir(parents=True)
    (tmp_path / "pelicanconf.py").write_text("", encoding="utf-8")
    return tmp_path


@pytest.fixture
def saves(root: Path) -> Iterator[Saves]:
    """What is being watched, in earnest: a first save was noticed."""
    watching = Saves(root)
    watching.start()
    save_until_noticed(watching, root / "content" / "deep" / "awake.md")
    yield watching
    watching.stop()


def save_until_noticed(saves: Saves, path: Path) -> set[Path]:
    """Save a file again and again, since the system may take a moment to begin; return all that was noticed."""
    noticed, seen = threading.Event(), set[Path]()

    def save() -> None:
        while not noticed.wait(0.05):
            path.write_text("saved", encoding="utf-8")

    saving = threading.Thread(target=save)
    saving.start()
    while path not in seen:
        seen |= saves.next()
    noticed.set()
    saving.join()
    return seen


def noticed(saves: Saves, root: Path) -> set[Path]:
    """All that is noticed before one last save is."""
    awake, last = root / "content" / "deep" / "awake.md", root / "data" / f"{next(NUMBERS)}.toml"
    last.write_text("last", encoding="utf-8")
    seen = set[Path]()
    while last not in seen:
        seen |= saves.next()
    return {path for path in seen if path != awake and path.suffix != ".toml"}


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_save_in_each_folder_is_noticed(saves: Saves, root: Path, folder: str) -> None:
    path = root / folder / "deep" / "new.txt"
    path.write_text("new", encoding="utf-8")

    assert path in noticed(saves, root)


def test_moved_and_deleted_files_and_folders_are_noticed(saves: Saves, root: Path) -> None:
    old, new = root / "content" / "deep", root / "content" / "deeper"
    old.rename(new)
    assert {old, new} <= noticed(saves, root)
    (new / "awake.md").unlink()
    assert new / "awake.md" in noticed(saves, root)


def test_settings_are_noticed_and_their_neighbors_are_not(saves: Saves, root: Path) -> None:
    save_until_noticed(saves, root / "pelicanconf.py")
    for name in ("README.md", "output"):
        (root / name).write_text("", encoding="utf-8")

    seen = save_until_noticed(saves, root / "publishconf.py")
    assert {path for path in seen if path.suffix == ".md" or not path.suffix} == set()


@pytest.mark.parametrize("name", TEMPORARY)
def test_what_editors_write_beside_a_file_is_not_noticed(saves: Saves, root: Path, name: str) -> None:
    path = root / "content" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("", encoding="utf-8")
    path.unlink()

    assert noticed(saves, root) == set()


def test_a_folder_put_in_the_place_of_a_watched_one_is_watched(saves: Saves, root: Path) -> None:
    (root / "theme").rename(root / "old")
    (root / "theme").mkdir()

    save_until_noticed(saves, root / "theme" / "new.css")


def test_who_waits_is_let_go(root: Path) -> None:
    saves = Saves(root)
    saves.start()
    saves.stop()

    assert saves.next() == set()
