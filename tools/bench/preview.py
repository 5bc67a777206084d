"""Measure how soon a saved word stands in the preview's output, as the site grows."""

from __future__ import annotations

import re
import shutil
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.faults import ROOT
from tools.preview.saves import Saves
from tools.warm.worker import Worker

if TYPE_CHECKING:
    from tools.warm.outcome import Outcome

SIZES = (50, 1000)
SAVES = 40
PAUSE = 0.25  # seconds between saves, as no editor saves faster
BUDGETS = "Budgets: 60 ms at 50 pages, 100 ms at 1,000, in the median; what serves the page adds 1 to 2 ms."
READ = ("content", "data", "theme", "pelicanconf.py")
EVERY = 10  # one page in so many is an article with its sections, the others are services
TITLE = re.compile(r'^Title: "?(.*?)"?$', re.MULTILINE)


def grow(root: Path, pages: int) -> None:
    """Copy our site to ``root`` and add services and articles, made of our own words, until it has so many pages."""
    for name in READ:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        copy(ROOT / name, root / name)
    content = root / "content"
    services = [path for path in sorted(content.glob("services/*.md")) if path.stem != "index"]
    article = next(path.parent for path in sorted(content.glob("articles/*/index.md")))
    there = len([*content.glob("*.md"), *content.glob("services/*.md"), *content.glob("articles/**/index.md")])
    for number in range(pages - there):
        if number % EVERY:
            text = services[number % len(services)].read_text(encoding="utf-8")
            new = content / "services" / f"service-{number}.md"
        else:
            copied = shutil.copytree(article, content / "articles" / f"article-{number}")
            text, new = (copied / "index.md").read_text(encoding="utf-8"), copied / "index.md"
        new.write_text(TITLE.sub(f'Title: "Page number {number}"', text, count=1), encoding="utf-8")


def times(path: Path, page: Path, saves: Saves, worker: Worker) -> list[float]:
    """How long each of some saves of a text took, in ms, from the save to the new words in the built page."""
    text, taken = path.read_text(encoding="utf-8"), []
    for number in range(SAVES):
        word = f"savednumber{number}"
        start = time.perf_counter()
        path.write_text(f"{text}\n\nA {word}.\n", encoding="utf-8")
        worker.build(saves.next())
        taken.append((time.perf_counter() - start) * 1000)
        if word not in page.read_text(encoding="utf-8"):
            raise RuntimeError(f"{page} does not show what was saved")
        worker.settle()
        time.sleep(PAUSE)
    return taken


def measure(pages: int) -> list[str]:
    """A line for each kind of text, for a site of so many pages."""
    with tempfile.TemporaryDirectory() as folder:
        root, output = Path(folder, "site"), Path(folder, "output")
        root.mkdir()
        grow(root, pages)
        worker, saves = Worker(root, output), Saves(root)
        saves.start()
        try:
            start = time.perf_counter()
            _refuse_faults(worker.build(set()))
            first = time.perf_counter() - start
            worker.settle()
            section = next(
                path for path in sorted(root.glob("content/articles/article-0/*.md")) if path.stem != "index"
            )
            texts = {
                "a service": (root / "content/services/service-1.md", output / "services/service-1/index.html"),
                "a section": (section, output / "articles/article-0/index.html"),
            }
            return [_line(pages, name, times(*paths, saves, worker), first) for name, paths in texts.items()]
        finally:
            saves.stop()
            worker.stop()


def _refuse_faults(outcome: Outcome) -> None:
    if not outcome.good:
        raise RuntimeError("\n".join(str(fault) for fault in outcome.faults))


def _line(pages: int, name: str, taken: list[float], first: float) -> str:
    late = statistics.quantiles(taken, n=20)[-1]
    return f"{pages:>8,}  {name:12}{statistics.median(taken):10.0f}{late:10.0f}{max(taken):10.0f}{first:14.1f}"


def bench() -> int:
    """Print the times for each size of site; the exit code is 0."""
    print(f"{'pages':>8}  {'saved':12}{'median ms':>10}{'95 % ms':>10}{'worst ms':>10}{'first build s':>14}")
    for pages in SIZES:
        print(*measure(pages), sep="\n", flush=True)
    print(BUDGETS)
    return 0
