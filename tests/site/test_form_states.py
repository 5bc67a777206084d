"""The consultation form's script says at each moment what is going on, to eyes and ears, and sends once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.receiving import PROFILES, Receiving, receiving
from tests.site.pages import opened
from tests.site.sending import FORM, PATIENCE, TYPED, fill, held, press, without_answers
from tests.tools.serving import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

PLACES = "(form) => [form, ...form.elements].map((part) => [part.offsetTop, part.offsetHeight])"


@pytest.fixture(scope="module")
def running(development_site: Path) -> Iterator[Receiving]:
    """The site with its receiver."""
    with receiving(development_site, PROFILES["example"]) as running:
        yield running


@pytest.fixture
def receiver(running: Receiving) -> Receiving:
    """The same, as if just started."""
    return running.start_anew()


@pytest.fixture
def page(chromium: Browser, receiver: Receiving) -> Iterator[Page]:
    """The form's page."""
    with opened(chromium) as page:
        page.goto(receiver.address + FORM)
        yield page


def form(page: Page) -> Locator:
    return page.locator(".consultation-form")


def expect_state(page: Page, state: str) -> None:
    expect(form(page)).to_have_attribute("data-state", state)


def button(page: Page) -> Locator:
    return page.get_by_role("button", name="Send my request")


@pytest.mark.parametrize("kind", ["slow", "success"])
def test_pressing_again_and_again_sends_once(page: Page, receiver: Receiving, kind: str) -> None:
    receiver.kind = "slow" if kind == "slow" else "success"
    fill(page)
    button(page).evaluate("(button) => { for (let time = 0; time < 5; time++) button.click() }")
    if kind == "slow":
        page.get_by_label("Your name").press("Enter")
        button(page).dblclick(force=True)  # Playwright would wait until it is enabled
        wait_until(lambda: receiver.received, "the form arrives")
    expect_state(page, "sending" if kind == "slow" else "sent")

    assert len(receiver.received) == 1


def test_a_browser_that_posts_by_itself_is_asked_once_too(page: Page, receiver: Receiving) -> None:
    page.route(f"**{FORM}", without_answers)
    page.reload()
    fill(page)
    with page.expect_event("framenavigated"):
        button(page).evaluate("(button) => { for (let time = 0; time < 5; time++) button.click() }")

    assert page.url == f"{receiver.address}/thank-you/"
    assert [received.by_script for received in receiver.received] == [False]


def test_the_enter_key_sends(page: Page, receiver: Receiving) -> None:
    fill(page)
    page.get_by_label("Your name").press("Enter")
    expect_state(page, "sent")

    assert len(receiver.received) == 1


def test_the_keyboard_alone_leads_through(page: Page, receiver: Receiving) -> None:
    page.get_by_label("Your name").focus()
    for words in (TYPED["name"], TYPED["telephone"], TYPED["email"]):
        page.keyboard.type(words)
        page.keyboard.press("Tab")
    for key in ("m", "Tab", "ArrowDown", "Tab", "Space", "Tab", "Enter"):
        page.keyboard.press(key)
    expect_state(page, "sent")

    (received,) = receiver.received
    assert {name: received.fields[name] for name in TYPED} == {name: [value] for name, value in TYPED.items()}


def test_while_it_is_sent_it_says_so_and_moves_nothing(page: Page, receiver: Receiving) -> None:
    receiver.kind = "slow"
    fill(page)
    before = form(page).evaluate(PLACES)
    press(page)
    expect(page.get_by_role("status").filter(has_text="Sending")).to_have_text("Sending your request …")
    expect(button(page)).to_be_focused()

    assert button(page).get_attribute("aria-disabled") == button(page).get_attribute("aria-busy") == "true"
    assert page.locator("[aria-busy=true] [role=status]").count() == 0  # or it might not be read out
    assert form(page).evaluate(PLACES) == before


def test_it_waits_for_fifteen_seconds_and_no_longer(page: Page, receiver: Receiving) -> None:
    receiver.kind = "slow"
    page.clock.install(time=0)
    page.reload()
    fill(page)
    page.clock.pause_at(3_600_000)
    press(page)
    page.clock.run_for(PATIENCE - 1)
    expect_state(page, "sending")
    page.clock.run_for(1)
    expect_state(page, "unknown")


def test_what_was_sent_is_told_in_place_of_the_form(page: Page) -> None:
    fill(page)
    press(page)
    outcome = page.get_by_role("group", name="Your request was sent", exact=True)
    expect(outcome).to_be_focused()

    expect(outcome).to_have_accessible_description(re.compile(r"it has your request\. If you hear nothing .* Call now"))
    expect(button(page)).to_be_hidden()
    expect(form(page).get_by_role("status")).to_be_empty()


def test_who_may_try_again_can_and_the_words_of_before_are_gone(page: Page, receiver: Receiving) -> None:
    receiver.kind = "server error"
    fill(page)
    press(page)
    expect_state(page, "unknown")
    receiver.kind = "success"
    press(page)
    expect(form(page).locator("[data-outcome]:visible")).to_have_count(1)
    expect_state(page, "sent")

    assert held(page) == TYPED
