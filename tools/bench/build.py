"""Measure what a build costs as the site grows, ours beside other generators."""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plugins.faults import ROOT
from tools.bench.builders import installed, our_site, texts
from tools.bench.chart import chart

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES, ROUNDS = (10, 100, 1000, 5000), 3
LARGE = 5000  # pages: one round of these takes longer than three of all others
REPORT, CHART = ROOT / "docs" / "performance.md", ROOT / "docs" / "images" / "builds.svg"
BEGIN, END = "<!-- measured -->\n", "<!-- /measured -->\n"
OURS = [sys.executable, "-m", "tools.rebuild", "--production"]
FRESH, LOST = "Ours, everything anew", "Ours, output lost"
AGAIN, ONE = "Ours, nothing changed", "Ours, one text changed"


class Cost(NamedTuple):
    """What one build took, of all its processes: seconds of CPU, seconds, and the largest one's MB."""

    cpu: float
    wall: float
    memory: float


def cost(command: list[str], folder: Path) -> Cost:
    """Run it in the folder; raises CalledProcessError where it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / 1024)


def measure(pages: int, rounds: int, place: Path) -> dict[str, list[Cost]]:
    """What each generator took for a site of so many pages in ``place``, one after the other in each round."""
    own = place / "own"
    own.mkdir(parents=True)
    our_site(own, pages)
    changed = own / "content" / "about.md"
    plain = texts(own / "content")
    ways: dict[str, Callable[[], Cost]] = {
        FRESH: afresh(OURS, own),
        AGAIN: lambda: cost(OURS, own),
        LOST: afresh(OURS, own, ".cache"),
        ONE: lambda: _after_a_save(changed, own),
    }
    for each in installed():
        folder = place / each.name
        folder.mkdir()
        each.write(folder, plain)
        ways[each.name] = afresh(each.command, folder)
    taken: dict[str, list[Cost]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            taken[name].append(way())
    return taken


def afresh(command: list[str], folder: Path, *kept: str) -> Callable[[], Cost]:
    """A build as on a machine that has only what stands in the folder now, and what is ``kept`` of later builds.

    What they have made is moved out of the way: a file system that has just deleted thousands of files is slow to make
    others.
    """
    given = {*folder.iterdir(), *(folder / name for name in kept)}

    def build() -> Cost:
        aside = tempfile.mkdtemp(dir=folder.parent)
        for made in {*folder.iterdir()} - given:
            made.rename(Path(aside, made.name))
        return cost(command, folder)

    return build


def _after_a_save(text: Path, folder: Path) -> Cost:
    with text.open("a", encoding="utf-8") as file:
        file.write("\nOne more line.\n")
    return cost(OURS, folder)


def bench(sizes: tuple[int, ...] = SIZES, rounds: int = 0, *, write: bool = False) -> int:
    """Print the medians of each size, and with ``write`` put them and their chart into docs/; the exit code is 0.

    ``rounds`` is how often each generator builds each site: 0 for as often as is good for its size.
    """
    medians: dict[str, list[tuple[int, Cost]]] = {}
    times = {pages: rounds or (ROUNDS if pages < LARGE else 1) for pages in sizes}
    with tempfile.TemporaryDirectory() as place:
        for pages in sizes:
            for name, costs in measure(pages, times[pages], Path(place, str(pages))).items():
                middle = Cost(*(statistics.median(each) for each in zip(*costs, strict=True)))
                medians.setdefault(name, []).append((pages, middle))
                figures = f"{middle.cpu:8.2f} s CPU{middle.wall:8.2f} s{middle.memory:8.0f} MB"
                print(f"{pages:>6,} {name:24}{figures}", flush=True)
    if write:
        report = REPORT.read_text(encoding="utf-8")
        before, _, rest = report.partition(BEGIN)
        after = rest.partition(END)[2]
        REPORT.write_text(f"{before}{BEGIN}\n{table(medians, times)}\n{END}{after}", encoding="utf-8")
        lines = {name: [(pages, each.cpu) for pages, each in found] for name, found in medians.items()}
        CHART.write_text(chart(lines, "s"), encoding="utf-8")
    return 0


def table(medians: dict[str, list[tuple[int, Cost]]], times: dict[int, int]) -> str:
    """A table in Markdown: CPU, time, memory and the share of our clean build's CPU; and what it was measured with.

    ``times`` is how often each site was built, by its number of pages.
    """
    rows = ["| Generator | Pages | CPU s | Time s | Peak MB | CPU beside ours anew |", "|---|--:|--:|--:|--:|--:|"]
    ours = {pages: each.cpu for pages, each in medians[FRESH]}
    for name, found in medians.items():
        for pages, each in found:
            figures = f"{each.cpu:.2f} | {each.wall:.2f} | {each.memory:.0f} | {each.cpu / ours[pages]:.3f}"
            rows.append(f"| {name} | {pages:,} | {figures} |")
    versions = ", ".join(f"{name} {version(name)}" for name in ("pelican", "markdown", "typogrify"))
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    also = "".join(f", {each.version()}" for each in installed() if each.told)
    return "\n".join((*rows, "", f"{_rounds(times).capitalize()}. {machine}, {versions}{also}.", ""))


def _rounds(times: dict[int, int]) -> str:
    sizes = {count: ", ".join(f"{pages:,}" for pages in times if times[pages] == count) for count in times.values()}
    how = {count: f"medians of {count} rounds, interleaved" if count > 1 else "one round" for count in sizes}
    return "; ".join(f"of {pages} pages, {how[count]}" for count, pages in sizes.items())
