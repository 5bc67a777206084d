"""nginx, Caddy and Cloudflare's runtime serve a dressed folder as promised."""

from __future__ import annotations

import shutil
import threading
from dataclasses import replace
from functools import partial
from http.server import ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.conftest import QuietHandler, file_of
from tests.site.searching import open_dialog
from tests.tools.cloudflare import pages
from tests.tools.publish.promises import ADDRESSES, GONE, MISSING, MOVED, SITE, ask, broken, small_site
from tests.tools.publish.servers import caddy, nginx
from tools.oracles import CADDY, CLOUDFLARE_RUNTIME, NGINX
from tools.publish.compress import compress
from tools.publish.dress import FORMATS
from tools.publish.dress.files import beside
from tools.publish.site import Site

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from playwright.sync_api import Browser

    from tools.oracles import Server

    Serve = Callable[[Path, Path], AbstractContextManager[str]]

PREVIEW = replace(SITE, preview=True)


@pytest.mark.parametrize("site", [SITE, PREVIEW], ids=["published", "preview"])
@pytest.mark.parametrize(("name", "serve", "server"), [("nginx", nginx, NGINX), ("caddy", caddy, CADDY)])
def test_a_server_of_ones_own_keeps_every_promise(
    name: str, serve: Serve, server: Server, site: Site, tmp_path: Path
) -> None:
    folder = small_site(tmp_path)
    FORMATS[name].dress(folder, site)
    compress(folder)

    with serve(file_of(server), folder) as address:
        assert broken(address, site) == []


def test_under_these_headers_the_site_works(site: Path, tmp_path: Path, chromium: Browser) -> None:
    folder = shutil.copytree(site, tmp_path / "output")
    FORMATS["nginx"].dress(folder, Site.read())

    console: list[str] = []
    with nginx(file_of(NGINX), folder) as address:
        page = chromium.new_page()
        page.on("console", lambda message: console.append(message.text))
        for path in ("/", "/request-a-consultation/"):
            page.goto(address + path)
            dialog = open_dialog(page)
            dialog.get_by_role("textbox").fill("wheelchair")
            expect(dialog.get_by_role("status")).to_have_text("1 result")
        page.close()

    assert console == []


def test_cloudflare_keeps_every_promise_and_shows_nothing_of_its_files(tmp_path: Path) -> None:
    folder = small_site(tmp_path)
    FORMATS["cloudflare-pages"].dress(folder, PREVIEW)

    with pages(file_of(CLOUDFLARE_RUNTIME), folder, beside(folder)) as address:
        assert broken(address, PREVIEW, ours=False) == []
        assert 200 not in {ask(address, path).status for path in ("/_headers", "/_redirects", "/functions/blog.js")}


def test_a_server_that_nobody_told_anything_breaks_every_promise(tmp_path: Path) -> None:
    handler = partial(QuietHandler, directory=str(small_site(tmp_path)))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        told = broken(f"http://127.0.0.1:{server.server_port}")
        server.shutdown()

    assert {line.partition(": ")[0] for line in told} >= {*ADDRESSES, *MISSING, *GONE, *MOVED}
