"""A term of a glossary is found by its name and takes no other part's place."""

from __future__ import annotations

from plugins.models.search_parts import Part, parts_of
from plugins.models.search_weights import LEVELS, weigh


def part(heading: str, text: str) -> Part:
    return Part("/a/", "Page", heading, heading.lower(), text, text)


def test_a_term_of_a_glossary_is_a_part_that_only_its_name_finds_and_that_displaces_nothing() -> None:
    html = '<main><h1>Words</h1><dl><dt id="iv-drip"><dfn>IV drip</dfn></dt><dd>A slow infusion.</dd></dl></main>'
    page, term = parts_of(html, "/words/", "Words", "")
    others = [part("Infusion", "a drip"), part("Sleep", "rest"), page]

    assert (term.heading, term.fragment, term.excerpt, term.is_term) == ("IV drip", "iv-drip", "A slow infusion.", True)
    before, after = weigh(others), weigh([*others, term])
    assert after.found == before.found | {"iv": {3: LEVELS // 2}, "drip": before.found["drip"] | {3: LEVELS // 2}}


def test_what_is_left_out_ends_where_its_end_tag_goes_without_saying() -> None:
    note = '<p class="review-note">Not yet reviewed.'
    way = '<ul><li class="references">Doe<li>We listen.</ul>'
    _, first, second = parts_of(f'<main><h2 id="a">A</h2>{note}<h2 id="b">B</h2>{way}</main>', "/", "Home", "")

    assert (first.heading, first.text, second.heading, second.text) == ("A", "", "B", "We listen.")
