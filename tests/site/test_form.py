"""The consultation form arrives as the browser's own POST, and not before it is filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import expect

from tools.build import read_clinic

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from playwright.sync_api import Page, Route

    from tests.site.conftest import Open

    Opener = Callable[..., AbstractContextManager[Open]]

FORM = "/request-a-consultation/"
CLINIC = read_clinic()
SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])


class Sent(NamedTuple):
    """A request that reached the form's endpoint."""

    method: str
    url: str
    fields: dict[str, list[str]]


def receive(page: Page) -> list[Sent]:
    """Stand in for the form's endpoint, and keep what it receives."""
    sent: list[Sent] = []

    def answer(route: Route) -> None:
        request = route.request
        sent.append(Sent(request.method, request.url, parse_qs(request.post_data or "", keep_blank_values=True)))
        route.fulfill(status=200, content_type="text/html", body="<p>Received</p>")

    page.context.route("https://forms.example.com/**", answer)
    return sent


@SCRIPTS
def test_a_filled_form_arrives_at_the_endpoint(opened: Opener, scripts: bool) -> None:
    with opened(FORM, java_script_enabled=scripts) as (page, console, _):
        sent = receive(page)
        page.get_by_label("Your name").fill("Ana O'Neill & Søn")
        page.get_by_label("Telephone").fill("0100")
        page.get_by_label("Best time to reach you").select_option("Morning")
        page.get_by_label("Text", exact=True).check()
        page.get_by_label("You may contact me about this request.").check()
        page.get_by_role("button", name="Send my request").click()
        page.get_by_text("Received").wait_for()

        assert console == []
    assert sent == [
        Sent(
            "POST",
            CLINIC.form.endpoint,
            {
                "_next": [f"{CLINIC.url}/thank-you/"],
                "name": ["Ana O'Neill & Søn"],
                "telephone": ["0100"],
                "email": [""],
                "best_time": ["Morning"],
                "reach_by": ["Text"],
                "consent": ["yes"],
                "_gotcha": [""],
            },
        )
    ]


@SCRIPTS
@pytest.mark.parametrize("missing", ["Your name", "Telephone", "You may contact me about this request."])
def test_a_form_that_lacks_what_is_required_is_not_sent(opened: Opener, scripts: bool, missing: str) -> None:
    with opened(FORM, java_script_enabled=scripts) as (page, _, _):
        sent = receive(page)
        for label in {"Your name", "Telephone"} - {missing}:
            page.get_by_label(label).fill("0100")
        if "contact" not in missing:
            page.get_by_label("You may contact me about this request.").check()
        page.get_by_role("button", name="Send my request").click()

        expect(page.get_by_label(missing)).to_be_focused()
        assert page.url.endswith(FORM)
    assert sent == []


def test_no_consent_is_ticked_beforehand_and_the_trap_is_out_of_reach(opened: Opener) -> None:
    with opened(FORM) as (page, _, _):
        assert not page.get_by_label("You may contact me about this request.").is_checked()
        assert page.get_by_label("Call", exact=True).is_checked()
        assert page.get_by_label("Leave this empty").get_attribute("tabindex") == "-1"
        assert page.locator("form textarea, form input[type=file]").count() == 0


def test_crisis_lines_stand_before_the_form(opened: Opener) -> None:
    with opened(FORM) as (page, _, _):
        crisis = page.locator(".crisis-lines").bounding_box()
        form = page.locator("form").bounding_box()
        assert crisis
        assert form
        assert crisis["y"] + crisis["height"] <= form["y"]


def test_the_policy_lets_the_form_go_nowhere_else(opened: Opener) -> None:
    with opened(FORM) as (page, _, _):
        page.context.route("https://elsewhere.example/**", lambda route: route.fulfill(body="<p>Received</p>"))
        with page.expect_console_message(lambda message: "form-action" in message.text):
            page.locator("form").evaluate(
                "form => { form.action = 'https://elsewhere.example/'; form.noValidate = true; form.requestSubmit() }"
            )
        assert page.url.endswith(FORM)
