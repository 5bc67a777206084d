"""Pelican run by its own command refuses what `invoke build` refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Project

RUN = ("-m", "pelican", "-s", "pelicanconf.py", "-o", "somewhere", "content")


def test_plain_pelican_builds_a_good_site(project: Project) -> None:
    outcome = project.run(*RUN)

    assert outcome.code == 0, outcome.text
    assert (project.path / "somewhere/services/depression/index.html").exists()


@pytest.mark.parametrize("body", ["[lost]({filename}/nowhere.md)", "[@nobody1900]", "[](clinic:fax)"])
def test_plain_pelican_refuses_a_fault_and_writes_nothing(project: Project, body: str) -> None:
    project.page(body=body)

    outcome = project.run(*RUN)

    assert outcome.code != 0
    assert "content/new.md:5:" in outcome.text
    assert not [path for path in (project.path / "somewhere").rglob("*") if path.is_file()]
