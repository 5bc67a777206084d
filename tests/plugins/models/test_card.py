"""A card shows any title whole, is the size that sites ask for, and is the same wherever it is drawn."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont

from plugins.models.card import (
    ABOVE_BASELINE,
    FONT,
    HEIGHT,
    LEADING,
    MEASURE,
    MIDDLE,
    SHADES,
    SIZES,
    START,
    STEP,
    WIDTH,
    Cards,
    wrapped,
)

BEGIN = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
SVG = BEGIN + '<path fill="{}" d="M0 0h600v630H0z"/></svg>'


@pytest.mark.parametrize(
    ("title", "size", "lines"),
    [
        ("PTSD", 92, ["PTSD"]),
        ("Are You a Candidate for Ketamine Therapy?", 92, ["Are You a Candidate", "for Ketamine Therapy?"]),
        ("A title of one-and-seventy letters, as long as the contract lets any be.", 80, 3),
    ],
)
def test_lines_are_alike_and_as_large_as_fits(title: str, size: int, lines: list[str] | int) -> None:
    found = wrapped(title)

    assert found[0] == size
    assert lines in (found[1], len(found[1]))


@given(st.text("aiWM -,&é", max_size=70) | st.text("W", min_size=40, max_size=70))
def test_no_letter_of_any_title_is_lost_or_cut(title: str) -> None:
    size, lines = wrapped(title)

    assert "".join(lines).replace(" ", "") == title.replace(" ", "")
    assert len(lines) <= SIZES[size]
    assert max(map(ImageFont.truetype(FONT, size).getlength, lines)) <= MEASURE


@given(st.text("aiWM -,&é", max_size=70) | st.text("W ", min_size=40, max_size=70))
def test_lines_are_made_shorter_as_long_as_they_do_not_become_more(title: str) -> None:
    size, lines = wrapped(title)
    width = cache(ImageFont.truetype(FONT, size).getlength)

    def broken(measure: int) -> list[str]:
        found, length = [""], 0.0
        for word in " ".join(lines).split():
            alone, longer = width(word), length + width(f" {word}")
            if found[-1] and longer <= measure:
                found[-1], length = f"{found[-1]} {word}", longer
            else:
                found = [*filter(None, found), word]
                length = alone
        return found

    narrower = [found for measure in range(MEASURE, 0, -STEP) if len(found := broken(measure)) <= len(lines)]
    assert lines == narrower[-1]


CARDS = Cards(SVG.format("#0e4f47"), "#ffffff")


@given(st.text("aiWM -,&éẤǙg₍", max_size=70))
def test_a_card_is_its_scene_with_the_whole_title_drawn_on_it(title: str) -> None:
    with Image.open(BytesIO(CARDS.draw(""))) as bare, Image.open(BytesIO(CARDS.draw(title))) as card:
        expected = Image.frombytes("L", bare.size, bare.tobytes())
        size, lines = wrapped(title)
        leading, height = round(size * LEADING), round(size * ABOVE_BASELINE)
        first = MIDDLE - (leading * (len(lines) - 1) + height) // 2 + height
        for number, line in enumerate(lines):
            at = START, first + number * leading
            ImageDraw.Draw(expected).text(at, line, SHADES - 1, ImageFont.truetype(FONT, size), anchor="ls")

        assert card.tobytes() == expected.tobytes()
        assert card.getpalette() == bare.getpalette()


def test_a_card_is_the_same_wherever_it_is_drawn_and_named_by_what_it_shows() -> None:
    cards = Cards(SVG.format("#0e4f47"), "#ffffff")
    first = cards.draw("A title")
    others = [Cards(SVG.format("#e0925f"), cards.ink), Cards(cards.scene, "#000000")]
    names = [cards.name("A title"), cards.name("Another"), *(other.name("A title") for other in others)]

    assert first == Cards(cards.scene, cards.ink).draw("A title")
    assert len({*names}) == len(names)
    with Image.open(BytesIO(first)) as card:
        assert (card.format, card.size) == ("PNG", (WIDTH, HEIGHT))
        assert card.convert("RGB").getpixel((300, 500)) == (0x0E, 0x4F, 0x47)
