"""A plugin that is misspelt or cannot start stops the build at its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Project

BROKEN = {
    "a misspelt plugin in PLUGINS": (
        "pelicanconf.py",
        "    listing,\n    links,",
        "    listin,\n    links,",
        "pelicanconf.py:{line}:1: NameError: name 'listin' is not defined; mend this line",
    ),
    "a misspelt plugin where it is imported": (
        "pelicanconf.py",
        "    facts,\n    faults,",
        "    fatcs,\n    faults,",
        "pelicanconf.py:{line}:1: ImportError: cannot import name 'fatcs' from 'plugins' "
        "({path}/plugins/__init__.py); mend this line",
    ),
    "a plugin whose register() raises": (
        "plugins/navigation.py",
        "    signals.all_generators_finalized.connect(navigate)",
        '    raise RuntimeError("not today")',
        "plugins/navigation.py:{line}:1: RuntimeError: not today; mend this line",
    ),
    "a plugin that is not Python": (
        "plugins/navigation.py",
        "def register() -> None:",
        "def register() -> None",
        "plugins/navigation.py:{line}:1: this cannot be read as Python: expected ':'; mend this line",
    ),
}


@pytest.mark.parametrize(("name", "old", "new", "fault"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_plugin_is_refused_at_its_line(project: Project, name: str, old: str, new: str, fault: str) -> None:
    project.replace(name, old, new)
    text = (project.path / name).read_text(encoding="utf-8")
    wrong = "from plugins import" if "ImportError" in fault else new.strip().splitlines()[0]
    line = text.count("\n", 0, text.index(wrong)) + 1

    outcome = project.build()

    assert outcome.lines == [fault.format(line=line, path=project.path)]
    assert outcome.code == 1
    assert "Traceback" not in outcome.text
    assert not project.output.exists()


@pytest.mark.parametrize("task", ["build", "serve", "preview", "check"])
def test_a_task_that_needs_the_broken_plugin_itself_says_so_in_one_line(project: Project, task: str) -> None:
    project.replace("plugins/forms.py", "def register() -> None:", "def register() -> None")

    outcome = project.run("-m", "invoke", task)

    assert outcome.lines[-1].startswith("plugins/forms.py:")
    assert outcome.lines[-1].endswith("this cannot be read as Python: expected ':'; mend this line")
    assert "Traceback" not in outcome.text
    assert outcome.code == 1


def test_a_plugin_named_in_quotes_that_is_not_there_is_refused(project: Project) -> None:
    project.replace("pelicanconf.py", "    listing,\n    links,", '    listing,\n    "shouting",\n    links,')

    outcome = project.build()

    assert outcome.code == 1
    assert [line for line in outcome.lines if "Cannot import plugin `shouting`" in line]


def test_an_error_in_a_plugin_is_told_at_its_own_line(project: Project) -> None:
    project.replace(
        "plugins/navigation.py", "    context = generators[0].context", "    context = generators[0].contxt"
    )
    outcome = project.build()
    assert outcome.code == 1
    (line,) = outcome.lines
    assert line.startswith("plugins/navigation.py:")
    assert "has no attribute 'contxt'" in line
