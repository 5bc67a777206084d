"""Make the picture of a page that goes with a shared link."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO

import resvg_py
from font_source_serif_pro import font_files_ttf
from PIL import Image, ImageColor, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630  # pixels: what Facebook, LinkedIn, Slack and X show whole
FONT = font_files_ttf["SourceSerifProSemibold"]
FAMILY = "Source Serif Pro"
START, MEASURE = 80, 1040  # pixels: where the lines of a title begin, and how long they may be
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
        lines, narrower = tried, narrower - 10
    return size, lines


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
        drawn = BytesIO()
        # Most of a card is of one color for long stretches: to look for those alone takes a third of the time.
        self._titled(title).save(drawn, "png", compress_type=zlib.Z_RLE)
        return drawn.getvalue()

    def _titled(self, title: str) -> Image.Image:
        size, lines = wrapped(title)
        leading = round(size * LEADING)
        height = round(size * ABOVE_BASELINE)
        first = MIDDLE - (leading * (len(lines) - 1) + height) // 2 + height
        ground, colors = self._ground
        card = ground.copy()
        pen = ImageDraw.Draw(card)
        for number, line in enumerate(lines):
            pen.text((START, first + number * leading), line, SHADES - 1, _font(size), anchor="ls")
        card.putpalette(colors)
        return card

    @cached_property
    def _ground(self) -> tuple[Image.Image, list[int]]:
        """The scene as the numbers of its colors, and these: first from the paper to the ink, so that letters blend."""
        picture = resvg_py.svg_to_bytes(self.scene, font_files=[FONT], skip_system_fonts=True)
        scene = Image.open(BytesIO(picture)).convert("RGB").quantize(COLORS)
        colors = scene.getpalette() or []
        paper = scene.tobytes()[MIDDLE * WIDTH + START]
        numbers = [0 if number == paper else number + SHADES for number in range(256)]
        ends = zip(colors[3 * paper : 3 * paper + 3], ImageColor.getrgb(self.ink), strict=True)
        steps = [(light, (dark - light) / (SHADES - 1)) for light, dark in ends]
        shades = [round(light + shade * step) for shade in range(SHADES) for light, step in steps]
        return scene.point(numbers, "L"), shades + colors
