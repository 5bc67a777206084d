"""What a template would see otherwise has another digest, and what cannot be told has none."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from typing import Any

import pytest
from jinja2 import Environment
from markupsafe import Markup
from pelican.contents import Page
from pelican.plugins import signals
from pelican.settings import DEFAULT_CONFIG

from plugins.models.seen import LOOKED_UP, Digests, ListeningContext, Unseen


@dataclass
class Fact:
    """A record as plugins hand over."""

    name: str
    days: tuple[datetime.date, ...] = ()


FACT = Fact("a", (datetime.date(2026, 1, 2),))


def page(words: str = "Words.", **metadata: Any) -> Page:
    """A page as it has been read, by no plugin that another test has registered."""
    with signals.content_object_init.muted():
        return Page(words, {"title": "A", "slug": "a", **metadata}, settings={**DEFAULT_CONFIG}, source_path="a.md")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1", 1),
        (1, True),
        ("a", Markup("a")),
        (["ab"], ["a", "b"]),
        ({"a": 1}, {"a": 2}),
        (FACT, replace(FACT, days=(datetime.date(2026, 1, 3),))),
        ([FACT], FACT),
        (page(), page("Other words.")),
        (page(), page(title="B")),
        (page(parts=[page("One.")]), page(parts=[page("Two.")])),
    ],
)
def test_what_looks_otherwise_has_another_digest(one: object, other: object) -> None:
    assert Digests().of(one) != Digests().of(other)


@pytest.mark.parametrize("made", [page, lambda: page(parts=[page()]), lambda: replace(FACT), lambda: {"b", "a"}])
def test_what_looks_the_same_has_the_same(made: Any) -> None:
    assert Digests().of(made()) == Digests().of(made())


@pytest.mark.parametrize("value", [object(), len, page('<a href="{attach}a.pdf">A</a>')])
def test_what_cannot_be_told_has_none(value: object) -> None:
    with pytest.raises(Unseen):
        Digests().of(value)


def test_every_name_that_a_template_asks_for_is_heard() -> None:
    env = Environment(autoescape=True)
    env.context_class = ListeningContext
    LOOKED_UP.append({})
    env.from_string("{{ a }}{% if b is defined %}{{ c }}{% endif %}{% set d = 1 %}{{ d }}").render(a=1, c=2)

    assert {"a", "b"} <= LOOKED_UP.pop().keys()
