"""Find a Chromium for the tests, or get one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# A headless shell draws the same pages without a window, in half of the time; but it keeps none for the back button.
NAMES = (
    *("chromium-headless-shell", "chrome-headless-shell"),
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
)
MACOS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
NEEDED = "The browser tests need Chromium: install it, or set CHROMIUM to the path of its program."
NEEDED_WHOLE = "The tests of the back button need a whole Chromium beside its headless shell: install it."


def find(*, whole: bool = False) -> str | None:
    """The path of a Chromium: ``$CHROMIUM``, on the PATH, of macOS, or Playwright's own; None where there is none.

    A headless shell is taken first, and not at all where the browser must be ``whole``.
    """
    return next((program for program in _programs() if not (whole and "headless" in Path(program).name)), None)


def _programs() -> Iterator[str]:
    if named := os.environ.get("CHROMIUM"):
        yield named
    yield from filter(None, map(shutil.which, NAMES))
    yield from filter(os.path.exists, MACOS)
    yield from _playwrights_own()


def ensure() -> str | None:
    """A Chromium, installed if need be: Playwright's, else Debian's. None, and one sentence, where none can be had."""
    found = find()
    if found:
        return found
    print("No Chromium here: trying Playwright's own …", flush=True)
    if _run([sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"]) and (found := find()):
        return found
    if shutil.which("apt-get") and os.geteuid() == 0:
        print("Trying Debian's package …", flush=True)
        if (
            _run(["apt-get", "update", "-qq"])
            and _run(["apt-get", "install", "-y", "-qq", "chromium", "chromium-headless-shell"])
            and (found := find())
        ):
            return found
    print(NEEDED, file=sys.stderr)
    return None


def _run(command: list[str]) -> bool:
    """Run a command quietly; say whether it worked."""
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0  # noqa: S603


def _playwrights_own() -> Iterator[str]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        whole = Path(playwright.chromium.executable_path)
    revision = next(folder for folder in whole.parents if folder.name.startswith("chromium-"))
    shells = revision.parent.glob(f"{revision.name.replace('-', '_headless_shell-')}/*/chrome-headless-shell*")
    yield from (str(program) for program in (*shells, whole) if program.exists())
