"""A printed page is a handout: whose it is, how to call, where it came from, dark ink on white paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.site.pages import complaints, listed, opened, show
from tests.site.paper import printed
from tools.build import read_clinic

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

LETTER = {"width": 720, "height": 960}  # 8.5 x 11 inches without their margins
BAD = """<!doctype html><html lang="en" style="background: #222; color: #ddd"><title>Bad</title><nav>Menu</nav>
<div class="call-bar" style="position: fixed; bottom: 0; font: 900 4em serif; color: #333">Call</div>
<ol class="references" hidden><li>One</ol>"""


def handout(page: Page) -> list[str]:
    clinic = read_clinic()
    return printed(page, [clinic.name, clinic.primary.telephone.display])


def test_every_printed_page_is_a_handout(chromium: Browser, site: Path, address: str) -> None:
    with opened(chromium, color_scheme="dark", viewport=LETTER) as page:
        found = complaints(page, site, address, handout)

    assert not found, listed(found)


def test_a_bad_page_gets_every_complaint(chromium: Browser) -> None:
    with opened(chromium, viewport=LETTER) as page:
        show(page, BAD)
        found = printed(page, ["A clinic"])

    assert found == [
        '"A clinic" is not printed',
        '"its own address" is not printed',
        'nav "Menu" is printed',
        'div.call-bar "Call" is printed',
        'div.call-bar "Call" is fixed',
        'div.call-bar "Call" can hardly be seen: 1.3:1',
        "the paper is rgb(34, 34, 34)",
        "the references are not printed",
    ]
