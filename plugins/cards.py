"""Give each page the picture that goes with a link to it when somebody shares it."""

from __future__ import annotations

from functools import partial
from operator import call
from pathlib import Path
from typing import TYPE_CHECKING

from pelican.plugins import signals

from plugins.addresses import pages_of
from plugins.models import published
from plugins.models.card import FAMILY, HEIGHT, WIDTH, Cards
from plugins.models.memory import key_of
from plugins.models.remembered import made_once
from plugins.models.tokens import colors

if TYPE_CHECKING:
    from collections.abc import Callable

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


def begin(content: Content) -> None:
    """No page has a card until it is drawn."""
    content.card = ""


def name(generators: list[Generator]) -> None:
    """Set ``card``, the whole address of its card, on every page that is written, for production."""
    settings = generators[0].settings
    settings["CARDS"] = {}
    if not settings["PRODUCTION"] or settings["CLINIC"] is None:
        return
    cards = cards_of(generators[0].env.get_template("card.svg"), settings["CLINIC"], Path(settings["THEME"]))
    pages = [page for page in pages_of(generators) if page.save_as]
    files = {title: cards.name(title) for title in sorted({page.plain_title for page in pages})}
    settings["CARDS"] = {file: partial(cards.draw, title) for title, file in files.items()}
    for page in pages:
        page.card = f"{settings['SITEURL']}/{FOLDER}/{files[page.plain_title]}"


def publish(pelican: Pelican) -> None:
    """Draw this build's cards, those that no build before has drawn, and write them into the output."""
    settings = pelican.settings
    cards: dict[str, Callable[[], bytes]] = settings["CARDS"]
    folder = Path(settings["OUTPUT_PATH"], FOLDER)
    drawn = made_once(settings, [key_of("card", file) for file in cards], [*cards.values()], call)
    if cards:
        folder.mkdir(exist_ok=True)
    for file, png in zip(cards, drawn, strict=True):
        published.publish(folder / file, png, settings)


def register() -> None:
    """Called by Pelican."""
    signals.content_object_init.connect(begin)
    signals.all_generators_finalized.connect(name)
    signals.finalized.connect(publish)
