"""Make the picture of a page that goes with a shared link."""

from __future__ import annotations

import os
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from typing import TYPE_CHECKING

import resvg_py
from font_source_serif_pro import font_files_ttf
from PIL import Image, ImageFont

if TYPE_CHECKING:
    from pathlib import Path

WIDTH, HEIGHT = 1200, 630  # pixels: what Facebook, LinkedIn, Slack and X show whole
FONT = font_files_ttf["SourceSerifProSemibold"]
FAMILY = "Source Serif Pro"
MEASURE = 1040  # pixels that a line of the title may take
# How many lines of each type size, in pixels, fit between the clinic's name and the hills; the largest that does wins.
SIZES = {92: 3, 80: 3, 68: 4, 58: 5, 48: 6, 36: 8}
COLORS = 128
MAKERS = ("pillow", "resvg-py", "font-source-serif-pro")


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT, size)


def wrapped(title: str) -> tuple[int, list[str]]:
    """The type size in pixels and the lines of ``title``, as alike in length as its words allow."""
    for size, most in SIZES.items():
        words = title.split()
        lines = _broken(words, size, MEASURE)
        if len(lines) <= most and max(map(_font(size).getlength, lines)) <= MEASURE:
            break
    else:
        words = [piece for word in words for piece in _pieces(word, size)]
        lines = _broken(words, size, MEASURE)[:most]
    narrower = MEASURE
    while len(tried := _broken(words, size, narrower)) <= len(lines) and narrower > 0:
        lines, narrower = tried, narrower - 10
    return size, lines


def _broken(words: list[str], size: int, measure: int) -> list[str]:
    lines = [""]
    for word in words:
        longer = f"{lines[-1]} {word}".strip()
        if _font(size).getlength(longer) <= measure or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _pieces(word: str, size: int) -> list[str]:
    """A word that is wider than a line, cut into what is not."""
    most = max(1, int(len(word) * MEASURE / max(_font(size).getlength(word), 1)) - 1)
    return [word[at : at + most] for at in range(0, len(word), most)]


def drawn(svg: str, cache: Path) -> str:
    """The name in ``cache`` of the picture that ``svg`` describes, a PNG; each is drawn once.

    The key is a hash of the drawing and of what makes it a picture.
    """
    made_of = [svg, str(COLORS), *(version(maker) for maker in MAKERS)]
    path = cache / f"{sha256(chr(0).join(made_of).encode()).hexdigest()[:10]}.png"
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        picture = Image.open(BytesIO(resvg_py.svg_to_bytes(svg, font_files=[FONT], skip_system_fonts=True)))
        flat = picture.convert("RGB").quantize(COLORS, dither=Image.Dither.NONE)
        part = path.with_name(f"{path.name}.{os.getpid()}")
        flat.save(part, "png", optimize=True)
        part.replace(path)
    return path.name
