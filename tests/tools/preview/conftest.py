"""What the tests of the preview share: one running preview that each leaves as it was, and a tab open on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import COPIED, ROOT, Project
from tests.tools.serving import PATIENCE, serving, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.tools.serving import Served


@pytest.fixture(scope="session")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """`invoke serve` of a copy of the project."""
    with serving(Project(tmp_path_factory.mktemp("written") / "project"), "serve") as running:
        yield running


@pytest.fixture
def served(preview: Served) -> Iterator[Served]:
    """The preview; what a test writes is put back after it."""
    yield preview
    version = preview.news()["version"]
    if _put_back(preview.project):
        wait_until(lambda: preview.news()["version"] > version and not preview.faults(), "all is as it was")


@pytest.fixture
def tab(served: Served, chromium: Browser) -> Iterator[Page]:
    """A tab that shows the page about.md."""
    from playwright.sync_api import expect

    expect.set_options(timeout=PATIENCE * 1000)
    context = chromium.new_context()
    context.set_default_timeout(PATIENCE * 1000)
    page = context.new_page()
    page.goto(f"{served.address}/about/")
    yield page
    context.close()


def _put_back(project: Project) -> bool:
    """Give the copy the files that the project has, and say whether it had others."""
    differing = [path for name in COPIED for path in _files(project.path / name) if not _is_same(path, project)]
    missing = [
        path for name in COPIED for path in _files(ROOT / name) if not (project.path / path.relative_to(ROOT)).exists()
    ]
    for path in differing:
        path.unlink()
    for path in (*(ROOT / path.relative_to(project.path) for path in differing), *missing):
        if path.exists():
            project.write(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
    return bool(differing or missing)


def _is_same(path: Path, project: Project) -> bool:
    original = ROOT / path.relative_to(project.path)
    return original.exists() and original.read_bytes() == path.read_bytes()


def _files(path: Path) -> list[Path]:
    files = path.rglob("*") if path.is_dir() else iter([path])
    return [file for file in files if file.is_file() and "__pycache__" not in file.parts]
