"""On GitHub Pages a browser is led on by pages, below a path too."""

from __future__ import annotations

import threading
from dataclasses import replace
from functools import partial
from http.server import ThreadingHTTPServer
from typing import TYPE_CHECKING

from tests.conftest import QuietHandler, write_files
from tests.tools.publish.promises import FILES, SITE
from tools.publish.dress.github_pages import dress, limits

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


def test_a_browser_arrives_from_every_old_address(tmp_path: Path, chromium: Browser) -> None:
    folder = write_files(tmp_path / "clinic", FILES)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(tmp_path))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}/clinic"
        redirects = {old: new for old, new in SITE.redirects.items() if new.startswith("/")}
        dress(folder, replace(SITE, url=url, redirects=redirects))
        page = chromium.new_page()
        for old, new in redirects.items():
            page.goto(url + old)
            page.wait_for_url(url + new)
        page.close()
        server.shutdown()


def test_github_gets_its_files_and_no_other_host_s(tmp_path: Path) -> None:
    dress(tmp_path, SITE)

    stub = (tmp_path / "old" / "index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://www.example.com/about/">' in stub
    assert '<meta name="robots" content="noindex">' in stub
    found = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert found == {".nojekyll", "CNAME", "old/index.html", "team/index.html", "people.html", "portal/index.html"}
    assert (tmp_path / "CNAME").read_text(encoding="utf-8") == "www.example.com\n"


def test_a_project_page_has_no_domain_of_its_own(tmp_path: Path) -> None:
    dress(tmp_path, replace(SITE, url="https://clinic.github.io/site", redirects={}))

    assert [path.name for path in tmp_path.iterdir()] == [".nojekyll"]
    dress(tmp_path, replace(SITE, preview=True, redirects={}))
    assert [path.name for path in tmp_path.iterdir()] == [".nojekyll"], "nor has a preview"
    assert limits(tmp_path, replace(SITE, url="https://clinic.github.io/site")) == []
    assert limits(tmp_path, replace(SITE, url="https://www.example.com/site")) == [
        "GitHub Pages serves a domain of one's own from its root, and ours is at /site/."
    ]
