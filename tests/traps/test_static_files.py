"""Hidden files are not published, wherever they lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.conftest import Project

HIDDEN = (".env", ".DS_Store", "Thumbs.db", "desktop.ini", "leaf.svg~", ".git/config", "deep/.env", "deep/Thumbs.db")
SHOWN = ("leaf.svg", "deep/leaf.svg")


def test_hidden_files_in_images_and_static_stay_at_home(project: Project) -> None:
    for name in (*HIDDEN, *SHOWN):
        project.write(f"content/images/{name}", '<svg viewBox="0 0 1 1"/>')
        project.write(f"theme/static/{name}", '<svg viewBox="0 0 1 1"/>')
    project.page(body="![A leaf](/images/leaf.svg)")

    assert project.build("--production").code == 0

    files = {path.relative_to(project.output).as_posix() for path in project.output.rglob("*") if path.is_file()}
    assert set(SHOWN) <= files
    assert len([name for name in files if name.startswith("images/leaf-")]) == 1, "a picture that a page shows"
    assert {name for name in HIDDEN for path in files if path.endswith(name)} == set()
