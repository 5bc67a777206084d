"""Every page of the real site has a card with its own title, and nothing of it in development."""

from __future__ import annotations

import re
from functools import partial
from io import BytesIO
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from jinja2 import Environment, FileSystemLoader
from PIL import Image, ImageChops

from plugins.cards import FOLDER, cards_of, publish
from plugins.models.card import MEASURE, START, Cards
from plugins.models.memory import Memory
from plugins.models.processes import FEW
from plugins.models.tokens import colors as known
from tests.conftest import ROOT
from tests.plugins.known import clinic
from tools.build import read_clinic

if TYPE_CHECKING:
    from pathlib import Path

    from pelican import Pelican

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


def test_many_are_drawn_on_every_core_and_each_once(
    cards: Cards, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles = {cards.name(title): title for title in (f"Title {number}" for number in range(FEW))}
    expected = {file: cards.draw(title) for file, title in titles.items()}
    draw = Cards.draw
    # Whatever draws a second time fails, in whichever process.
    monkeypatch.setattr(Cards, "draw", lambda self, title: (tmp_path / title).mkdir() or draw(self, title))
    memory = Memory(tmp_path / "memory.db")
    for build in ("first", "second"):
        (tmp_path / build).mkdir()
        drawn = {file: partial(cards.draw, title) for file, title in titles.items()}
        settings = {"CARDS": drawn, "OUTPUT_PATH": str(tmp_path / build), "MEMORY": memory}
        publish(cast("Pelican", SimpleNamespace(settings=settings)))

        assert {path.name: path.read_bytes() for path in (tmp_path / build / FOLDER).iterdir()} == expected
    assert len(expected) == FEW
