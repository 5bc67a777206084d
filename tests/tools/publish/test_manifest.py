"""A manifest proves a release, and tells two of them apart."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from tests.tools.publish.samples import MOVED, NEXT, PAGES, release, site_of
from tools.publish.manifest import PATH, Difference, Manifest

if TYPE_CHECKING:
    from pathlib import Path


def test_it_holds_every_file_but_itself_and_comes_back_as_it_went(tmp_path: Path) -> None:
    manifest = release(tmp_path / "site", PAGES, "nginx", site_of(gone={"/x/": "closed"}, redirects=MOVED)).after

    assert {path: file.sha256 for path, file in manifest.files.items()} == {
        path: sha256(text.encode()).hexdigest() for path, text in PAGES.items()
    }
    assert manifest.size == sum(map(len, PAGES.values()))
    assert manifest.addresses == {"/", "/about/", "/old/", "/feeds/all.atom.xml"}
    assert manifest.gone == ["/x/"]
    assert manifest.versions.keys() >= {"python", "pelican", "pillow"}
    assert Manifest.read((tmp_path / "site" / PATH).read_bytes()) == manifest
    assert Manifest.read("<html>") is Manifest.read("{}") is None


def test_the_same_files_in_another_order_give_the_same_bytes(tmp_path: Path) -> None:
    texts = [
        release(tmp_path / name, dict(files), "nginx", site_of()).after.text()
        for name, files in (("a", PAGES.items()), ("b", reversed(PAGES.items())))
    ]

    assert texts[0] == texts[1]


def test_a_file_named_by_its_bytes_is_kept_and_a_page_is_asked_for_again(tmp_path: Path) -> None:
    manifest = release(tmp_path / "site", PAGES, "nginx", site_of()).after

    assert "immutable" in manifest.headers_of("scripts/search-0000000001.js")["Cache-Control"]
    assert "must-revalidate" in manifest.headers_of("about/index.html")["Cache-Control"]
    assert release(tmp_path / "github", PAGES, "github-pages", site_of()).after.headers == [{}]


def test_the_difference_is_told_by_path(tmp_path: Path) -> None:
    before = release(tmp_path / "a", PAGES, "nginx", site_of()).after
    after = release(tmp_path / "b", NEXT, "nginx", site_of(redirects=MOVED), "2").after

    assert Difference.between(before, after) == (
        ["new/index.html", "scripts/search-0000000002.js"],
        ["index.html"],
        ["old/index.html", "scripts/search-0000000001.js"],
    )
    assert Difference.between(None, after).added == sorted(NEXT)


def test_the_real_site_has_one_too(site: Path) -> None:
    manifests = [Manifest.of(site, site_of(), "1" * 40, "nginx").text() for _ in range(2)]

    assert manifests[0] == manifests[1]
    assert '"articles/are-you-a-candidate-for-ketamine-therapy/index.html"' in manifests[0]
