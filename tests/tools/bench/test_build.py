"""Builds are measured with the same words for all, and drawn."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from plugins.faults import ROOT
from tools.bench.build import FRESH, Cost, afresh, cost, table
from tools.bench.builders import OTHERS, texts
from tools.bench.chart import chart

if TYPE_CHECKING:
    from pathlib import Path


def test_others_get_the_same_pages_without_what_only_we_know() -> None:
    pages = texts(ROOT / "content")

    assert {"about", "services-depression", "articles-index"} <= pages.keys()
    assert not [
        name for name, text in pages.items() if re.search(r"\(clinic:|\[@|^///|^Description:", text, re.MULTILINE)
    ]
    [article] = [text for name, text in pages.items() if name.startswith("articles-are-you")]
    assert len(article.split()) > 1900


def test_stock_pelican_builds_them(tmp_path: Path) -> None:
    stock = OTHERS[0]
    stock.write(tmp_path, dict([*texts(ROOT / "content").items()][:3]))

    used = cost(stock.command, tmp_path)

    assert len([*tmp_path.glob("out/pages/*.html")]) == 3
    assert used.cpu > 0
    assert used.memory > 10


def test_a_build_that_fails_is_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        cost([sys.executable, "-c", "raise SystemExit(1)"], tmp_path)


def test_a_fresh_build_finds_what_was_given_and_what_is_kept_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "text.md").touch()
    code = "from pathlib import Path as P; P('text.md').open(); P('made').mkdir(); P('kept').open('a').write('.')"
    build = afresh([sys.executable, "-c", code], folder, "kept")

    build()
    build()

    assert (folder / "kept").read_text(encoding="utf-8") == ".."
    with pytest.raises(subprocess.CalledProcessError):
        cost([sys.executable, "-c", code], folder)


def test_the_chart_has_a_line_for_each_and_higher_is_more() -> None:
    root = ET.fromstring(chart({"One": [(10, 0.5), (1000, 5.0)], "Two & more": [(10, 1.0), (1000, 50.0)]}, "s"))
    lines = root.findall("{*}polyline")
    ends = [float((line.get("points") or "").rpartition(",")[2]) for line in lines]

    assert [text.text for text in root.findall("{*}text")] == ["One", "Two & more"]
    assert ends[0] > ends[1]


def test_the_table_compares_with_a_fresh_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tools.bench.build.installed", list)

    told = table(
        {FRESH: [(1000, Cost(20.0, 12.0, 200.0))], "Other": [(1000, Cost(30.0, 30.0, 90.0))]},
        {100: 3, 1000: 3, 5000: 1},
    )

    assert "| Other | 1,000 | 30.00 | 30.00 | 90 | 1.500 |" in told
    assert "Of 100, 1,000 pages, medians of 3 rounds, interleaved; of 5,000 pages, one round. " in told
