"""Every address of a page is made whole, and nothing that only looks like one."""

from __future__ import annotations

from urllib.parse import urljoin

from hypothesis import given
from hypothesis import strategies as st

from plugins.models.absolute import absolute

BASE = "https://example.org/one/two/"
PIECES = st.sampled_from(
    ["/", "//", "..", ".", "a", "b.html", "#", "?", "x=1", ":", "tel:", "https://", "HTTP:", "é", " "]
)


@given(st.lists(PIECES).map("".join))
def test_any_address_leads_where_a_browser_goes(address: str) -> None:
    assert absolute(f'<a class="b"\nhref="{address}">c</a>', BASE) == (
        f'<a class="b"\nhref="{urljoin(BASE, address)}">c</a>'
    )


def test_pictures_of_each_size_are_made_whole_and_words_are_not() -> None:
    html = '<img src="a.png" srcset="/a.avif 480w, b.avif 960w" data-src="c">Write src="d" or href="/" <b>there</b>.'

    assert absolute(html, BASE) == (
        f'<img src="{BASE}a.png" srcset="https://example.org/a.avif 480w, {BASE}b.avif 960w" data-src="c">'
        'Write src="d" or href="/" <b>there</b>.'
    )
