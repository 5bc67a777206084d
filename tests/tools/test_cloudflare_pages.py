"""On Cloudflare's own runtime the consultation form reaches the webhook, and nobody is thanked when it does not."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from tests.conftest import Project, file_of
from tests.tools.asking import ask
from tests.tools.cloudflare import Webhook, pages, webhook
from tools.oracles import CLOUDFLARE_RUNTIME
from tools.publish.dress.cloudflare_pages import dress
from tools.publish.dress.files import beside
from tools.publish.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

TYPED = {"name": "Ana O'Neill & Søn", "telephone": "0100"}
JSON = {"Accept": "application/json"}
FORM = "/request-a-consultation/"


@pytest.fixture(scope="module")
def runtime() -> Path:
    """The program."""
    return file_of(CLOUDFLARE_RUNTIME)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The production build of a clinic whose host receives its form."""
    project = Project(tmp_path_factory.mktemp("pages") / "project")
    project.replace("data/clinic.toml", 'provider = "example"', 'provider = "cloudflare-pages"')
    built = project.build("--production")
    assert built.code == 0, built.text
    dress(project.output, Site.read(project.path))
    return project.output


@pytest.fixture(scope="module")
def hook() -> Iterator[Webhook]:
    with webhook() as running:
        yield running


@pytest.fixture(scope="module")
def host(runtime: Path, site: Path, hook: Webhook) -> Iterator[str]:
    """The address of the running site, which passes its forms on to ``hook``."""
    binding = ("--binding", f"CONSULTATION_WEBHOOK={hook.address}")
    with pages(runtime, site, beside(site), *binding) as address:
        yield address


@pytest.fixture(autouse=True)
def as_if_new(hook: Webhook) -> None:
    hook.status = 200
    hook.received.clear()


def test_a_form_reaches_the_webhook_before_anybody_is_thanked(host: str, hook: Webhook) -> None:
    native = ask(host, "/consultation", urlencode(TYPED | {"website": ""}))
    script = ask(host, "/consultation", urlencode(TYPED | {"website": ""}), headers=JSON)

    assert (native.status, native.headers["location"]) == (303, f"{host}/thank-you/")
    assert (script.status, json.loads(script.body)) == (200, {"ok": True})
    assert hook.received == [TYPED, TYPED]


@pytest.mark.parametrize("status", [302, 404, 500])
def test_what_the_webhook_does_not_take_is_not_thanked_for(host: str, hook: Webhook, status: int) -> None:
    hook.status = status
    native = ask(host, "/consultation", urlencode(TYPED))
    script = ask(host, "/consultation", urlencode(TYPED), headers=JSON)

    assert native.status == script.status == 502
    assert "was not passed on to us. Please call us." in native.body
    assert json.loads(script.body) == {"ok": False, "error": "Your request was not passed on to us. Please call us."}


def test_where_the_webhook_does_not_answer_nobody_is_told_that_nothing_arrived(host: str, hook: Webhook) -> None:
    hook.status = 0
    native = ask(host, "/consultation", urlencode(TYPED))
    script = ask(host, "/consultation", urlencode(TYPED), headers=JSON)

    assert native.status == script.status == 504
    assert "We cannot tell whether your request arrived. Please call us." in native.body
    assert json.loads(script.body) == {"ok": False}


def test_a_robot_is_thanked_and_reaches_nobody(host: str, hook: Webhook) -> None:
    answered = ask(host, "/consultation", urlencode(TYPED | {"website": "https://spam.example"}))

    assert (answered.status, answered.headers["location"]) == (303, f"{host}/thank-you/")
    assert hook.received == []


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/json", json.dumps(TYPED)),
        (
            "multipart/form-data; boundary=line",
            '--line\r\nContent-Disposition: form-data; name="scan"; filename="a.txt"\r\n\r\nA\r\n--line--\r\n',
        ),
    ],
    ids=["no form", "a file"],
)
def test_what_cannot_be_passed_on_is_refused(host: str, hook: Webhook, content_type: str, body: str) -> None:
    answered = ask(host, "/consultation", body, headers={"Content-Type": content_type} | JSON)

    assert (answered.status, json.loads(answered.body)["ok"]) == (400, False)
    assert hook.received == []


def test_a_plain_page_takes_no_form(host: str) -> None:
    assert ask(host, FORM, urlencode(TYPED)).status == 405


def test_without_a_webhook_nobody_is_thanked(runtime: Path, site: Path, tmp_path: Path) -> None:
    shutil.copytree(beside(site) / "functions", tmp_path / "functions")  # beside the site runs the one with a webhook
    with pages(runtime, site, tmp_path) as address:
        answered = ask(address, "/consultation", urlencode(TYPED))

    assert answered.status == 502
    assert "was not passed on to us. Please call us." in answered.body


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_visitor_goes_the_whole_way(host: str, hook: Webhook, chromium: Browser, scripts: bool) -> None:
    page = chromium.new_page(java_script_enabled=scripts)
    page.goto(host + FORM)
    page.get_by_label("Your name").fill(TYPED["name"])
    page.get_by_label("Telephone").fill(TYPED["telephone"])
    page.get_by_label("You may contact me about this request.").check()
    hook.status = 500
    page.get_by_role("button", name="Send my request").click()
    if scripts:
        page.locator("[data-outcome=unknown]").wait_for()
    else:
        page.get_by_role("heading", name="was not passed on").wait_for()
        page.go_back()
    expect(page.get_by_label("Your name")).to_have_value(TYPED["name"])

    hook.status = 200
    page.get_by_role("button", name="Send my request").click()
    if scripts:
        page.locator("[data-outcome=sent]").wait_for()
    else:
        page.wait_for_url("**/thank-you/")
    page.close()
    assert hook.received[0] == hook.received[1]
    assert hook.received[0].items() >= TYPED.items()
