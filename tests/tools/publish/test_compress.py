"""Compressed copies hold the same bytes, are the same each time, and are there only where they are shorter."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import brotli

from tests.tools.publish.promises import FILES, small_site
from tools.publish.compress import compress

if TYPE_CHECKING:
    from pathlib import Path


def test_copies_are_true_and_the_same_each_time(tmp_path: Path) -> None:
    folder, again = small_site(tmp_path / "one"), small_site(tmp_path / "two")
    (folder / "images" / "photo-e57d4a1e59-640.avif").write_bytes(bytes(1000))
    compress(folder)
    compress(again)
    compress(again)

    text = FILES["about/index.html"].encode()
    assert brotli.decompress((folder / "about" / "index.html.br").read_bytes()) == text
    assert gzip.decompress((folder / "about" / "index.html.gz").read_bytes()) == text
    copies = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.suffix in {".br", ".gz"}}
    short = {"robots.txt", "alexandria.vcf"}
    assert copies == {f"{name}{suffix}" for name in FILES.keys() - short for suffix in (".br", ".gz")}
    assert all((folder / name).read_bytes() == (again / name).read_bytes() for name in copies)
