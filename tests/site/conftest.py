"""What the browser tests share: an open page that keeps account of what it asks for and complains about."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

import pytest

from tools import browser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from playwright.sync_api import Browser, Page

ARTICLE = "/articles/are-you-a-candidate-for-ketamine-therapy/"
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}


class Open(NamedTuple):
    """An open page, what its console said, and the hosts that it asked anything of."""

    page: Page
    console: list[str]
    hosts: set[str]


@pytest.fixture(scope="module")
def remembering(chromium: Browser) -> Iterator[Browser]:
    """Playwright turns the back/forward cache off; a Chromium that has it."""
    program = browser.find(whole=True)
    if program is None:
        pytest.skip(browser.NEEDED_WHOLE)
    running = chromium.browser_type.launch(
        executable_path=program, args=["--no-sandbox"], ignore_default_args=["--disable-back-forward-cache"]
    )
    yield running
    running.close()


@pytest.fixture
def opened(chromium: Browser, address: str) -> Callable[..., AbstractContextManager[Open]]:
    """Opens a path of the production build in a context with the options given."""

    @contextmanager
    def open_path(path: str, **options: Any) -> Iterator[Open]:
        context = chromium.new_context(**options)
        page = context.new_page()
        console: list[str] = []
        hosts: set[str] = set()
        page.on("console", lambda message: console.append(message.text))
        page.on("pageerror", lambda error: console.append(str(error)))
        page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
        page.goto(address + path)
        yield Open(page, console, hosts)
        context.close()

    return open_path
