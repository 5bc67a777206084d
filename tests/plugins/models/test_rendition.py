"""What is made of a picture is made once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.models.rendition import drawing

if TYPE_CHECKING:
    from pathlib import Path


def test_a_drawing_is_written_whole_and_once_until_it_is_another(tmp_path: Path) -> None:
    picture, cache = tmp_path / "a.svg", tmp_path / "cache"
    picture.write_text('<svg viewBox="0 0 3 2"/>', encoding="utf-8")
    kept = cache / drawing(picture, cache).name
    assert kept.read_bytes() == picture.read_bytes()

    written = kept.stat().st_ino
    assert cache / drawing(picture, cache).name == kept
    assert kept.stat().st_ino == written

    picture.write_text('<svg viewBox="0 0 4 2"/>', encoding="utf-8")
    assert (cache / drawing(picture, cache).name).read_bytes() == picture.read_bytes()
