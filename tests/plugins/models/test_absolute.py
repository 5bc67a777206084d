"""Every address of a page is made whole, and nothing that only looks like one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from hypothesis import given
from hypothesis import strategies as st

from plugins.models.absolute import absolute

if TYPE_CHECKING:
    from pathlib import Path

BASE = "https://example.org/one/two/"
PLAIN = re.compile(r'([ \t\r\n\f](href|src|srcset)=")([^"]*)(?="[^<>]*>)')
PIECES = st.sampled_from(
    ["/", "//", "..", ".", "a", "b.html", "#", "?", "x=1", ":", "tel:", "https://", "HTTP:", "é", " "]
)


@given(st.lists(PIECES).map("".join))
def test_any_address_leads_where_a_browser_goes(address: str) -> None:
    assert absolute(f'<a class="b"\nhref="{address}">c</a>', BASE) == (
        f'<a class="b"\nhref="{urljoin(BASE, address)}">c</a>'
    )


def plainly(html: str) -> str:
    """The same, each attribute looked for from its beginning on."""

    def whole(found: re.Match[str]) -> str:
        parts = found[3].split(", ") if found[2] == "srcset" else [found[3]]
        return found[1] + ", ".join(urljoin(BASE, part) for part in parts)

    return PLAIN.sub(whole, html)


NAMES = st.sampled_from(["href", "src", "srcset", "data-src", "xhref"])
SPACES = st.sampled_from([" ", "\n", "\t", "\f", "\r", "\v", "\u00a0", ""])
ADDRESSES = st.sampled_from(["b.html", "/c 9w, d 8w", "", "a > b"])
ATTRIBUTES = st.builds('{}{}="{}"'.format, SPACES, NAMES, ADDRESSES) | st.sampled_from([">", '"', "<a"])


@given(st.lists(ATTRIBUTES, min_size=1).map("".join))
def test_any_attribute_is_found_as_by_its_name_alone(attributes: str) -> None:
    html = f"<a{attributes}>"
    assert absolute(html, BASE) == plainly(html)


def test_every_address_of_a_real_page_is_found_as_by_its_name_alone(site: Path) -> None:
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert absolute(html, BASE) == plainly(html)


def test_pictures_of_each_size_are_made_whole_and_words_are_not() -> None:
    html = '<img src="a.png" srcset="/a.avif 480w, b.avif 960w" data-src="c">Write src="d" or href="/" <b>there</b>.'

    assert absolute(html, BASE) == (
        f'<img src="{BASE}a.png" srcset="https://example.org/a.avif 480w, {BASE}b.avif 960w" data-src="c">'
        'Write src="d" or href="/" <b>there</b>.'
    )
