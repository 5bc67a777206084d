"""Leaving the consultation form, coming back to it, and a script that never arrives cost the visitor nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.receiving import PROFILES, Receiving, receiving
from tests.site.sending import FORM, PATIENCE, SCRIPT, TYPED, fill, held, press, without_answers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def receiver(development_site: Path) -> Iterator[Receiving]:
    """The site with its receiver."""
    with receiving(development_site, PROFILES["example"]) as receiver:
        yield receiver


@pytest.fixture
def page(remembering: Browser, receiver: Receiving) -> Iterator[Page]:
    """The form's page, which notes how often it is shown."""
    receiver.start_anew()
    page = remembering.new_page()
    page.add_init_script("addEventListener('pageshow', ({ persisted }) => window.persisted = persisted)")
    page.goto(receiver.address + FORM)
    yield page
    page.close()


def come_back(page: Page, address: str) -> None:
    """Press the browser's back button; Playwright's own would wait for a page that is not loaded again."""
    page.evaluate("setTimeout(() => history.back())")
    page.wait_for_url(address, wait_until="commit")
    page.wait_for_function("window.persisted")


def test_a_form_that_the_browser_posted_can_be_sent_again(page: Page, receiver: Receiving) -> None:
    page.route(f"**{FORM}", without_answers)
    page.reload()
    fill(page)
    press(page)
    page.wait_for_url("**/thank-you/")
    come_back(page, receiver.address + FORM)

    expect(page.locator(".consultation-form")).to_have_attribute("data-state", "idle")
    assert held(page) == TYPED
    press(page)
    page.wait_for_url("**/thank-you/")
    assert [received.by_script for received in receiver.received] == [False, False]


def test_who_leaves_while_it_is_sent_finds_her_words_and_the_truth(page: Page, receiver: Receiving) -> None:
    receiver.kind = "slow"
    page.clock.install()
    page.reload()
    fill(page)
    press(page)
    page.goto(receiver.address)
    come_back(page, receiver.address + FORM)
    page.clock.run_for(PATIENCE)

    # The request still ran, so that nobody can tell yet whether it arrives.
    expect(page.locator("[data-outcome=unknown]")).to_be_focused()
    assert held(page) == TYPED
    receiver.kind = "success"
    press(page)
    expect(page.locator("[data-outcome=sent]")).to_be_focused()


def test_what_was_sent_is_still_said_to_be(page: Page, receiver: Receiving) -> None:
    fill(page)
    press(page)
    expect(page.locator("[data-outcome=sent]")).to_be_visible()
    page.goto(receiver.address)
    come_back(page, receiver.address + FORM)

    expect(page.locator("[data-outcome=sent]")).to_be_visible()
    assert held(page) == TYPED


BROKEN = {"blocked": None, "broken": "import './nowhere.js'", "throwing": "throw new Error('broken')"}


@pytest.mark.parametrize("code", BROKEN.values(), ids=BROKEN)
def test_without_its_script_the_form_is_the_browser_s(page: Page, receiver: Receiving, code: str | None) -> None:
    page.route(
        SCRIPT, lambda route: route.fulfill(body=code, content_type="text/javascript") if code else route.abort()
    )
    page.reload()
    press(page)
    expect(page.get_by_label("Your name")).to_be_focused()
    fill(page)
    press(page)
    page.wait_for_url("**/thank-you/")

    (received,) = receiver.received
    assert not received.by_script
    assert {name: received.fields[name] for name in TYPED} == {name: [value] for name, value in TYPED.items()}
