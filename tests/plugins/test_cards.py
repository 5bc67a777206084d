"""Every page of the real site has a card with its own title, and nothing of it in development."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from jinja2 import Environment, FileSystemLoader
from PIL import Image, ImageChops

from plugins.cards import cards_of
from plugins.models.card import MEASURE, START
from plugins.models.tokens import colors as known
from tests.conftest import ROOT
from tests.plugins.known import clinic
from tools.build import read_clinic

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.models.card import Cards

CARD = re.compile(r'<meta property="og:image" content="([^"]*)">')
THEME = ROOT / "theme"
FAINT = 40  # of 255: two pictures of so many colors differ a little everywhere


def test_every_page_names_a_card_of_its_own(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    cards = [card for page in pages for card in CARD.findall(page.read_text(encoding="utf-8"))]
    files = {f"{read_clinic().url}/{path.relative_to(site).as_posix()}" for path in site.glob("cards/*")}

    assert len(cards) == len(set(cards)) == len(pages) > 15
    assert set(cards) == files


def test_the_preview_draws_none(development_site: Path) -> None:
    assert not (development_site / "cards").exists()
    assert CARD.findall((development_site / "index.html").read_text(encoding="utf-8")) == []


@pytest.fixture
def cards() -> Cards:
    template = Environment(loader=FileSystemLoader(THEME / "templates"), autoescape=True).get_template("card.svg")
    return cards_of(template, clinic(), THEME)


def picture(cards: Cards, title: str) -> Image.Image:
    """The card of a title, in full colors."""
    return Image.open(BytesIO(cards.draw(title))).convert("RGB")


def test_a_title_is_painted_between_the_name_and_the_sun(cards: Cards) -> None:
    titles = ["PTSD", 'A & B <i> "quoted"', "A title of one-and-seventy letters, as long as the contract lets any be."]
    for title in titles:
        other = ImageChops.difference(picture(cards, ""), picture(cards, title)).convert("L")
        box = other.point(lambda difference: 255 * (difference > FAINT)).getbbox()

        assert box, title
        assert 76 <= box[0] < box[2] <= 1124, title
        assert 130 <= box[1] < box[3] <= 436, title


def test_the_scene_is_of_one_color_where_titles_stand_so_that_their_edges_blend(cards: Cards) -> None:
    colors = picture(cards, "").crop((START, 130, START + MEASURE, 434)).getcolors()

    assert colors
    assert [f"#{bytes(color).hex()}" for _, color in colors if isinstance(color, tuple)] == [known(THEME)["paper"]]
