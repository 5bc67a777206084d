"""What a refused build says, without the works that no page cites."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.conftest import Project

UNCITED = "warning: no page cites"


def complaints(project: Project, *arguments: str, **environment: str) -> list[str]:
    """Build, which must be refused in good order, and return what was printed as faults."""
    outcome = project.build(*arguments, cwd=None, **environment)
    assert outcome.code == 1, outcome.text
    assert "Traceback" not in outcome.text
    return [line for line in outcome.lines if UNCITED not in line]


def built(project: Project, *arguments: str, **environment: str) -> Project:
    """Build, which must succeed, and return the project."""
    outcome = project.build(*arguments, cwd=None, **environment)
    assert outcome.code == 0, outcome.text
    return project


def place(project: Project, name: str, needle: str) -> str:
    """Where ``needle`` first stands in a file of the project, as complaints write it: "name:line:column"."""
    text = (project.path / name).read_text(encoding="utf-8")
    before = text[: text.index(needle)]
    return f"{name}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
