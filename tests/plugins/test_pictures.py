"""Pictures come out small, upright, sized, described, and without the place where they were taken."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from justhtml import JustHTML
from PIL import Image

from plugins.models.rendition import QUALITY, prune, renditions

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Project

ORIENTATION, ON_ITS_SIDE = 0x0112, 6
GPS, LATITUDE_REF = 0x8825, 1
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360"><rect width="640" height="360"/></svg>'


def photograph(path: Path, width: int = 2000, height: int = 1000) -> Path:
    """A JPEG as a telephone takes it: lying on its side, with its position."""
    exif = Image.Exif()
    exif[ORIENTATION] = ON_ITS_SIDE
    exif.get_ifd(GPS)[LATITUDE_REF] = "N"
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(path, exif=exif)
    return path


def test_every_width_and_format_is_made_upright_and_without_exif(tmp_path: Path) -> None:
    made = renditions(photograph(tmp_path / "room.jpg"), tmp_path / "cache")
    assert list(made) == list(QUALITY)
    for files in made.values():
        assert [file.width for file in files] == [480, 960, 1000]  # the picture is 1000 wide once upright
        for file in files:
            with Image.open(tmp_path / "cache" / file.name) as picture:
                assert picture.size == (file.width, file.height)
                assert picture.height > picture.width
                assert not dict(picture.getexif())


def test_a_small_picture_is_never_enlarged(tmp_path: Path) -> None:
    made = renditions(photograph(tmp_path / "small.png", 100, 300), tmp_path / "cache")
    assert {file.width for files in made.values() for file in files} == {300}


def test_a_picture_is_encoded_once_and_again_when_its_bytes_change(tmp_path: Path) -> None:
    picture, cache = photograph(tmp_path / "room.jpg"), tmp_path / "cache"
    first = renditions(picture, cache)
    stamps = {path: path.stat().st_mtime_ns for path in cache.iterdir()}
    assert renditions(picture, cache) == first
    assert {path: path.stat().st_mtime_ns for path in cache.iterdir()} == stamps
    photograph(picture, 1800, 900)
    assert renditions(picture, cache) != first


def test_a_picture_is_encoded_again_when_a_file_of_it_is_lost_or_all_is_to_be_made_anew(project: Project) -> None:
    photograph(project.path / "content/images/room.jpg")
    project.page(body="![A quiet room](/images/room.jpg)")
    project.build()
    widest = max((project.path / ".cache/pictures").glob("room-*.avif"))
    right = widest.read_bytes()

    widest.unlink()
    assert project.build().code == 0  # the same site stands there
    project.page(body="Another one: ![A quiet room](/images/room.jpg)")
    assert project.build().code == 0
    assert widest.read_bytes() == right

    widest.write_bytes(b"spoiled")
    assert project.build("--fresh").code == 0
    assert (project.output / "images" / widest.name).read_bytes() == right


def test_what_no_build_has_used_for_long_is_dropped(tmp_path: Path) -> None:
    rooms = [photograph(tmp_path / f"{name}.png", 200, 100) for name in ("used", "old", "new")]
    used, old, new = (
        [file.name for files in renditions(room, tmp_path / "cache").values() for file in files] for room in rooms
    )
    for path in (tmp_path / "cache").iterdir():
        if not path.name.startswith("new"):
            os.utime(path, (0, 0))

    prune(tmp_path / "cache", used)

    kept = {path.name for path in (tmp_path / "cache").iterdir()}
    assert {*used, *new} < kept
    assert kept.isdisjoint(old)
    assert {name.split("-")[0] for name in kept if name.endswith(".json")} == {"used", "new"}
    prune(tmp_path / "cache", [])
    assert {path.name for path in (tmp_path / "cache").iterdir()} == kept, "this build has used it"


def test_a_page_shows_its_pictures_lazily_but_for_the_first(project: Project) -> None:
    photograph(project.path / "content/images/room.jpg")
    project.write("content/images/way.svg", DRAWING)
    project.page(body="![A quiet room](/images/room.jpg)\n\n![The way in](/images/way.svg)")
    assert project.build().lines == []
    page = JustHTML((project.output / "new/index.html").read_text(encoding="utf-8"), sanitize=False)
    photo, drawing = page.query("main img")
    assert photo.attrs is not None
    assert drawing.attrs is not None
    assert (photo.attrs["alt"], photo.attrs["width"], photo.attrs["height"]) == ("A quiet room", "1000", "2000")
    assert "loading" not in photo.attrs
    assert (drawing.attrs["width"], drawing.attrs["height"], drawing.attrs["loading"]) == ("640", "360", "lazy")
    assert [source.attrs["type"] for source in page.query("main source") if source.attrs] == ["image/avif"]
    published = {path.suffix for path in (project.output / "images").iterdir()}
    assert published == {".avif", ".webp", ".svg"}, "the photograph as it came is not published"


def test_a_picture_without_words_without_a_file_or_without_sense_is_refused(project: Project) -> None:
    photograph(project.path / "content/images/room.jpg")
    project.write("content/images/broken.jpg", "not a picture")
    project.page(body="![](/images/room.jpg)\n\n![A room](/images/rom.jpg)\n\n![A room](/images/broken.jpg)")
    outcome = project.build()
    assert outcome.code == 1
    assert outcome.lines == [
        'content/new.md:5:3: the picture "/images/room.jpg" has no words; '
        "say between the square brackets what it shows: ![A quiet room](/images/room.jpg)",
        'content/new.md:7:11: there is no picture "/images/rom.jpg"; did you mean "/images/room.jpg"?',
        'content/new.md:9:11: "/images/broken.jpg" cannot be read as a picture; '
        "save it again as JPEG, PNG, WebP, AVIF or SVG",
    ]


@pytest.mark.parametrize("scale", [1, 3], ids=["as it is", "three times as wide"])
def test_the_same_picture_gives_the_same_bytes(tmp_path: Path, scale: int) -> None:
    picture = photograph(tmp_path / "room.jpg", 600 * scale, 400)
    made = [renditions(picture, tmp_path / cache) for cache in ("one", "two")]
    assert made[0] == made[1]
    for file in made[0]["avif"]:
        assert (tmp_path / "one" / file.name).read_bytes() == (tmp_path / "two" / file.name).read_bytes()
