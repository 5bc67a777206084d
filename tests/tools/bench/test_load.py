"""nginx is asked for what it has without an error, and each answer that is none is counted."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.conftest import file_of
from tools.bench.load import load, serving
from tools.compressed import squeezed
from tools.oracles import NGINX, WRK

if TYPE_CHECKING:
    from pathlib import Path


def test_answers_come_compressed_and_errors_are_counted(site: Path, tmp_path: Path) -> None:
    server, wrk = file_of(NGINX), file_of(WRK)
    folder = shutil.copytree(site, tmp_path / "output")
    with serving(server, folder) as address:
        good, bad = (load(wrk, address + path, 10, seconds=1) for path in ("/", "/nothing/"))

    assert good.errors == 0
    assert good.requests > 0
    home = len(squeezed((site / "index.html").read_bytes()))
    assert home < good.sent / good.requests < home + 1500, "the page in brotli, and its headers"
    assert bad.errors == bad.requests > 0
