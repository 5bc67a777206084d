"""A part is found by what it says, and by every other way to say the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plugins.models.search_counts import SYNONYM, count, count_words, groups_of
from plugins.models.search_parts import Part
from plugins.models.search_weights import weigh_counted

WORDS = st.sampled_from(["nose", "nasal", "pray", "spray", "drip", "jab"])
SAID, PHRASE = st.lists(WORDS, max_size=3).map(" ".join), st.lists(WORDS, max_size=2).map(" ".join)

PARTS = st.builds(Part, SAID, SAID, SAID, SAID, SAID, SAID, SAID, st.just(1.0), st.booleans())


def worths(part: Part, same: list[list[str]]) -> dict[str, float]:
    """What each word of a part is worth there."""
    return count_words(part, groups_of(same))


@given(SAID, SAID, SAID, st.lists(st.lists(PHRASE, min_size=2), min_size=2))
def test_what_says_one_phrase_of_a_group_is_found_by_its_other_words(
    page: str, heading: str, text: str, same: list[list[str]]
) -> None:
    part = Part("/a/", page, heading, "", text, "")
    own = worths(part, [])
    expected = dict(own)
    for phrases in same:
        said = [phrase.split() for phrase in phrases if phrase and f" {phrase} " in f" {heading or page} {text} "]
        most = max((min(own[word] for word in words) for words in said), default=0)
        for word in {*" ".join(phrases).split()} - {*own} if said else ():
            expected[word] = max(expected.get(word, 0), SYNONYM * most)

    assert worths(part, same) == expected


@given(st.lists(PARTS, min_size=1), st.data())
def test_parts_weigh_the_same_however_many_of_them_are_counted_together(parts: list[Part], data: st.DataObject) -> None:
    groups = groups_of([["nasal spray", "nose drip"], ["jab", "pray"]])
    cut = data.draw(st.integers(0, len(parts)))
    apart = [count(some, groups) for some in (parts[:cut], parts[cut:])]

    assert weigh_counted(apart, groups) == weigh_counted([count(parts, groups)], groups)
