"""Where no Chromium can be had, one sentence says what to do."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tools import browser

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.conftest import Project

# Nothing may be installed by a test: Playwright would fetch from a port where nobody answers, and PATH has no apt-get.
NOWHERE = "http://127.0.0.1:9"
ENSURE = "import sys; from tools import browser; browser.MACOS = (); sys.exit(browser.ensure() is not None)"


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
