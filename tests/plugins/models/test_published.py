"""A file of the output that is the same as the last build's is that file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from plugins.models.published import LAST, publish

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "about/index.html"


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, str]:
    """Those of a build into one folder beside the output of the last one, which holds a page."""
    for folder in ("made", "last"):
        (tmp_path / folder / "about").mkdir(parents=True)
    (tmp_path / "last" / PAGE).write_bytes(b"as it was")
    return {"OUTPUT_PATH": str(tmp_path / "made"), LAST: str(tmp_path / "last")}


def test_the_same_file_has_two_names(tmp_path: Path, settings: dict[str, str]) -> None:
    publish(tmp_path / "made" / PAGE, b"as it was", settings)

    assert (tmp_path / "made" / PAGE).samefile(tmp_path / "last" / PAGE)


def test_another_file_is_written_and_the_last_one_stays(tmp_path: Path, settings: dict[str, str]) -> None:
    publish(tmp_path / "made" / PAGE, b"as it is", settings)

    assert (tmp_path / "made" / PAGE).read_bytes() == b"as it is"
    assert (tmp_path / "last" / PAGE).read_bytes() == b"as it was"


def test_what_is_published_again_leaves_the_last_one_alone(tmp_path: Path, settings: dict[str, str]) -> None:
    publish(tmp_path / "made" / PAGE, b"as it was", settings)
    publish(tmp_path / "made" / PAGE, b"as it is", settings)

    assert (tmp_path / "made" / PAGE).read_bytes() == b"as it is"
    assert (tmp_path / "last" / PAGE).read_bytes() == b"as it was"


@pytest.mark.parametrize("gone", [True, False], ids=["no such file", "no such build"])
def test_what_is_new_is_written(tmp_path: Path, settings: dict[str, str], gone: bool) -> None:
    if gone:
        (tmp_path / "last" / PAGE).unlink()
    else:
        del settings[LAST]

    publish(tmp_path / "made" / PAGE, b"as it was", settings)

    assert (tmp_path / "made" / PAGE).read_bytes() == b"as it was"


def test_where_files_have_one_name_each_is_written(
    tmp_path: Path, settings: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)

    publish(tmp_path / "made" / PAGE, b"as it was", settings)

    assert (tmp_path / "made" / PAGE).read_bytes() == b"as it was"
    assert not (tmp_path / "made" / PAGE).samefile(tmp_path / "last" / PAGE)
