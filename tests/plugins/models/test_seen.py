"""What a template would see otherwise has another digest, and what cannot be told has none."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
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


class Pair(NamedTuple):
    """A tuple of a type of its own."""

    first: object
    second: object


class Size(Enum):
    """One of a few."""

    SMALL = "a"


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
        ([FACT, Pair(1, 2)], [FACT, [1, 2]]),
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


PARTS = st.sampled_from([0, 1, True, 1.0, None, "", "a", b"a", Markup("a"), FACT, replace(FACT, name="b"), Size.SMALL])
VALUES = st.recursive(
    PARTS,
    lambda parts: st.one_of(
        st.lists(parts, max_size=3),
        st.lists(parts, max_size=3).map(tuple),
        st.dictionaries(st.sampled_from(["a", "b"]), parts),
        st.builds(Pair, parts, parts),
    ),
    max_leaves=6,
)


@given(VALUES, VALUES)
def test_two_values_have_one_digest_where_python_writes_them_alike(one: object, other: object) -> None:
    assert (Digests().of(one) == Digests().of(other)) == (repr(one) == repr(other))


def test_nor_does_it_matter_whether_two_parts_are_one_object_or_in_what_order_a_set_holds_them() -> None:
    words = "".join(["some ", "words"])
    again = "".join(["some ", "words"])
    one, other = {0, 8}, {8, 0}

    assert [*one] != [*other]
    assert Digests().of([words, words]) == Digests().of([words, again])
    assert Digests().of(one) == Digests().of(other)
    assert Digests().of({Markup("a"), Markup("b")}) == Digests().of({Markup("b"), Markup("a")})


def test_every_name_that_a_template_asks_for_is_heard() -> None:
    env = Environment(autoescape=True)
    env.context_class = ListeningContext
    LOOKED_UP.append({})
    env.from_string("{{ a }}{% if b is defined %}{{ c }}{% endif %}{% set d = 1 %}{{ d }}").render(a=1, c=2)

    assert {"a", "b"} <= LOOKED_UP.pop().keys()
