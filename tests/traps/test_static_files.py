"""Hidden files are not published, wherever they lie."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.conftest import Project

HIDDEN = (".env", ".DS_Store", "Thumbs.db", "desktop.ini", "leaf.svg~", ".git/config", "deep/.env", "deep/Thumbs.db")
SHOWN = ("leaf.svg", "deep/leaf.svg")


def test_hidden_files_in_images_and_static_stay_at_home(project: Project) -> None:
    for name in (*HIDDEN, *SHOWN):
        project.write(f"content/images/{name}", '<svg viewBox="0 0 1 1"/>')
        project.write(f"theme/static/{name}", '<svg viewBox="0 0 1 1"/>')

    assert project.build("--production").code == 0

    files = {path.relative_to(project.output).as_posix() for path in project.output.rglob("*") if path.is_file()}
    assert {*SHOWN, *(f"images/{name}" for name in SHOWN)} <= files
    assert {name for name in HIDDEN for path in files if path.endswith(name)} == set()


def test_a_fresh_clone_that_has_no_pictures_yet_is_built(project: Project) -> None:
    shutil.rmtree(project.path / "content/images")

    assert project.build("--production").code == 0
