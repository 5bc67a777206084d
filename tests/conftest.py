"""What the tests share: a copy of the project to break, the real site built, and a real browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir

from tests import building
from tools import browser
from tools.build import build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from tools.oracles import Oracle, Server

ROOT = Path(__file__).resolve().parent.parent
settings.register_profile("unhurried", deadline=None)  # no test asserts a time
settings.load_profile("unhurried")
set_hypothesis_home_dir(ROOT / ".cache" / "hypothesis")  # it would make a folder of its own in the project
COPIED = ("content", "data", "theme", "plugins", "tools", "pelicanconf.py", "publishconf.py", "tasks.py")


class Outcome(NamedTuple):
    """How a build ended: its exit code, and what it printed, line by line."""

    code: int
    lines: list[str]
    text: str


def write_files(folder: Path, files: dict[str, str]) -> Path:
    """Write files by their names in ``folder``, which is returned."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


class Project:
    """A copy of the whole project in which a test may break things."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.output = path / "output"
        path.mkdir(parents=True)
        for name in COPIED:
            if (ROOT / name).is_dir():
                # What Python is just now writing may be gone before it is copied.
                shutil.copytree(ROOT / name, path / name, ignore=shutil.ignore_patterns("*.pyc.*"))
            else:
                shutil.copy2(ROOT / name, path / name)
        # What other builds made is the same wherever it was made.
        (ROOT / ".cache").mkdir(exist_ok=True)
        (path / ".cache").mkdir()
        (path / ".cache" / "memory.db").symlink_to(ROOT / ".cache" / "memory.db")

    def forget(self) -> None:
        """Remember nothing that other builds made, and let them have nothing of this one's."""
        (self.path / ".cache" / "memory.db").unlink()

    def write(self, name: str, text: str) -> Path:
        """Write a file, its folders too."""
        return write_files(self.path, {name: text}) / name

    def replace(self, name: str, old: str, new: str) -> None:
        """Change a file at the first place where ``old`` stands, which must be there."""
        text = (self.path / name).read_text(encoding="utf-8")
        assert old in text, f"{name} has no {old!r}"
        self.write(name, text.replace(old, new, 1))

    def page(self, name: str = "content/new.md", body: str = "Words.", **fields: str) -> Path:
        """Write a page that meets its contract, but for what ``fields`` changes; a value of "" leaves the field out."""
        front = {
            "Title": "A new page",
            "Description": "A page that is only here to be read by a test, long enough for its contract.",
        }
        lines = [f"{field}: {value}" for field, value in (front | fields).items() if value]
        return self.write(name, "\n".join(("---", *lines, "---", body, "")))

    def run(self, *command: str, cwd: Path | None = None, **environment: str) -> Outcome:
        """Run Python with these arguments, in the project unless told otherwise."""
        done = subprocess.run(
            [sys.executable, *command],
            cwd=cwd or self.path,
            env={**os.environ, "PYTHONPATH": str(self.path), **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        return Outcome(done.returncode, done.stderr.splitlines(), done.stdout + done.stderr)

    def build(self, *arguments: str, cwd: Path | None = None, **environment: str) -> Outcome:
        """Build the copy, as `invoke build` does."""
        if environment:  # Python reads some of it when it starts
            return self.run("-m", "tools.rebuild", *arguments, cwd=cwd, **environment)
        code, out, err = building.build(self.path, cwd or self.path, *arguments)
        return Outcome(code, err.splitlines(), out + err)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A copy of the project, fresh for each test."""
    return Project(tmp_path / "project")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The production build of the real site."""
    output = tmp_path_factory.mktemp("site") / "output"
    build(output, production=True)
    return output


@pytest.fixture(scope="session")
def development_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The development build of the real site, with its gallery."""
    output = tmp_path_factory.mktemp("development") / "output"
    build(output)
    return output


def file_of(oracle: Oracle | Server) -> Path:
    """The oracle's file; where it or its program is missing its tests are skipped by name, and fail in CI."""
    found = oracle.find()
    if not found:
        pytest.skip(oracle.needed)
    return found


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves a folder and prints nothing."""

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the production build is served: "http://127.0.0.1:port"."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A real Chromium; tests that need it are skipped by name where there is none, and fail in CI."""
    program = browser.find()
    if program is None:
        pytest.skip(browser.NEEDED)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI everything is installed, so a skipped test is a failure."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
