"""Every page of the real site has a card with its own title, and nothing of it in development."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader
from PIL import Image, ImageChops

from plugins.cards import layout
from plugins.models.card import drawn
from plugins.models.tokens import colors
from tests.conftest import ROOT
from tests.plugins.known import clinic
from tools.build import read_clinic

if TYPE_CHECKING:
    from pathlib import Path

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


def picture(title: str, cache: Path) -> Image.Image:
    template = Environment(loader=FileSystemLoader(THEME / "templates"), autoescape=True).get_template("card.svg")
    svg = template.render(layout(title), clinic=clinic(), colors=colors(THEME))
    return Image.open(cache / drawn(svg, cache)).convert("RGB")


def test_a_title_is_painted_between_the_name_and_the_sun(tmp_path: Path) -> None:
    nothing = picture("", tmp_path)
    titles = ["PTSD", 'A & B <i> "quoted"', "A title of one-and-seventy letters, as long as the contract lets any be."]
    for title in titles:
        other = ImageChops.difference(nothing, picture(title, tmp_path)).convert("L")
        box = other.point(lambda difference: 255 * (difference > FAINT)).getbbox()

        assert box, title
        assert 76 <= box[0] < box[2] <= 1124, title
        assert 130 <= box[1] < box[3] <= 436, title
