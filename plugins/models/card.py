"""Make the picture of a page that goes with a shared link."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from typing import TYPE_CHECKING

import resvg_py
from font_source_serif_pro import font_files_ttf
from PIL import Image, ImageColor, ImageDraw, ImageFont

from plugins.models.png import Rows, png

if TYPE_CHECKING:
    from collections.abc import Callable

WIDTH, HEIGHT = 1200, 630  # pixels: what Facebook, LinkedIn, Slack and X show whole
FONT = font_files_ttf["SourceSerifProSemibold"]
FAMILY = "Source Serif Pro"
START, MEASURE = 80, 1040  # pixels: where the lines of a title begin, and how long they may be
STEP = 10  # pixels by which lines are made shorter as long as they do not become more
# How many lines of each type size, in pixels, fit between the clinic's name and the hills; the largest that does wins.
SIZES = {92: 3, 80: 3, 68: 4, 58: 5, 48: 6, 36: 8}
LEADING = 1.14
MIDDLE = 284  # pixels from the top: halfway between the clinic's name and the sun
ABOVE_BASELINE = 0.7  # of the type size: how far capitals reach
SHADES, COLORS = 12, 48  # from the paper to the ink, for the edges of letters; and of the scene
MAKERS = tuple(f"{name} {version(name)}" for name in ("pillow", "resvg-py", "font-source-serif-pro"))


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT, size)


@cache
def _width(word: str, size: int) -> float:
    return _font(size).getlength(word)


def wrapped(title: str) -> tuple[int, list[str]]:
    """The type size in pixels and the lines of ``title``, as alike in length as its words allow."""
    for size, most in SIZES.items():
        words = title.split()
        lines = _broken(words, size, MEASURE)
        if len(lines) <= most and all(_width(word, size) <= MEASURE for word in words):
            break
    else:
        words = [piece for word in words for piece in _pieces(word, size)]
        lines = _broken(words, size, MEASURE)[:most]
    narrower = MEASURE
    while len(tried := _broken(words, size, narrower)) <= len(lines) and narrower > 0:
        lines = tried
        widest = max(_length(line.split(), size) for line in lines)
        narrower -= STEP * (max(0, int(narrower - widest)) // STEP + 1)  # down to there, all lines stay as they are
    return size, lines


def _length(words: list[str], size: int) -> float:
    first, *others = words or [""]
    return sum((_width(f" {word}", size) for word in others), _width(first, size))


def _broken(words: list[str], size: int, measure: int) -> list[str]:
    lines, length = [""], 0.0
    for word in words:
        longer = length + _width(f" {word}", size)
        if lines == [""]:
            lines, length = [word], _width(word, size)
        elif longer <= measure:
            lines[-1], length = f"{lines[-1]} {word}", longer
        else:
            lines.append(word)
            length = _width(word, size)
    return lines


def _pieces(word: str, size: int) -> list[str]:
    """A word that is wider than a line, cut into what is not."""
    most = max(1, int(len(word) * MEASURE / max(_width(word, size), 1)) - 1)
    return [word[at : at + most] for at in range(0, len(word), most)]


@dataclass(frozen=True)
class Cards:
    """What all cards show, ``scene``, as SVG, and the color of their titles, "#2b2a27"."""

    scene: str
    ink: str

    def name(self, title: str) -> str:
        """The file of a title's card: a hash of what it shows, and of what makes a picture of it."""
        size, lines = wrapped(title)
        made_of = [self.scene, self.ink, *map(str, (START, LEADING, MIDDLE, SHADES, COLORS, size)), *lines, *MAKERS]
        return f"{sha256(chr(0).join(made_of).encode()).hexdigest()[:10]}.png"

    def draw(self, title: str) -> bytes:
        """The card of a title, a PNG of few colors."""
        size, lines = wrapped(title)
        leading = round(size * LEADING)
        height = round(size * ABOVE_BASELINE)
        first = MIDDLE - (leading * (len(lines) - 1) + height) // 2 + height
        ascent, descent = _font(size).getmetrics()
        top, bottom = first - ascent, first + leading * (len(lines) - 1) + descent
        ground, colors = self._ground
        band = ground.crop((0, top, ground.width, bottom))
        pen = ImageDraw.Draw(band)
        for number, line in enumerate(lines):
            pen.text((1 + START, ascent + number * leading), line, SHADES - 1, _font(size), anchor="ls")
        return png(WIDTH, HEIGHT, colors, [self._rows(0, top), Rows.of(band), self._rows(bottom, HEIGHT)])

    @cached_property
    def _rows(self) -> Callable[[int, int], Rows]:
        """The rows of the scene from one to another, made once: the layouts of titles are few."""
        ground = self._ground[0]
        return cache(lambda top, bottom: Rows.of(ground.crop((0, top, ground.width, bottom))))

    @cached_property
    def _ground(self) -> tuple[Image.Image, list[int]]:
        """The scene as the numbers of its colors, and these: first from the paper to the ink, so that letters blend.

        Each row begins with the 0 that ``Rows`` asks for.
        """
        picture = resvg_py.svg_to_bytes(self.scene, font_files=[FONT], skip_system_fonts=True)
        scene = Image.open(BytesIO(picture)).convert("RGB").quantize(COLORS)
        colors = scene.getpalette() or []
        paper = scene.tobytes()[MIDDLE * WIDTH + START]
        numbers = [0 if number == paper else number + SHADES for number in range(256)]
        ends = zip(colors[3 * paper : 3 * paper + 3], ImageColor.getrgb(self.ink), strict=True)
        steps = [(light, (dark - light) / (SHADES - 1)) for light, dark in ends]
        shades = [round(light + shade * step) for shade in range(SHADES) for light, step in steps]
        ground = Image.new("L", (1 + WIDTH, HEIGHT))
        ground.paste(scene.point(numbers, "L"), (1, 0))
        return ground, shades + colors
