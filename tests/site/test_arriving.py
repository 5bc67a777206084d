"""Nothing at the top of a page moves while the page comes, bit by bit."""

from __future__ import annotations

import re
import time
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from tests.conftest import QuietHandler
from tests.site.pages import DESKTOP, PHONE, SMALL, listed
from tests.site.speed import SHIFTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

WINDOWS = {"desktop": DESKTOP, "tablet": {"width": 768, "height": 1024}, "phone": PHONE, "small": SMALL}
A_FRAME = 0.04  # seconds between two bits, so that a browser with nothing else to do paints each

BITS = re.compile("[^>]*>(?:[^<]*</mark>)?")  # a placeholder comes whole: its mark goes when the fact is known


class Trickle(QuietHandler):
    """Sends a page tag by tag as far as its first heading, and then the rest."""

    def do_GET(self) -> None:  # noqa: N802
        """Answer with the page at the address; what is no page is missing."""
        if not self.path.endswith("/"):
            self.send_error(404)
            return
        page = Path(self.translate_path(self.path), "index.html")
        top, rest = page.read_text(encoding="utf-8").split("</h1>", 1)
        head, body = top.split("<body>", 1)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        for bit in (f"{head}<body>", *BITS.findall(body), f"</h1>{rest}"):
            self.wfile.write(bit.encode())
            time.sleep(A_FRAME)


@contextmanager
def trickling(folder: Path) -> Iterator[str]:
    """Serve ``folder`` bit by bit until the block ends, on the address handed over."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Trickle, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def moved(browser: Browser, address: str, window: dict[str, int]) -> list[str]:
    """What moved, and by how much (the layout shift score), while the page at ``address`` came."""
    context = browser.new_context(viewport=window)  # type: ignore[arg-type]
    context.add_init_script(SHIFTS)
    page = context.new_page()
    page.goto(address)
    shifts = page.evaluate("shifts")
    context.close()
    return [f"{', '.join(nodes)} moved by {value:.5f}" for value, nodes in shifts]


@pytest.mark.parametrize("window", WINDOWS.values(), ids=WINDOWS)
def test_nothing_moves_while_a_page_comes(chromium: Browser, site: Path, window: dict[str, int]) -> None:
    with trickling(site) as address:
        found = moved(chromium, f"{address}/services/ptsd/", window)

    assert not found, listed(found)


def test_a_row_that_is_set_from_its_middle_is_told(chromium: Browser, tmp_path: Path) -> None:
    row = '<p style="text-align: center"><a href="/">One</a> <a href="/">Two</a></p>'
    html = f"<!doctype html><title>A page</title><body>{row}<h1>A page</h1>"
    (tmp_path / "index.html").write_text(html, encoding="utf-8")

    with trickling(tmp_path) as address:
        found = moved(chromium, f"{address}/", PHONE)

    assert "in p in body in html moved by" in listed(found)
