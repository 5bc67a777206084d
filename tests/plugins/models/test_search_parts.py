"""A term of a glossary is found by its name and takes no other part's place."""

from __future__ import annotations

from html import escape
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from justhtml import JustHTML

from plugins.models.search_parts import IN_LINES, LEFT_OUT, Part, excerpt, parts_of
from plugins.models.search_weights import LEVELS, weigh
from plugins.whitespace import collapse

NOT_READ = LEFT_OUT | {"svg", "script", "#comment"}
CLASSES = st.sampled_from(["", ' class="note references"', ' id="c" class="references-not" title="a > b"'])


def elements(names: str, within: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds("<{0}{1}>{2}</{0}>".format, st.sampled_from(names.split()), CLASSES, within)


def some(*kinds: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(st.one_of(*kinds), max_size=4).map("".join)


WORDS = st.text("ab &<>é\n").map(escape) | st.sampled_from(
    ["<br>", "<svg><path/><title>T</title></svg>", "<!-- <p> -->"]
)
LINE = some(WORDS, elements("a sup mark STRONG", some(WORDS)))
ITEMS = st.lists(elements("li", LINE | elements("p", LINE))).map("\n".join)
TERMS = st.builds('<dl><dt id="{}">{}</dt><dd>{}</dd></dl>'.format, st.sampled_from("xyz"), LINE, LINE)
BLOCKS = some(elements("p h1 h2 h3 script nav", LINE), elements("ul", ITEMS), TERMS, LINE)
PAGES = (
    some(BLOCKS, elements("section aside div", BLOCKS)).map("<nav>Menu</nav><main>{}</main>Foot".format).map(collapse)
)


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


class Read:
    """A page as a browser reads it, its parts as lists: id, heading, text, and what is sure of that."""

    def __init__(self, html: str) -> None:
        self.parts = [["", "", "", ""]]
        self.heading: list[str] | None = None
        self._visit(JustHTML(html, sanitize=False).query("main")[0], sure=True)

    def _visit(self, node: Any, *, sure: bool) -> None:
        known = getattr(node, "attrs", None) or {}
        if node.name in NOT_READ or "references" in known.get("class", "").split():
            return
        before = self.heading
        self._take(node.data if node.name == "#text" else " " * (node.name not in IN_LINES), sure=sure)
        if node.name == "h1":
            self.heading = self.parts[0]
        elif node.name in {"h2", "h3", "dt"} and "id" in known:
            self.heading = [known["id"], "", "", ""]
            self.parts.append(self.heading)
        for child in getattr(node, "children", None) or ():
            self._visit(child, sure=sure and node.name != "mark")
        self.heading = before

    def _take(self, text: str, *, sure: bool) -> None:
        if self.heading:
            self.heading[1] += text
        else:
            self.parts[-1][2] += text
            self.parts[-1][3] += text * sure


@given(PAGES)
def test_any_page_is_read_as_a_browser_reads_it(html: str) -> None:
    first, *rest = [[" ".join(text.split()) for text in part] for part in Read(html).parts]
    own, *parts = parts_of(html, "/", "", "")

    assert own.text == f"{first[1]} {first[2]}"
    assert [(part.fragment, part.heading, part.text, part.excerpt) for part in parts] == [
        (fragment, heading, text, excerpt([sure])) for fragment, heading, text, sure in rest
    ]
