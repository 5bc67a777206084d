"""Icons have the sizes and grounds that platforms ask for, and the manifest names those that are there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from plugins.icons import LARGE, OLD, OLD_SIZES, PICTURES, TOUCH, manifest
from tests.plugins.known import clinic

if TYPE_CHECKING:
    from pathlib import Path

MASKABLE = "icon-maskable-512.png"
PAPER = (0xFB, 0xF6, 0xEE, 0xFF)


@pytest.mark.parametrize("name", PICTURES)
def test_an_icon_is_square_and_has_no_hole(site: Path, name: str) -> None:
    with Image.open(site / name) as icon:
        pixels = icon.convert("RGBA")

    assert pixels.size == (PICTURES[name][0],) * 2
    assert pixels.getchannel("A").getextrema() == (255, 255)
    assert pixels.getpixel((0, 0)) == PAPER
    assert len(pixels.getcolors(pixels.width**2) or ()) > 3, "nothing is drawn on it"


def test_of_the_maskable_icon_nothing_is_outside_the_circle_that_is_always_seen(site: Path) -> None:
    with Image.open(site / MASKABLE) as icon:
        pixels = icon.convert("RGBA")
    middle, radius = pixels.width / 2, pixels.width * 0.4
    places = ((x, y) for x in range(0, pixels.width, 2) for y in range(0, pixels.width, 2))
    outside = [place for place in places if (place[0] - middle) ** 2 + (place[1] - middle) ** 2 > radius**2]

    assert {pixels.getpixel(place) for place in outside} == {PAPER}


def test_windows_finds_all_its_sizes_in_one_file(site: Path) -> None:
    with Image.open(site / OLD) as icon:
        assert icon.format == "ICO"
        assert icon.info["sizes"] == set(OLD_SIZES)


def test_the_manifest_names_icons_that_are_there(site: Path) -> None:
    told = json.loads((site / "manifest.webmanifest").read_text(encoding="utf-8"))

    assert {icon["src"].lstrip("/") for icon in told["icons"]} == PICTURES.keys() - {TOUCH}
    assert [icon["purpose"] for icon in told["icons"]] == ["any", "any", "maskable"]
    assert (told["theme_color"], told["background_color"]) == ("#123f39", "#fbf6ee")


def test_below_a_path_the_manifest_stays_there() -> None:
    told = manifest(clinic(), "/clinic", {"deep": "#000", "paper": "#fff"})

    assert (told["start_url"], told["scope"], told["name"]) == ("/clinic/", "/clinic/", "Nova")
    assert f"/clinic/{LARGE}" in str(told["icons"])


def test_pages_name_them(site: Path, development_site: Path) -> None:
    about = (site / "about/index.html").read_text(encoding="utf-8")

    assert '<link rel="manifest" href="/manifest.webmanifest">' in about
    assert "manifest-src 'self'" in about
    assert "manifest" not in (development_site / "about/index.html").read_text(encoding="utf-8").split("</head>")[0]
