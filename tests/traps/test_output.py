"""The last good site outlives a failed build, and the same words make the same bytes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from tests.conftest import Project

if TYPE_CHECKING:
    from pathlib import Path

FAULTS = {
    "in content, before anything is written": ("content/about.md", "\nTitle: About us", "\nTitel: About us"),
    "in a template, half-way through the output": ("theme/templates/service.html", "{{ next_steps() }}", "{{ nxt }}"),
}


def files(output: Path) -> dict[str, bytes]:
    """Every file of a built site by its path."""
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


@pytest.mark.parametrize(("name", "old", "new"), FAULTS.values(), ids=FAULTS.keys())
def test_a_failed_build_leaves_the_last_good_site_byte_for_byte(
    project: Project, name: str, old: str, new: str
) -> None:
    assert project.build().code == 0
    good, beside = files(project.output), sorted(project.path.iterdir())
    inode = project.output.stat().st_ino
    project.replace(name, old, new)

    assert project.build().code == 1

    assert len(good) > 15
    assert files(project.output) == good
    assert project.output.stat().st_ino == inode
    assert sorted(project.path.iterdir()) == beside


@pytest.mark.parametrize(("name", "old", "new"), FAULTS.values(), ids=FAULTS.keys())
def test_a_first_build_that_fails_leaves_nothing(project: Project, name: str, old: str, new: str) -> None:
    project.replace(name, old, new)
    before = sorted(project.path.iterdir())

    assert project.build(PYTHONDONTWRITEBYTECODE="1").code == 1

    assert sorted(project.path.iterdir()) == before


def test_same_words_make_same_bytes_anywhere_any_day_in_any_zone(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    here = Project(tmp_path / "here")
    there = Project(tmp_path_factory.mktemp("quite") / "another place")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    day = int(time.time())

    for production in ([], ["--production"]):
        assert here.build(*production, PYTHONHASHSEED="1", TZ="UTC", SOURCE_DATE_EPOCH=str(day)).code == 0
        later = {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "SOURCE_DATE_EPOCH": str(day + 40 * 86400)}
        assert there.build(*production, cwd=elsewhere, **later, LC_ALL="C").code == 0

        assert len(files(here.output)) > 15
        assert files(here.output) == files(there.output)
        assert list(elsewhere.iterdir()) == []
