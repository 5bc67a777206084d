"""A large site that every core reads and that is remembered is the one that a single process makes of it anew."""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

import pytest

from plugins.models.processes import FEW
from tests.tools.warm.edits import WORDS, files
from tools.bench.preview import grow

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Project

PAGES, EDITS = FEW + 10, 6
ALONE = """
import os
from tools.rebuild import main
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
raise SystemExit(main(["--fresh"]))
"""


def more_words(path: Path, chance: random.Random) -> None:
    """Words at the end."""
    path.write_text(f"{path.read_text(encoding='utf-8')}\n\n{chance.choice(WORDS)}\n", encoding="utf-8")


def another_title(path: Path, chance: random.Random) -> None:
    """A title that menus, lists and sitemaps show."""
    title, *rest = path.read_text(encoding="utf-8").split("Title: ", 1)[1].split("\n")
    changed = "\n".join((f'---\nTitle: "{title.strip(chr(34))} {chance.randrange(1000)}"', *rest))
    path.write_text(changed, encoding="utf-8")


def same_words_elsewhere(path: Path, chance: random.Random) -> None:
    """The same text a second time, under a name and a title of its own."""
    name = f"{path.stem}-again-{chance.randrange(1000)}"
    copy = path.with_name(f"{name}.md")
    copy.write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    another_title(copy, chance)


@pytest.fixture
def grown(project: Project) -> Project:
    """A site of so many pages that each stage of its build begins processes of its own."""
    project.forget()
    for room in ("content", "data", "theme"):
        shutil.rmtree(project.path / room)
    grow(project.path, PAGES)
    return project


def test_after_random_edits_it_is_the_same_byte_for_byte(grown: Project) -> None:
    project = grown
    chance = random.Random(1)
    assert project.build().code == 0
    # Words change their page alone; a title is shown by many.
    for changes in ((more_words,), (another_title, same_words_elsewhere), (more_words,)):
        services = sorted((project.path / "content/services").glob("service-*.md"))
        for path in chance.sample(services, EDITS):
            chance.choice(changes)(path, chance)
        built = project.build()
        assert built.code == 0, built.text
    remembered = files(project.output)

    assert project.run("-c", ALONE).code == 0
    assert files(project.output) == remembered
    assert len([name for name in remembered if name.endswith("/index.html")]) >= PAGES


def test_a_template_that_fails_in_another_process_is_told_here_and_nothing_is_written(grown: Project) -> None:
    grown.replace("theme/templates/service.html", '<div class="side flow">', "{{ nobody.at_home }}")

    outcome = grown.build()

    what, todo = 'nothing here is called "nobody"', "correct the name, import it, or give it a value above"
    assert outcome.lines == [f"theme/templates/service.html:3:1: {what}; {todo}"]
    assert not grown.output.exists()
