"""Each host gets its own files and nobody else's, and says in a sentence what is too much for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT, Project, write_files
from tests.tools.publish.promises import FILES, SITE, small_site
from tools.publish.dress import FORMATS, cloudflare_pages, github_pages, netlify
from tools.publish.dress.files import beside
from tools.publish.site import Site, spellings

if TYPE_CHECKING:
    from pathlib import Path

STUBS = {"old/index.html", "team/index.html", "people.html", "portal/index.html"}
ADDED: dict[str, tuple[set[str], set[str]]] = {  # in the folder, beside it
    "caddy": (set(), {"Caddyfile"}),
    "cloudflare-pages": (
        {"_headers", "_redirects"},
        {"functions/consultation.js", "functions/blog.js", "functions/blog/first.html.js"},
    ),
    "cloudfront": (set(), {"cloudfront/function.js", "cloudfront/headers.json", "cloudfront/errors.json"}),
    "github-pages": ({".nojekyll", "CNAME", *STUBS}, set()),
    "netlify": ({"_headers", "_redirects"}, set()),
    "nginx": (set(), {"nginx/site.conf", "nginx/brotli.conf"}),
}


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", FORMATS)
def test_a_host_gets_its_files_the_same_each_time(name: str, tmp_path: Path) -> None:
    site = replace(SITE, form="cloudflare-pages")
    folder, again = small_site(tmp_path / "one"), small_site(tmp_path / "two")
    FORMATS[name].dress(folder, site)
    FORMATS[name].dress(again, site)
    FORMATS[name].dress(again, site)

    added, hidden = ADDED[name]
    assert files(folder).keys() - FILES.keys() == added
    assert files(beside(folder)).keys() == hidden
    assert files(folder) == files(again)
    assert files(beside(folder)) == files(beside(again))
    assert FORMATS[name].limits(folder, SITE) == []


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - {"github-pages"}))
def test_only_github_serves_a_site_below_a_path(name: str, tmp_path: Path) -> None:
    (told,) = FORMATS[name].limits(tmp_path, replace(SITE, url="https://example.com/site"))

    assert told.endswith("serves a site from the root of a domain, and ours is at /site/: change url in clinic.toml.")


def test_cloudflare_says_all_that_is_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    many = {f"/{number}/": "/about/" for number in range(1000)} | {"/far": f"https://example.com/{'x' * 2000}"}
    folder = write_files(tmp_path / "output", {f"feeds-{number}/all.xml": "" for number in range(100)})
    cloudflare_pages.dress(folder, replace(SITE, redirects=many))
    with (folder / "film.mp4").open("wb") as film:
        film.truncate(25 * 1024 * 1024 + 1)
    monkeypatch.setattr(cloudflare_pages, "MOST_FILES", 102)

    assert cloudflare_pages.limits(folder, replace(SITE, redirects=many)) == [
        "Cloudflare Pages takes 100 rules for headers, and the site needs 101.",
        "Cloudflare Pages takes 2000 redirects, and data/addresses.toml makes 2002 (with and without a last slash).",
        "Cloudflare Pages takes 102 files, and the site has 103.",
        "Cloudflare Pages reads 2000 characters of a line, and _redirects has 2030.",
        "Cloudflare Pages takes files of 25 MiB, and film.mp4 is larger.",
    ]


def test_netlify_and_github_count_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = small_site(tmp_path)
    monkeypatch.setattr(netlify, "MOST_FILES", 3)
    monkeypatch.setattr(github_pages, "LARGEST", 2000)

    assert netlify.limits(folder, SITE) == ["Netlify takes 3 files in a folder, and the outermost has 4."]
    assert github_pages.limits(folder, SITE) == ["GitHub Pages takes a site of 1 GB, and this one has 0.0."]


def test_the_site_is_read_from_the_project(project: Project) -> None:
    project.replace("data/addresses.toml", "[redirects]\n", '[redirects]\n"/team/" = "/about/"\n')
    site = Site.read(project.path, preview=True)

    assert site == Site("https://www.example.com", {"/team/": "/about/"}, {}, "example", preview=True)
    assert (site.root, site.host) == ("", "www.example.com")
    assert Site.read(ROOT).preview is False


@pytest.mark.parametrize(
    ("address", "found"),
    [("/old/", ["/old/", "/old"]), ("/old", ["/old/", "/old"]), ("/a/b.html", ["/a/b.html"]), ("/v1.2/", ["/v1.2/"])],
)
def test_an_address_may_have_been_kept_in_other_spellings(address: str, found: list[str]) -> None:
    assert spellings(address) == found
