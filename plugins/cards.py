"""Give each page the picture that goes with a link to it when somebody shares it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican.plugins import signals

from plugins.addresses import pages_of
from plugins.models.card import FAMILY, HEIGHT, WIDTH, drawn, wrapped
from plugins.models.tokens import colors

if TYPE_CHECKING:
    from pelican import Pelican
    from pelican.contents import Content
    from pelican.generators import Generator

FOLDER = "cards"
LEADING = 1.14
MIDDLE = 284  # pixels from the top: halfway between the clinic's name and the sun
ABOVE_BASELINE = 0.7  # of the type size: how far capitals reach


def layout(title: str) -> dict[str, Any]:
    """What theme/templates/card.svg asks for about a title: all in pixels."""
    size, lines = wrapped(title)
    leading = round(size * LEADING)
    block = leading * (len(lines) - 1) + round(size * ABOVE_BASELINE)
    first = MIDDLE - block // 2 + round(size * ABOVE_BASELINE)
    picture = {"width": WIDTH, "height": HEIGHT, "family": FAMILY}
    return picture | {"size": size, "lines": lines, "first": first, "leading": leading}


def begin(content: Content) -> None:
    """No page has a card until it is drawn."""
    content.card = ""


def draw(generators: list[Generator]) -> None:
    """Draw the card of every page that is written, for production, and set ``card`` to its whole address."""
    settings = generators[0].settings
    settings["CARDS"] = cards = set()
    if not settings["PRODUCTION"] or settings["CLINIC"] is None:
        return
    template = generators[0].env.get_template("card.svg")
    shared = {"clinic": settings["CLINIC"], "colors": colors(Path(settings["THEME"]))}
    for page in pages_of(generators):
        if page.save_as:
            name = drawn(template.render(layout(page.plain_title), **shared), Path(settings["CACHE_PATH"], FOLDER))
            cards.add(name)
            page.card = f"{settings['SITEURL']}/{FOLDER}/{name}"


def publish(pelican: Pelican) -> None:
    """Copy this build's cards from the cache."""
    settings = pelican.settings
    for name in sorted(settings["CARDS"]):
        target = Path(settings["OUTPUT_PATH"], FOLDER, name)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(Path(settings["CACHE_PATH"], FOLDER, name), target)


def register() -> None:
    """Called by Pelican."""
    signals.content_object_init.connect(begin)
    signals.all_generators_finalized.connect(draw)
    signals.finalized.connect(publish)
