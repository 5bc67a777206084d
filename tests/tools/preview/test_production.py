"""`invoke preview` serves the production build as a host would, under the path that the clinic's address has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import Project
from tests.tools.serving import Served, serving
from tools.build import read_clinic, read_consultation_form
from tools.check.rules import check

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    project = Project(tmp_path_factory.mktemp("hosted") / "project")
    project.replace("data/clinic.toml", 'url = "https://www.example.com"', 'url = "https://www.example.com/clinic/"')
    with serving(project, "preview") as running:
        yield running


def test_no_link_leaves_the_path_that_the_site_lives_under(served: Served) -> None:
    assert served.project.build("--production").code == 0

    clinic = read_clinic(served.project.path)
    assert check(served.project.output, clinic, read_consultation_form(clinic, served.project.path), "/clinic") == []


def test_every_page_is_served_under_the_path_as_it_was_built(served: Served) -> None:
    assert served.project.build("--production").code == 0
    output = served.project.output
    pages = [path.relative_to(output).as_posix() for path in output.rglob("index.html")]

    for page in pages:
        answer = served.get(f"/clinic/{page.removesuffix('index.html')}")
        assert answer.status == 200
        assert answer.html == (output / page).read_text(encoding="utf-8")


def test_hosts_manners_are_kept_under_the_path(served: Served) -> None:
    missing = served.get("/clinic/nowhere/")
    bare = served.get("/")
    slashless = served.get("/clinic/services")

    assert missing.status == 404
    assert "We cannot find that" in missing.html
    assert (bare.status, bare.location) == (302, "/clinic/")
    assert (slashless.status, slashless.location) == (301, "/clinic/services/")


def test_the_preview_has_no_reload_script(served: Served) -> None:
    assert "livereload" not in served.get("/clinic/").html
