"""A page whose end tags are all said is the same page to a browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from justhtml import JustHTML

from plugins.models.end_tags import closed
from plugins.models.twin import LEFT_OUT
from plugins.whitespace import collapse

if TYPE_CHECKING:
    from pathlib import Path

LINE = st.sampled_from(["a", "a <b>b</b>", "<b>b</b>\n", '<br><img alt="c > d">', ""])
LEAVES = st.builds('<{0} id="a">{1}</{0}>\n'.format, st.sampled_from(["p", "p", "p", "h2"]), LINE) | LINE
BOXES = st.sampled_from(["div", "section", "aside", "blockquote", "article", "figure", "header", "footer", "address"])


def within(block: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Boxes, lists and tables that hold a few of these."""
    blocks = st.lists(block, max_size=4).map("".join)
    items = st.lists(blocks.map("<li>{}</li>\n".format), max_size=3).map("".join)
    return st.one_of(
        st.builds('<{0} class="a">{1}</{0}>'.format, BOXES, blocks),
        st.builds('<{0} class="a">\n{1}</{0}>'.format, st.sampled_from(["ul", "ol"]), items),
        st.builds("<table><tr><td>{}</td></tr></table>".format, blocks),
        st.builds("<dl><dt>{}</dt><dd>{}</dd></dl>".format, LINE, blocks),
    )


PAGES = st.lists(st.recursive(LEAVES, within), max_size=5).map(
    lambda blocks: collapse(f"<body>{''.join(blocks)}</body>")
)


def tree(html: str) -> str:
    """What a browser makes of it."""
    return JustHTML(f"<!doctype html>{html}", sanitize=False).to_html(pretty=False)


def assert_same(html: str) -> None:
    """Every paragraph and item is closed, and the page is the same."""
    said = closed(html)
    for name in ("p", "li"):
        assert len(re.findall(rf"<{name}\b", said)) == said.count(f"</{name}>")
    assert tree(said) == tree(html)


@given(PAGES)
def test_any_page_stays_the_same(html: str) -> None:
    assert_same(html)


def test_every_real_page_stays_the_same(site: Path) -> None:
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert_same(LEFT_OUT.sub("", html[html.find("<body") :]))
