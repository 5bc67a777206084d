"""A small site, and what every host that serves it promises: the same questions are asked of each."""

from __future__ import annotations

import gzip
from http.client import HTTPConnection
from typing import TYPE_CHECKING, NamedTuple

import brotli

from tests.conftest import write_files
from tests.tools.serving import PATIENCE
from tools.publish.headers import ASK, CACHE, content_type, headers_of
from tools.publish.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SCRIPT, SHARD = "scripts/search-826de20ce8.js", "search/bbe8724fbe-0.json"
WORDS = "Words that are long enough to be worth compressing. " * 20
FILES = {
    "index.html": f"<title>Home</title>{WORDS}",
    "about/index.html": f"<title>About</title>{WORDS}",
    "search/index.html": f"<title>Search</title>{WORDS}",
    "404.html": f"<title>Not found</title>{WORDS}",
    "feeds/all.atom.xml": f"<feed>{WORDS}</feed>",
    "images/way-in-e57d4a1e59.svg": f'<svg xmlns="http://www.w3.org/2000/svg"><desc>{WORDS}</desc></svg>',
    "alexandria.vcf": "BEGIN:VCARD\r\nEND:VCARD\r\n",
    "robots.txt": "User-agent: *\n",
    SCRIPT: f"// {WORDS}",
    SHARD: f'["{WORDS}"]',
    "search/index.json": f'["{WORDS}"]',
}
ADDRESSES = {f"/{name}".removesuffix("index.html"): name for name in FILES if name != "404.html"}
SITE = Site(
    "https://www.example.com",
    {"/old/": "/about/", "/team": "/about/#team", "/people.html": "/about/", "/portal/": "https://portal.example.com/"},
    {"/blog/": "we write none", "/blog/first.html": "we write none"},
)
MOVED = {**SITE.redirects, "/old": "/about/", "/team/": "/about/#team"}
GONE = [*SITE.gone, "/blog"]
MISSING = ["/nothing/", "/about/nothing.html", "/scripts/search-0123456789.js", "/.env"]
COMPRESSIONS = {"br": brotli.decompress, "gzip": gzip.decompress}


class Answer(NamedTuple):
    """What a host answers, headers by their names in small letters."""

    status: int
    headers: dict[str, str]
    body: bytes


def small_site(folder: Path) -> Path:
    """The site's files, as a build leaves them."""
    return write_files(folder / "output", FILES)


def ask(address: str, path: str, method: str = "GET", **headers: str) -> Answer:
    """One request; no redirect is followed."""
    connection = HTTPConnection(address.removeprefix("http://"), timeout=PATIENCE)
    try:
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        lower = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, lower, response.read())
    finally:
        connection.close()


def broken(address: str, site: Site = SITE, *, ours: bool = True) -> list[str]:
    """What the host at ``address`` does not keep of its promises, one line each.

    Of a server of ``ours`` we choose the media types, and it sends our compressed copies.
    """
    found = [*_pages(address, site, ours), *_moves(address), *_absences(address, site)]
    return [*found, *_copies(address)] if ours else found


def _pages(address: str, site: Site, ours: bool) -> Iterator[str]:
    for path, name in ADDRESSES.items():
        media = {"Content-Type": content_type(path)} if ours or path.endswith("/") else {}
        wanted = headers_of(path, preview=site.preview) | media
        answer, head = ask(address, path), ask(address, path, "HEAD")
        yield from _differences(path, answer, 200, wanted)
        yield from _differences(f"HEAD {path}", head, 200, wanted)
        if answer.body != FILES[name].encode() or head.body:
            yield f"{path}: not the file's bytes"
        unchanged = ask(address, path, If_None_Match=answer.headers.get("etag", ""))
        yield from _differences(f"unchanged {path}", unchanged, 304, {})


def _moves(address: str) -> Iterator[str]:
    for old, new in (MOVED | {"/about": "/about/"}).items():
        answer = ask(address, old)
        to = answer.headers.get("location", "").removeprefix(address)
        if answer.status not in {301, 308} or to != new:
            yield f"{old}: {answer.status} {to}"


def _absences(address: str, site: Site) -> Iterator[str]:
    wanted = headers_of("/404.html", preview=site.preview) | {"Content-Type": content_type("/404.html")}
    wanted.pop(CACHE)
    for status, paths in ((404, MISSING), (410, GONE)):
        for path in paths:
            answer = ask(address, path)
            yield from _differences(path, answer, status, wanted)
            if answer.body != FILES["404.html"].encode():
                yield f"{path}: not the page for what is missing"
            if answer.headers.get("cache-control") not in {ASK, "no-store"}:
                yield f"{path}: kept as if it were there"


def _copies(address: str) -> Iterator[str]:
    for path in ("/about/", f"/{SCRIPT}", "/feeds/all.atom.xml", "/nothing/"):
        for encoding, decompress in COMPRESSIONS.items():
            answer = ask(address, path, Accept_Encoding=encoding)
            name = ADDRESSES.get(path, "404.html")
            if answer.headers.get("content-encoding") != encoding or "vary" not in answer.headers:
                yield f"{path}: not sent as {encoding}"
            elif decompress(answer.body) != FILES[name].encode():
                yield f"{path}: other bytes as {encoding}"


def _differences(what: str, answer: Answer, status: int, wanted: dict[str, str]) -> Iterator[str]:
    if answer.status != status:
        yield f"{what}: {answer.status}"
    for name, value in wanted.items():
        found = answer.headers.get(name.lower(), "nothing")
        if found.replace(" ", "").lower() != value.replace(" ", "").lower():
            yield f"{what}: {name} is {found}, not {value}"
