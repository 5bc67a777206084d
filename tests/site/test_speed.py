"""Every page keeps the budgets of bytes, requests and shifts, and the back button finds it as it was."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

import pytest

from tests.site.pages import DESKTOP, PHONE, addresses, listed
from tests.site.speed import kept_out_of_history, load, over_budget
from tools.compressed import serving

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

WINDOWS = {"desktop": DESKTOP, "phone": PHONE}


@pytest.mark.parametrize("window", WINDOWS.values(), ids=WINDOWS)
def test_every_first_load_keeps_the_budgets(chromium: Browser, site: Path, window: dict[str, int]) -> None:
    found = []
    with serving(site) as address:
        for path in addresses(site):
            found += over_budget(load(chromium, address + path, window))

    assert not found, listed(found)


def test_the_back_button_finds_every_page_as_it_was(remembering: Browser, site: Path) -> None:
    found = []
    with serving(site) as address:
        for path in addresses(site):
            elsewhere = "/about/" if path == "/" else "/"
            page = remembering.new_page()
            found += kept_out_of_history(page, address + path, address + elsewhere)
            page.close()

    assert not found, listed(found)


def noise(size: int, name: str) -> str:
    """Text that cannot be compressed to less than half."""
    return "".join(hashlib.sha256(f"{name}{number}".encode()).hexdigest() for number in range(size // 64))


def test_a_heavy_page_gets_every_complaint(chromium: Browser, tmp_path: Path) -> None:
    later = "(n) => n ? requestAnimationFrame(() => later(n - 1)) : (document.images[0].style.height = '200px')"
    head = '<link rel="stylesheet" href="/late.css"><script src="/big.js" defer></script>'
    body = f'<img src="http://other.example/x.png" style="display: block"><p>Shifted</p><!--{noise(30_000, "a")}-->'
    for name, text in {
        "index.html": f"<!doctype html><title>Heavy</title>{head}{body}",
        "late.css": "p { color: red }",
        "big.js": f"const later = {later}; onload = () => later(9); '{noise(40_000, 'b')}'",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    with serving(tmp_path) as address:
        found = over_budget(load(chromium, f"{address}/", PHONE))

    assert [re.sub(r"[\d,]+ bytes|0\.\d+", "N", line) for line in found] == [
        "/ takes N for HTML, at most 12,800",
        "/ takes N for JavaScript, at most 4,096",
        "/ takes N for all, at most 30,720",
        "/ is not painted before /late.css",
        "/ asks another host: http://other.example/x.png",
        "/ shifts p in body in html by N",
    ]


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<script>addEventListener('unload', () => {})</script>", ["UnloadHandlerExistsInMainFrame"]),
        ("<p>Good</p>", []),
    ],
    ids=["with an unload handler", "without"],
)
def test_a_page_that_the_back_button_would_load_anew_is_told(
    remembering: Browser, tmp_path: Path, html: str, wanted: list[str]
) -> None:
    for name in ("index.html", "other.html"):
        (tmp_path / name).write_text(f"<!doctype html><title>A page</title>{html}", encoding="utf-8")

    with serving(tmp_path) as address:
        found = kept_out_of_history(remembering.new_page(), f"{address}/", f"{address}/other.html")

    assert found == [f"/ is not kept for the back button: {reason}" for reason in wanted]
