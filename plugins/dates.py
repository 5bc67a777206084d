"""Write dates for machines and for people at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup
from pelican.plugins import signals

if TYPE_CHECKING:
    import datetime

    from pelican.generators import Generator

MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905


def in_words(date: datetime.date) -> str:
    """A day as people read it, "22 November 2026", whatever this machine's locale."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def dated(day: datetime.date | str) -> str:
    """A day in words; what stands in the place of one as it is."""
    return day if isinstance(day, str) else in_words(day)


def day(date: datetime.date) -> Markup:
    """The template filter ``day``: a ``<time>`` that holds the day in words."""
    iso = date.strftime("%Y-%m-%d")
    return Markup('<time datetime="{}">{}</time>').format(iso, in_words(date))


def hand_over(generator: Generator) -> None:
    """Give this generator's templates the filter."""
    generator.env.filters["day"] = day


def register() -> None:
    """Called by Pelican."""
    signals.generator_init.connect(hand_over)
