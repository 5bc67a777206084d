"""Measure how soon each kind of page is painted on a phone's line, against the same words without any style."""

from __future__ import annotations

import re
import statistics
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from justhtml import JustHTML, Node

from plugins.faults import ROOT
from tools import browser
from tools.build import build
from tools.compressed import serving, squeezed

if TYPE_CHECKING:
    from playwright.sync_api import Browser

RUNS = 5
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1638 * 125, "uploadThroughput": 750 * 125}
KEPT = {"href", "id", "lang", "colspan", "rowspan", "scope", "start", "datetime", "title"}
LEFT_OUT = {"svg", "style", "script", "picture", "img", "#comment"}
PAINTED = """() => new Promise((done) => new PerformanceObserver((list) => done([
  performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN, list.getEntries().at(-1).startTime,
])).observe({ type: "largest-contentful-paint", buffered: true }))"""


class Paint(NamedTuple):
    """When something, and when the largest thing, was first painted, in ms."""

    first: float
    largest: float


def kinds(site: Path) -> dict[str, Path]:
    """The largest page of each kind: those of one folder, those with a template of their own name, plain pages."""
    found: dict[str, Path] = {}
    for path in sorted(site.rglob("*.html"), key=lambda path: path.stat().st_size):
        *above, name = path.relative_to(site).with_suffix("").parts
        own = above[-1] if above else name
        plain = own if (ROOT / "theme" / "templates" / f"{own}.html").is_file() else "page"
        found["/".join((*above[:-1], "*")) if len(above) > 1 else plain] = path
    return dict(sorted(found.items()))


def bare(page: Path) -> str:
    """The words of a page's main part as minified semantic HTML, with nothing else."""
    document = JustHTML(page.read_text(encoding="utf-8"), sanitize=False)
    main, title = document.query_one("main"), document.query_one("title")
    if not main or not title:
        raise ValueError(f"{page} has no main part or no title")
    _strip(main)
    head = '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    return f"{head}<title>{title.to_text()}</title>" + re.sub(r"\s+", " ", main.to_html(pretty=False))


def _strip(node: Node) -> None:
    for child in list(node.children or ()):
        if child.name in LEFT_OUT:
            node.remove_child(child)
        elif child.name != "#text":
            child.attrs = {name: value for name, value in (child.attrs or {}).items() if name in KEPT}
            _strip(child)


def measure(chromium: Browser, address: str) -> Paint:
    """One cold load by a phone over slow 4G."""
    context = chromium.new_context(viewport={"width": 412, "height": 823}, device_scale_factor=1.75, is_mobile=True)
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", SLOW_4G)
    page.goto(address)
    paint = Paint(*page.evaluate(PAINTED))
    context.close()
    return paint


def compare(chromium: Browser, site: Path, pages: dict[str, Path]) -> dict[str, tuple[Paint, Paint]]:
    """For each kind the median paints of its page and of its bare twin, measured by turns."""
    runs: dict[str, tuple[list[Paint], list[Paint]]] = {kind: ([], []) for kind in pages}
    with tempfile.TemporaryDirectory() as folder, serving(site) as ours, serving(Path(folder)) as twins:
        for number, path in enumerate(pages.values()):
            Path(folder, f"{number}.html").write_text(bare(path), encoding="utf-8")
        for run in range(RUNS):
            print(f"Run {run + 1} of {RUNS} …", file=sys.stderr, flush=True)
            for number, (kind, path) in enumerate(pages.items()):
                address = f"{ours}/{path.relative_to(site)}".removesuffix("index.html")
                runs[kind][0].append(measure(chromium, address))
                runs[kind][1].append(measure(chromium, f"{twins}/{number}.html"))
    return {kind: (_medians(paints), _medians(twins)) for kind, (paints, twins) in runs.items()}


def _medians(paints: list[Paint]) -> Paint:
    return Paint(*(statistics.median(times) for times in zip(*paints, strict=True)))


def table(pages: dict[str, Path], paints: dict[str, tuple[Paint, Paint]]) -> str:
    """Bytes and times of each kind, one a line."""
    lines = [f"{'kind of page':26}{'HTML':>8}{'of it CSS':>11}{'sent':>8}{'FCP ms':>9}{'LCP ms':>9}{'LCP ÷ bare':>12}"]
    for kind, path in pages.items():
        html, (ours, twin) = path.read_bytes(), paints[kind]
        css = sum(map(len, re.findall(rb"<style>(.*?)</style>", html, re.DOTALL)))
        times = f"{ours.first:9.0f}{ours.largest:9.0f}{ours.largest / twin.largest:12.2f}"
        lines.append(f"{kind:26}{len(html):8,}{css:11,}{len(squeezed(html)):8,}{times}")
    return "\n".join(lines)


def bench() -> int:
    """Build for production, measure, print; the exit code is 1 where there is no Chromium."""
    from playwright.sync_api import sync_playwright

    program = browser.ensure()
    if not program:
        return 1
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder, "output")
        build(site, production=True)
        chromium = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        pages = kinds(site)
        print(table(pages, compare(chromium, site, pages)))
        chromium.close()
    return 0


if __name__ == "__main__":
    sys.exit(bench())
