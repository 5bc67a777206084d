"""The worker answers whatever happens to it, reads plugins anew, and grows no larger."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tools.warm.worker import needs_restart

if TYPE_CHECKING:
    from tests.conftest import Outcome, Project

BEGIN = """
    import os, signal, time
    from pathlib import Path
    from tools.warm.worker import Worker, needs_restart

    ROOT = Path.cwd()
    OUTPUT = ROOT / "output"
    ABOUT = ROOT / "content/about.md"

    def told(outcome):
        print([f"{fault.path}:{fault.line}: {fault.what}" for fault in outcome.faults], outcome.changed, outcome.goto)

    def wait_for(*names):
        while not all(any(OUTPUT.glob(name)) for name in names):
            time.sleep(0.01)
"""
MEMORY = """
    import gc, resource, sys
    from tools.warm.site import WarmSite

    SAVES, EVERY = map(int, sys.argv[1:3])
    site = WarmSite(ROOT, OUTPUT)
    if "leak" in sys.argv:
        site._forget = lambda: None
    text = ABOUT.read_text(encoding="utf-8")

    def save(times):
        for number in range(times):
            titled = text.replace("Title: ", f"Title: {number // EVERY} ", 1)  # each new title is a whole build
            ABOUT.write_text(f"{titled}\\nSaved {number}.\\n", encoding="utf-8")
            assert site.build({ABOUT}).good
        gc.collect()
        return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() // 1024

    before = save(EVERY)
    print("grown by", save(SAVES) - before)
"""
STATM = Path("/proc/self/statm")
WITHIN = 4_000  # KiB: what the collector has not yet collected comes and goes


def run(project: Project, script: str, *arguments: str) -> Outcome:
    """Run a script in the project, as a server would be."""
    guarded = (
        textwrap.dedent(BEGIN) + "\nif __name__ == '__main__':\n" + textwrap.indent(textwrap.dedent(script), "    ")
    )
    return project.run(project.write("../script.py", guarded).as_posix(), *arguments)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("content/about.md", False),
        ("data/clinic.toml", False),
        ("theme/css/base.css", False),
        ("plugins/models/clinic.py", True),
        ("tools/preview/server.py", True),
        ("pelicanconf.py", True),
        ("plugins", True),
    ],
)
def test_what_has_been_imported_needs_a_restart(name: str, *, expected: bool) -> None:
    assert needs_restart({Path("/site") / name}) is expected


def test_it_builds_reads_plugins_anew_and_answers_when_they_break(project: Project) -> None:
    after = len((project.path / "plugins/dates.py").read_text(encoding="utf-8").splitlines()) + 1
    outcome = run(
        project,
        """
        worker = Worker(ROOT, OUTPUT)
        first = worker.build(set())
        print(len(first.changed) > 20, first.faults, first.goto)
        worker.settle()
        wait_for("search/index.json", "search/*-text.json", "search/panel.json")
        ABOUT.write_text(ABOUT.read_text(encoding="utf-8") + "New words.\\n", encoding="utf-8")
        told(worker.build({ABOUT}))

        plugin = ROOT / "plugins/dates.py"
        good = plugin.read_text(encoding="utf-8")
        for text in (good.replace("November", "Fall"), good + "def (", good + "raise RuntimeError('no')\\n", good):
            plugin.write_text(text, encoding="utf-8")
            assert needs_restart({plugin})
            worker.restart()
            outcome = worker.build({plugin})
            told(outcome._replace(changed=[address for address in outcome.changed if address == "/articles/"]))

        os.kill(worker._processes[0].pid, signal.SIGKILL)
        told(worker.build({ABOUT}))
        told(worker.build({ABOUT}))
        worker.stop()
        print(sorted(path.name for path in ROOT.glob(".output*")))
        """,
    )
    assert outcome.text.splitlines() == [
        "True [] None",
        "[] ['/about/'] /about/",
        "[] ['/articles/'] None",
        f"['plugins/dates.py:{after}: this cannot be read as Python: invalid syntax'] [] None",
        f"['plugins/dates.py:{after}: RuntimeError: no'] [] None",
        "[] ['/articles/'] None",
        "['tools/warm/worker.py:1: the process that builds has ended'] [] None",
        "[] [] /about/",
        "[]",
    ]


@pytest.mark.skipif(not STATM.exists(), reason="only Linux tells there how much memory is in use")
def test_its_memory_stays_flat_over_500_saves_and_would_grow_if_nothing_were_forgotten(project: Project) -> None:
    flat, leak = run(project, MEMORY, "500", "100"), run(project, MEMORY, "30", "5", "leak")

    assert int(flat.text.split()[-1]) < WITHIN, flat.text
    assert int(leak.text.split()[-1]) > WITHIN, leak.text
