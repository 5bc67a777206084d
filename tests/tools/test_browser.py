"""Where no Chromium can be had, one sentence says what to do."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.conftest import write_files
from tools import browser

if TYPE_CHECKING:
    import pytest

    from tests.conftest import Project

# Nothing may be installed by a test: Playwright would fetch from a port where nobody answers, and PATH has no apt-get.
NOWHERE = "http://127.0.0.1:9"
ENSURE = "import sys; from tools import browser; browser.MACOS = (); sys.exit(browser.ensure() is not None)"

FIND = "from tools import browser; browser.MACOS = (); print(browser.find(), browser.find(whole=True))"
WHOLE = """from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)"""


def test_one_clear_sentence_where_no_chromium_can_be_had(project: Project, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    hosts = ("PLAYWRIGHT_DOWNLOAD_HOST", "HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy")
    environment = {"PATH": str(empty), "CHROMIUM": "", "PLAYWRIGHT_BROWSERS_PATH": str(empty)}

    outcome = project.run("-c", ENSURE, cwd=None, **environment, **dict.fromkeys(hosts, NOWHERE))

    assert outcome.lines == [browser.NEEDED]
    assert outcome.text.splitlines()[0] == "No Chromium here: trying Playwright's own …"
    assert outcome.code == 0
    assert [path for path in empty.rglob("*") if path.is_file()] == []


def test_the_chromium_that_is_named_is_taken_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", sys.executable)

    assert browser.find() == browser.ensure() == sys.executable


def test_playwrights_own_is_its_headless_shell_or_whole(project: Project, tmp_path: Path) -> None:
    environment = {"PATH": "", "CHROMIUM": "", "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path)}

    def found() -> list[str]:
        return project.run("-c", FIND, cwd=None, **environment).text.split()

    assert found() == ["None", "None"]
    whole = Path(project.run("-c", WHOLE, cwd=None, **environment).text.strip())
    write_files(whole.parent, {whole.name: ""})
    assert found() == [str(whole), str(whole)]

    revision = whole.relative_to(tmp_path).parts[0].removeprefix("chromium-")
    shell = f"chromium_headless_shell-{revision}/chrome-headless-shell-linux64/chrome-headless-shell"
    write_files(tmp_path, {shell: ""})
    assert found() == [str(tmp_path / shell), str(whole)]
