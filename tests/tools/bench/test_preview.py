"""The site that the preview is measured with has as many pages as are asked for, and is a good one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.addresses import pages_of
from tools.bench.preview import grow
from tools.warm.site import WarmSite

if TYPE_CHECKING:
    from pathlib import Path


def test_a_grown_site_has_so_many_pages_and_no_fault(tmp_path: Path) -> None:
    root = tmp_path / "site"
    root.mkdir()

    grow(root, 40)
    site = WarmSite(root, tmp_path / "output")

    assert site.build().faults == []
    assert site.built is not None
    assert len(pages_of(site.built.generators)) == 40
