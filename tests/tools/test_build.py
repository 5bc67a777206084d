"""A built site takes its place whole, and the clinic's facts are read or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plugins.faults import BuildRefused
from tools.build import read_clinic, swap

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Project


def test_swap_puts_the_fresh_site_in_the_place_of_the_last(tmp_path: Path) -> None:
    fresh, output, last = (tmp_path / name for name in ("fresh", "output", "last"))
    for folder, page in ((fresh, "new.html"), (output, "old.html")):
        folder.mkdir()
        (folder / page).write_text(page, encoding="utf-8")

    swap(fresh, output, last)

    assert [path.name for path in tmp_path.iterdir()] == ["output"]
    assert [path.name for path in output.iterdir()] == ["new.html"]


def test_swap_needs_no_site_before_it(tmp_path: Path) -> None:
    (tmp_path / "fresh").mkdir()

    swap(tmp_path / "fresh", tmp_path / "output", tmp_path / "last")

    assert [path.name for path in tmp_path.iterdir()] == ["output"]


def test_the_clinic_is_read_from_its_file(project: Project) -> None:
    project.replace("data/clinic.toml", 'tagline = "Relax the mind, awaken the spirit"', 'tagline = "Be well"')

    assert read_clinic(project.path).tagline == "Be well"


def test_a_clinic_with_faults_is_refused_with_all_of_them(project: Project) -> None:
    project.replace("data/clinic.toml", "tagline =", "tagliene =")
    project.replace("data/clinic.toml", 'monday = "To be confirmed: opening hours"', 'monday = "9 to 5"')

    with pytest.raises(BuildRefused) as refused:
        read_clinic(project.path)

    path = project.path / "data/clinic.toml"
    lines = path.read_text(encoding="utf-8").splitlines()
    monday = lines.index('monday = "9 to 5"') + 1
    tagline = next(number for number, line in enumerate(lines, 1) if line.startswith("tagliene"))
    assert [str(fault) for fault in refused.value.faults] == [
        f'{path}:1:1: "tagline" is missing; add tagline = …: the tagline',
        f'{path}:{tagline}:1: there is no "tagliene"; did you mean "tagline"?',
        f'{path}:{monday}:1: "monday" is \'9 to 5\'; write "09:00-17:00", "09:00-12:00, 13:00-17:00" or "closed"',
    ]


def test_a_second_build_drops_the_pages_that_are_gone(project: Project) -> None:
    page = project.page()
    assert project.build().code == 0
    assert (project.output / "new/index.html").exists()
    page.unlink()

    assert project.build().code == 0

    assert not (project.output / "new").exists()
    assert (project.output / "index.html").exists()
