"""Find a Chromium for the tests, or get one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MACOS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
NEEDED = "The browser tests need Chromium: install it, or set CHROMIUM to the path of its program."


def find() -> str | None:
    """The path of a Chromium: ``$CHROMIUM``, on the PATH, of macOS, or Playwright's own; None where there is none."""
    installed = (os.environ.get("CHROMIUM"), *map(shutil.which, NAMES), *filter(os.path.exists, MACOS))
    return next(filter(None, installed), None) or _playwrights_own()


def ensure() -> str | None:
    """A Chromium, installed if need be: Playwright's, else Debian's. None, and one sentence, where none can be had."""
    found = find()
    if found:
        return found
    print("No Chromium here: trying Playwright's own …", flush=True)
    if _run([sys.executable, "-m", "playwright", "install", "--with-deps", "chromium-headless-shell"]) and (
        found := find()
    ):
        return found
    if shutil.which("apt-get") and os.geteuid() == 0:
        print("Trying Debian's package …", flush=True)
        if (
            _run(["apt-get", "update", "-qq"])
            and _run(["apt-get", "install", "-y", "-qq", "chromium"])
            and (found := find())
        ):
            return found
    print(NEEDED, file=sys.stderr)
    return None


def _run(command: list[str]) -> bool:
    """Run a command quietly; say whether it worked."""
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0  # noqa: S603


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None
