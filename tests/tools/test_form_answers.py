"""Answers follow the profile, and only success looks like success."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from plugins.models.form import Answers, Errors, Provider, Success
from tests.receiving import PROFILES
from tools.form_answers import KINDS, REFUSALS, answer

if TYPE_CHECKING:
    from tools.form_answers import Kind

FIELDS = {"name": ["Ana"], "email": ["ana@"]}
NEXT = Success(key="next", type="string")
REFUSED = REFUSALS["field errors"][2]
FULL = REFUSALS["over quota"][2]


def profile(success: Success = NEXT, errors: Errors | None = None) -> Provider:
    answers = Answers(success=success, errors=errors or Errors(message="error"))
    return Provider(name="X", endpoint="https://x.example/", source="", baa="no", redirect="_next", answers=answers)


def to_script(provider: Provider, kind: Kind) -> dict[str, object]:
    """What a script reads; {} where that is no JSON."""
    given = answer(provider, kind, FIELDS, asks_json=True)
    is_json = given and given.headers.get("Content-Type") == "application/json"
    read: dict[str, object] = json.loads(given.body) if given and is_json else {}
    return read


@pytest.mark.parametrize(
    ("success", "received", "not_received"),
    [
        (Success(key="ok", equals=True), {"ok": True}, {"ok": False}),
        (Success(key="success", equals="true"), {"success": "true"}, {"success": "false"}),
        (Success(key="status", equals="success"), {"status": "success"}, {"status": "error"}),
        (Success(key="code", equals=200), {"code": 200}, {"code": 201}),
        (NEXT, {"next": "/thank-you/"}, {}),
    ],
)
def test_json_says_success_as_the_profile_does(
    success: Success, received: dict[str, object], not_received: dict[str, object]
) -> None:
    assert to_script(profile(success), "success") == received
    assert to_script(profile(success), "over quota") == {**not_received, "error": FULL}


@pytest.mark.parametrize(
    ("errors", "field_errors", "over_quota"),
    [
        (Errors(message="error"), {"error": REFUSED}, {"error": FULL}),
        (
            Errors(list="errors", field="field", text="words"),
            {"errors": [{"field": "email", "words": REFUSED}]},
            {"errors": [{"words": FULL}]},
        ),
        (
            Errors(message="error", list="errors", field="field", text="words"),
            {"errors": [{"field": "email", "words": REFUSED}]},
            {"error": FULL},
        ),
        (Errors(), {}, {}),
    ],
)
def test_json_says_what_is_wrong_where_the_profile_looks(
    errors: Errors, field_errors: dict[str, object], over_quota: dict[str, object]
) -> None:
    assert to_script(profile(errors=errors), "field errors") == field_errors
    assert to_script(profile(errors=errors), "over quota") == over_quota


@pytest.mark.parametrize("provider", [provider for provider in PROFILES.values() if provider.answers])
def test_of_every_profile_only_success_looks_like_success(provider: Provider) -> None:
    assert provider.answers
    success = provider.answers.success

    def received(kind: Kind) -> bool:
        value = to_script(provider, kind).get(success.key)
        return isinstance(value, str) if success.type else value == success.equals

    assert [kind for kind in KINDS if received(kind)] == ["success"]


@pytest.mark.parametrize("provider", [provider for provider in PROFILES.values() if not provider.answers])
def test_a_service_without_json_answers_a_script_as_a_browser(provider: Provider) -> None:
    for kind in KINDS:
        assert answer(provider, kind, FIELDS, asks_json=True) == answer(provider, kind, FIELDS, asks_json=False)


def test_a_browser_gets_a_page_with_a_status_for_all_but_success() -> None:
    given = {kind: answer(profile(), kind, FIELDS, asks_json=False) for kind in KINDS}

    assert {kind: page.status if page else None for kind, page in given.items()} == {
        "success": 303,
        "field errors": 422,
        "over quota": 402,
        "too many requests": 429,
        "server error": 500,
        "slow": None,
        "reset": None,
        "html": 200,
    }
    assert all("<h1>" in page.body for kind, page in given.items() if page and kind != "success")


@pytest.mark.parametrize(
    ("asked", "page"),
    [
        ("https://www.example.com/thank-you/", "/thank-you/"),
        ("/thanks/", "/thanks/"),
        ("http://localhost:8000/thanks/", "/thanks/"),
        ("https://elsewhere.example/advertisement/", "/thank-you/"),
        ("/\\elsewhere.example", "/%5Celsewhere.example/"),
        ("////elsewhere.example", "/elsewhere.example/"),
        ("", "/thank-you/"),
    ],
)
def test_a_browser_is_sent_to_a_page_of_this_server_only(asked: str, page: str) -> None:
    given = answer(profile(), "success", {"_next": [asked]}, asks_json=False, host="localhost:8000")

    assert given
    assert given.headers["Location"] == page
