"""What is wrong with the consultation form is named above it and at each field, and no longer than it is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.site.axe import axe
from tests.site.pages import SMALL, listed, opened
from tests.site.sending import FORM, fill, press
from tools.build import read_clinic, read_consultation_form

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from playwright.sync_api import Browser, Locator, Page

SERVICE = read_consultation_form(read_clinic())
REQUIRED = [field for field in SERVICE.fields if field.required]
HEADERS = {"Access-Control-Allow-Origin": "*"}
MARKUP = "<img src=x onerror=alert(1)>"


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    """The form's page in the published site."""
    with opened(chromium, viewport=SMALL) as page:
        page.goto(address + FORM)
        yield page


def answer(page: Page, body: object, status: int = 200) -> None:
    """Let the service answer this, and send."""
    page.route("https://forms.example.com/**", lambda route: route.fulfill(json=body, status=status, headers=HEADERS))
    fill(page)
    press(page)


def email(page: Page) -> Locator:
    return page.get_by_label("E-mail (if you like)")


def outcome(page: Page) -> Locator:
    return page.locator("[data-outcome]:visible")


def test_the_summary_names_each_field_and_leads_to_it(page: Page) -> None:
    press(page)
    expect(page.get_by_role("group", name="Please check the form")).to_be_focused()
    links = outcome(page).get_by_role("link")
    expect(links).to_have_text([field.message or "" for field in REQUIRED])

    for field, link in zip(REQUIRED, links.all(), strict=True):
        link.click()
        control = page.get_by_label(field.label)
        expect(control).to_be_focused()
        expect(page.get_by_text(field.label, exact=True)).to_be_in_viewport(ratio=1)
        expect(control).to_have_attribute("aria-invalid", "true")
        hint = f"{field.hint} " if field.hint else ""
        expect(control).to_have_accessible_description(f"{hint}{field.message}")


def test_a_field_is_faulty_for_as_long_as_it_is(page: Page) -> None:
    press(page)
    name, consent = page.get_by_label("Your name"), page.get_by_label("You may contact me about this request.")
    message = page.get_by_text("Please write your name.").last
    expect(message).to_be_visible()
    name.press("A")
    consent.check()

    expect(message).to_be_hidden()
    for control, description in (
        (name, ""),
        (consent, "E-mail and text messages are not private: other people may be able to read them."),
    ):
        expect(control).to_have_attribute("aria-invalid", "false")
        expect(control).to_have_accessible_description(description)


def test_a_wrong_word_is_told_when_the_field_is_left_and_not_before(page: Page) -> None:
    email(page).press_sequentially("ana")
    expect(email(page)).not_to_have_attribute("aria-invalid", "true")
    email(page).press("Tab")

    expect(email(page)).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_text("This does not look like an e-mail address yet.")).to_be_visible()


def test_what_the_service_says_of_a_field_stands_there_until_it_is_mended(page: Page) -> None:
    answer(page, {"errors": [{"field": "email", "message": "No such address."}]}, 422)
    expect(page.get_by_role("group", name="Your request was not sent")).to_be_focused()
    expect(email(page)).to_have_accessible_description(
        "We need it only if you want an answer by e-mail. No such address."
    )
    outcome(page).get_by_role("link", name="No such address.").click()
    expect(email(page)).to_be_focused()
    email(page).press("End")
    email(page).press("x")

    expect(email(page)).to_have_attribute("aria-invalid", "false")
    email(page).fill("ana")
    press(page)
    expect(outcome(page).get_by_role("link")).to_have_text("This does not look like an e-mail address yet.")


FAILED: list[tuple[Any, int, str, list[str]]] = [
    ({"error": "Over quota"}, 200, "failed", ["Over quota"]),
    ({"ok": False, "error": MARKUP}, 200, "failed", [MARKUP]),
    ({"errors": [{"field": "nothing", "message": "A"}, {"message": "B"}, None, {}]}, 200, "failed", ["A", "B"]),
    ({"errors": [{"field": "_gotcha", "message": "Trapped"}]}, 200, "failed", ["Trapped"]),
    ({"ok": True, "errors": [{"message": "And yet"}]}, 200, "failed", ["And yet"]),
    ({"ok": True}, 402, "failed", []),
    ({"error": {"text": "No words"}}, 404, "failed", []),
    ({"ok": True}, 500, "unknown", []),
    ({"error": "Broken"}, 503, "unknown", []),
    ({"ok": "true"}, 200, "unknown", []),
    ({"ok": 1}, 200, "unknown", []),
    ({"ok": False}, 200, "unknown", []),
    ({}, 200, "unknown", []),
    (None, 200, "unknown", []),
    ([{"ok": True}], 200, "unknown", []),
    ("ok", 201, "unknown", []),
    ({"ok": True, "errors": []}, 200, "sent", []),
    ({"ok": True, "error": ""}, 201, "sent", []),
]


@pytest.mark.parametrize(("body", "status", "state", "reasons"), FAILED)
def test_an_answer_is_taken_for_what_it_is(page: Page, body: Any, status: int, state: str, reasons: list[str]) -> None:
    answer(page, body, status)
    expect(outcome(page)).to_have_attribute("data-outcome", state)

    expect(outcome(page).get_by_role("listitem")).to_have_text(reasons)
    assert page.locator(".consultation-form img").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_wrong_with_a_form_that_was_refused(chromium: Browser, address: str, scheme: Any) -> None:
    faults = [{"field": field.name, "message": f"Mend {field.name}"} for field in SERVICE.fields]
    with opened(chromium, color_scheme=scheme, viewport=SMALL) as page:
        page.goto(address + FORM)
        answer(page, {"errors": faults}, 422)
        expect(outcome(page).get_by_role("listitem")).to_have_count(len(faults))
        found = axe(page, {}, within=".consultation-form")

    assert not found, listed(found)
