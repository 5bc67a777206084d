"""The consultation form arrives at its service, not before it is filled in, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import brotli
import pytest
from playwright.sync_api import expect
from tornado.httputil import parse_body_arguments

from plugins.scripts import gather
from tests.conftest import ROOT
from tests.site.sending import FORM, TYPED, fill, press
from tools.build import read_clinic, read_consultation_form

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from playwright.sync_api import Page, Request, Route

    from tests.site.conftest import Open

    Opener = Callable[..., AbstractContextManager[Open]]

CLINIC = read_clinic()
SERVICE = read_consultation_form(CLINIC)
SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
ELSEWHERE = "https://elsewhere.example/"
MESSAGES = {field.label: field.message for field in SERVICE.fields if field.required}
LARGEST = 2_000  # bytes of the form's script, brotli 11


class Sent(NamedTuple):
    """A request that reached the form's service."""

    method: str
    url: str
    fields: dict[str, list[str]]


def fields_of(request: Request) -> dict[str, list[str]]:
    """What a form sent, in either way that browsers write it."""
    fields: dict[str, list[bytes]] = {}
    parse_body_arguments(request.headers["content-type"], request.post_data_buffer or b"", fields, {})
    return {name: [value.decode() for value in values] for name, values in fields.items()}


def receive(page: Page, address: str = "https://forms.example.com/**") -> list[Sent]:
    """Stand in for the form's service, and keep what it receives."""
    sent: list[Sent] = []

    def answer(route: Route) -> None:
        request = route.request
        sent.append(Sent(request.method, request.url, fields_of(request)))
        if "application/json" in request.headers["accept"]:
            route.fulfill(json={"ok": True}, headers={"Access-Control-Allow-Origin": "*"})
        else:
            route.fulfill(body="<p>Received</p>", content_type="text/html")

    page.context.route(address, answer)
    return sent


def misled(route: Route) -> None:
    """The page as it is, but for its script, which is told of another service."""
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace(f"{SERVICE.action}&#34;", f"{ELSEWHERE}&#34;"))


@SCRIPTS
def test_a_filled_form_arrives_at_the_service(opened: Opener, scripts: bool) -> None:
    with opened(FORM, java_script_enabled=scripts) as (page, console, _):
        sent = receive(page)
        fill(page)
        press(page)
        page.get_by_text("Your request was sent" if scripts else "Received").wait_for()

        assert console == []
    assert SERVICE.redirect
    assert SERVICE.honeypot
    hidden = {SERVICE.redirect: [f"{CLINIC.url}/thank-you/"], SERVICE.honeypot: [""]}
    assert sent == [Sent("POST", SERVICE.action, hidden | {name: [value] for name, value in TYPED.items()})]


@SCRIPTS
@pytest.mark.parametrize("missing", MESSAGES)
def test_a_form_that_lacks_what_is_required_is_not_sent(opened: Opener, scripts: bool, missing: str) -> None:
    with opened(FORM, java_script_enabled=scripts) as (page, _, _):
        sent = receive(page)
        fill(page)
        field = page.get_by_label(missing)
        if field.get_attribute("type") == "checkbox":
            field.uncheck()
        else:
            field.clear()
        press(page)

        if scripts:
            page.get_by_role("link", name=MESSAGES[missing]).click()
        expect(field).to_be_focused()
        assert page.url.partition("#")[0].endswith(FORM)
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
        form = page.locator(".consultation-form").bounding_box()
        assert crisis
        assert form
        assert crisis["y"] + crisis["height"] <= form["y"]


def test_the_policy_lets_the_form_go_nowhere_else(opened: Opener) -> None:
    with opened(FORM) as (page, _, _):
        sent = receive(page, f"{ELSEWHERE}**")
        with page.expect_console_message(lambda message: "form-action" in message.text):
            page.locator(".consultation-form").evaluate("(form, to) => { form.action = to; form.submit() }", ELSEWHERE)
        assert page.url.endswith(FORM)
    assert sent == []


def test_the_policy_lets_the_script_ask_nobody_else(opened: Opener) -> None:
    with opened("/") as (page, console, _):
        sent = receive(page, f"{ELSEWHERE}**")
        page.route(f"**{FORM}", misled)
        page.goto(page.url + FORM.lstrip("/"))
        fill(page)
        press(page)
        page.get_by_text("We cannot tell").wait_for()

        assert any("connect-src" in line for line in console)
    assert sent == []


def test_the_script_is_small() -> None:
    (script,) = (script for script in gather(ROOT / "theme") if script.component == "consultation-form")

    assert len(brotli.compress(script.code.encode(), quality=11)) <= LARGEST
