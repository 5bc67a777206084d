"""One source says the headers of every file, and the rules that hosts get say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import write_files
from tools.addresses.built import address_of
from tools.publish.headers import ALWAYS, ASK, CACHE, FOREVER, HOUR, content_type, headers_of, rules_for

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("preview", [False, True])
def test_the_rules_say_of_every_file_what_is_promised(site: Path, preview: bool) -> None:
    everything, *others = rules_for(site, preview=preview)
    for path in (address_of(path.relative_to(site).as_posix()) for path in site.rglob("*") if path.is_file()):
        about = [rule for rule in others if rule.fits(path)]
        assert len(about) <= 1, path
        kept = about[0].headers if about else {CACHE: ASK}
        assert everything.headers | kept == headers_of(path, preview=preview), path
    assert everything.pattern == "/*"
    assert len(others) == 6


@pytest.mark.parametrize(
    ("path", "cache", "kind"),
    [
        ("/", ASK, "text/html; charset=utf-8"),
        ("/about/", ASK, "text/html; charset=utf-8"),
        ("/404.html", ASK, "text/html; charset=utf-8"),
        ("/search/index.json", ASK, "application/json"),
        ("/search/bbe8724fbe-0-text.json", FOREVER, "application/json"),
        ("/scripts/search-826de20ce8.js", FOREVER, "text/javascript; charset=utf-8"),
        ("/images/room-e57d4a1e59-640.avif", FOREVER, "image/avif"),
        ("/feeds/all.atom.xml", HOUR, "application/xml; charset=utf-8"),
        ("/feeds/all.json", HOUR, "application/json"),
        ("/cards/e57d4a1e59.png", FOREVER, "image/png"),
        ("/about/index.md", ASK, "text/markdown; charset=utf-8"),
        ("/manifest.webmanifest", ASK, "application/manifest+json"),
        ("/favicon.ico", ASK, "image/x-icon"),
        ("/files/unknown", ASK, "application/octet-stream"),
    ],
)
def test_what_may_be_kept_is_told_by_the_name(path: str, cache: str, kind: str) -> None:
    assert headers_of(path)[CACHE] == cache
    assert content_type(path) == kind


def test_a_folder_with_other_files_gets_no_rule_of_its_own(tmp_path: Path) -> None:
    write_files(tmp_path, dict.fromkeys(["scripts/a-826de20ce8.js", "scripts/b.js", "sitemap.xml"], ""))

    assert [rule.pattern for rule in rules_for(tmp_path)] == ["/*", "/scripts/a-826de20ce8.js", "/sitemap.xml"]


def test_nothing_inline_is_allowed_and_nobody_may_frame_us() -> None:
    assert "unsafe" not in ALWAYS["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in ALWAYS["Content-Security-Policy"]
    assert "X-Robots-Tag" not in headers_of("/")
    assert headers_of("/", preview=True)["X-Robots-Tag"] == "noindex"
