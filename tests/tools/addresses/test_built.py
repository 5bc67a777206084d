"""Pages, feeds and contact cards have addresses that stay; what pages fetch has not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import write_files
from tools.addresses.built import FINGERPRINTED, address_of, addresses_of

if TYPE_CHECKING:
    from pathlib import Path


def test_the_addresses_of_a_site(tmp_path: Path) -> None:
    kept = ["index.html", "about/index.html", "feeds/all.atom.xml", "feeds/all.json", "alexandria.vcf"]
    fetched = ["404.html", "robots.txt", "scripts/search-826de20ce8.js", "search/index.json", "drafts/b/index.html"]
    fetched += ["about/index.md", "cards/e57d4a1e59.png", "icon-512.png"]
    write_files(tmp_path, dict.fromkeys([*kept, *fetched], ""))

    assert addresses_of(tmp_path) == {"/", "/about/", "/feeds/all.atom.xml", "/feeds/all.json", "/alexandria.vcf"}


@pytest.mark.parametrize("pattern", ["scripts/*", "images/*", "cards/*", "search/*text.json"])
def test_every_name_with_a_hash_is_known(site: Path, pattern: str) -> None:
    found = [address_of(path.relative_to(site).as_posix()) for path in site.glob(pattern)]

    assert found
    assert all(FINGERPRINTED.fullmatch(address) for address in found)


@pytest.mark.parametrize(
    ("address", "fingerprinted"),
    [("/images/a-e57d4a1e59-640.avif", True), ("/search/bbe8724fbe-12.json", True), ("/search/index.json", False)],
)
def test_other_names_stay_when_the_bytes_change(address: str, fingerprinted: bool) -> None:
    assert bool(FINGERPRINTED.fullmatch(address)) is fingerprinted
