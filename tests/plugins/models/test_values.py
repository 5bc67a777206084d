"""What is written down is read back as what it was."""

from __future__ import annotations

import datetime
from array import array
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.faults import Fault
from plugins.models.search_counts import Counted
from plugins.models.search_parts import Part
from plugins.models.values import read, written

FLOATS = st.floats(allow_nan=False)  # which is not even what it is
PLAIN = st.none() | st.booleans() | st.integers() | FLOATS | st.text() | st.binary() | st.dates() | st.datetimes()
FAULTS = st.builds(Fault, st.text(), st.integers(), st.integers(), st.text(), st.text(), st.booleans())
PARTS = st.builds(Part, *[st.text()] * 7, FLOATS, st.booleans())
PLACES = st.builds(array, st.just("I"), st.lists(st.integers(0, 2**32 - 1)))
WORTHS = st.builds(array, st.just("f"), st.lists(st.floats(allow_nan=False, width=32)))
COUNTED = st.builds(Counted, st.lists(PARTS), st.text(), PLACES, PLACES, WORTHS)
VALUES = st.recursive(
    PLAIN | FAULTS | st.sets(st.text()) | PARTS | PLACES | WORTHS | COUNTED,
    lambda inner: (
        st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(st.text() | st.dates(), inner, max_size=4)
    ),
    max_leaves=8,
)


def kinds(value: Any) -> Any:
    """The type of a value, and those of what it holds."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    return type(value), [kinds(each) for each in inside]


@given(VALUES)
def test_a_value_comes_back_with_its_types(value: object) -> None:
    again = read(written(value))

    assert again == value
    assert kinds(again) == kinds(value)


@pytest.mark.parametrize("value", [object(), [datetime.timedelta(1)], {"a": range(3)}])
def test_what_would_not_come_back_is_not_written(value: object) -> None:
    with pytest.raises(TypeError, match="cannot be written down"):
        written(value)
