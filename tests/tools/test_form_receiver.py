"""The form receiver takes what browsers and scripts send, and gives the answer that was chosen."""

from __future__ import annotations

import json
from http.client import HTTPConnection
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from tests.receiving import PROFILES, Receiving, receiving
from tests.tools.asking import FORM, Answered, ask
from tests.tools.serving import PATIENCE, wait_until
from tools.form_answers import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

FIELDS = {"name": "Ana O'Neill & Søn <b>", "email": ""}
MULTIPART = (
    "--line\r\n"
    'Content-Disposition: form-data; name="name"\r\n\r\n'
    "Ana O'Neill & Søn <b>\r\n"
    "--line\r\n"
    'Content-Disposition: form-data; name="email"\r\n\r\n'
    "\r\n"
    "--line--\r\n"
)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Receiving]:
    """A receiver beside a site of one page, the thank-you page."""
    site = tmp_path_factory.mktemp("site")
    (site / "thank-you").mkdir()
    (site / "thank-you" / "index.html").write_text("<title>Thank you</title><h1>Thank you</h1>", encoding="utf-8")
    with receiving(site, PROFILES["example"]) as running:
        yield running


@pytest.fixture
def receiver(running: Receiving) -> Receiving:
    """The same, as if just started."""
    return running.start_anew()


def by_script(receiver: Receiving, **more: str) -> Answered:
    headers = {"Accept": "application/json", "Origin": "https://www.example.com"}
    return ask(receiver.address, body=urlencode(FIELDS | more), headers=headers)


@pytest.mark.parametrize(
    ("content_type", "body"),
    [("application/x-www-form-urlencoded", urlencode(FIELDS)), ("multipart/form-data; boundary=line", MULTIPART)],
)
def test_fields_arrive_as_typed_in_both_encodings_of_a_form(receiver: Receiving, content_type: str, body: str) -> None:
    answered = ask(receiver.address, body=body, headers={"Content-Type": content_type})

    assert (answered.status, answered.headers["location"]) == (303, "/thank-you/")
    assert [(form.fields, form.by_script) for form in receiver.received] == [
        ({name: [value] for name, value in FIELDS.items()}, False)
    ]


def test_what_is_no_form_is_refused(receiver: Receiving) -> None:
    answered = ask(receiver.address, body=json.dumps(FIELDS), headers={"Content-Type": "application/json"})

    assert answered.status == 415
    assert receiver.received == []


def test_a_script_of_any_origin_is_answered_as_chosen(receiver: Receiving) -> None:
    statuses = {}
    for kind in KINDS.keys() - {"slow", "reset"}:
        receiver.kind = kind
        answered = by_script(receiver)
        assert answered.headers["access-control-allow-origin"] == "*"
        statuses[kind] = (answered.status, answered.headers["content-type"].partition(";")[0])

    assert statuses == {
        "success": (200, "application/json"),
        "field errors": (422, "application/json"),
        "over quota": (200, "application/json"),
        "too many requests": (429, "application/json"),
        "server error": (500, "text/html"),
        "html": (200, "text/html"),
    }


def test_another_origin_may_ask_for_headers_of_its_own(receiver: Receiving) -> None:
    answered = ask(receiver.address, method="OPTIONS", headers={"Access-Control-Request-Headers": "x-client"})

    assert answered.status == 204
    assert answered.headers["access-control-allow-origin"] == "*"
    assert answered.headers["access-control-allow-headers"] == "x-client"


def test_a_filled_trap_is_thanked_and_dropped(receiver: Receiving) -> None:
    receiver.kind = "server error"

    assert json.loads(by_script(receiver, _gotcha="I sell").body) == {"ok": True}
    assert [(form.kind, form.dropped) for form in receiver.received] == [("success", True)]


def test_a_reset_connection_brings_no_answer(receiver: Receiving) -> None:
    receiver.kind = "reset"

    with pytest.raises(ConnectionResetError):
        by_script(receiver)
    assert len(receiver.received) == 1


def test_a_slow_answer_holds_nobody_else_up_and_ends_when_the_client_leaves(receiver: Receiving) -> None:
    receiver.kind = "slow"
    waiting = HTTPConnection(receiver.address.removeprefix("http://"), timeout=PATIENCE)
    waiting.request("POST", FORM, urlencode(FIELDS), {"Content-Type": "application/x-www-form-urlencoded"})
    wait_until(lambda: receiver.received, "the form arrives")

    receiver.kind = "success"
    assert by_script(receiver).status == 200
    assert receiver.waiting == 1
    waiting.close()
    wait_until(lambda: receiver.waiting == 0, "the held request ends")
