"""Give each page the picture that goes with a link to it when somebody shares it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from pelican.plugins import signals

from plugins.addresses import pages_of
from plugins.models.card import FAMILY, HEIGHT, WIDTH, Cards
from plugins.models.processes import on_every_core
from plugins.models.tokens import colors

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import Template
    from pelican import Pelican
    from pelican.contents import Content
    from pelican.generators import Generator

    from plugins.models.clinic import Clinic

FOLDER = "cards"
SIZE = {"width": WIDTH, "height": HEIGHT, "family": FAMILY}


def cards_of(template: Template, clinic: Clinic, theme: Path) -> Cards:
    """The cards of a clinic, by theme/templates/card.svg in the theme's colors."""
    known = colors(theme)
    return Cards(template.render(SIZE, clinic=clinic, colors=known), known["ink"])


def draw_once(cards: Cards, titles: Iterable[str], folder: Path) -> dict[str, str]:
    """Draw the cards that are not in ``folder`` yet; the name of each title's file there."""
    names = {title: cards.name(title) for title in titles}
    missing = [title for title, name in names.items() if not (folder / name).exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for title, drawn in zip(missing, on_every_core(lambda title: _drawn(cards, title, folder), missing), strict=True):
        if not drawn:
            _drawn(cards, title, folder)
    return names


def _drawn(cards: Cards, title: str, folder: Path) -> bool:
    cards.draw(title, folder / cards.name(title))
    return True


def begin(content: Content) -> None:
    """No page has a card until it is drawn."""
    content.card = ""


def draw(generators: list[Generator]) -> None:
    """Draw the card of every page that is written, for production, and set ``card`` to its whole address."""
    settings = generators[0].settings
    settings["CARDS"] = {}
    if not settings["PRODUCTION"] or settings["CLINIC"] is None:
        return
    cards = cards_of(generators[0].env.get_template("card.svg"), settings["CLINIC"], Path(settings["THEME"]))
    pages = [page for page in pages_of(generators) if page.save_as]
    names = draw_once(cards, {page.plain_title for page in pages}, Path(settings["CACHE_PATH"], FOLDER))
    settings["CARDS"] = names
    for page in pages:
        page.card = f"{settings['SITEURL']}/{FOLDER}/{names[page.plain_title]}"


def publish(pelican: Pelican) -> None:
    """Copy this build's cards from the cache."""
    settings = pelican.settings
    for name in sorted({*settings["CARDS"].values()}):
        target = Path(settings["OUTPUT_PATH"], FOLDER, name)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(Path(settings["CACHE_PATH"], FOLDER, name), target)


def register() -> None:
    """Called by Pelican."""
    signals.content_object_init.connect(begin)
    signals.all_generators_finalized.connect(draw)
    signals.finalized.connect(publish)
