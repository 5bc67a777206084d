"""Netlify's own readers find in _headers and _redirects what the site promises."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path

from tests.conftest import file_of
from tests.tools.publish.promises import ADDRESSES, SITE, small_site
from tools.oracles import NETLIFY_HEADERS, NETLIFY_REDIRECTS
from tools.publish.dress.netlify import dress, limits
from tools.publish.headers import ASK, CACHE, headers_of

PROGRAM = Path(__file__).with_name("netlify.mjs")


def test_netlify_reads_what_we_promise(tmp_path: Path) -> None:
    readers = [str(file_of(oracle)) for oracle in (NETLIFY_HEADERS, NETLIFY_REDIRECTS)]
    folder, site = small_site(tmp_path), replace(SITE, preview=True)
    dress(folder, site)
    command = ["node", str(PROGRAM), *readers, str(folder), *ADDRESSES]
    told = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)

    assert told["errors"] == []
    for path, found in told["headers"].items():
        names = [name for values in found for name in values]
        assert len(names) == len(set(names)), f"two rules name one header of {path}"
        joined = {CACHE: ASK} | {name: value for values in found for name, value in values.items()}
        assert joined == headers_of(path, preview=True)
    moved = [[old, new, 301] for old, new in site.redirects.items()]
    assert told["redirects"] == moved + [[old, "/404.html", 410] for old in site.gone]


def test_netlify_says_when_it_is_too_much(tmp_path: Path) -> None:
    many = {f"/{number}/": "/about/" for number in range(10_001)}

    assert limits(small_site(tmp_path), SITE) == []
    assert limits(tmp_path, replace(SITE, url="https://example.com/site", redirects=many, gone={})) == [
        "Netlify serves a site from the root of a domain, and ours is at /site/: change url in clinic.toml.",
        "Netlify becomes slow above 10000 redirects, and data/addresses.toml has 10001.",
    ]
