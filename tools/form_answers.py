"""Answer a sent form as a form service does, from nothing but the service's profile."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Literal, NamedTuple
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from plugins.facts import THANK_YOU

if TYPE_CHECKING:
    from plugins.models.form import Answers, Provider, Success

Kind = Literal["success", "field errors", "over quota", "too many requests", "server error", "slow", "reset", "html"]
KINDS: dict[Kind, str] = {
    "success": "the request is received",
    "field errors": "the e-mail address is refused",
    "over quota": "no more requests this month, which a script is told with status 200",
    "too many requests": "wait, with status 429",
    "server error": "the service is broken, with status 500",
    "slow": "none, for as long as one waits",
    "reset": "none, and the connection breaks",
    "html": "a web page, also where a script asks for JSON",
}
Fields = dict[str, list[str]]

HTML = {"Content-Type": "text/html; charset=utf-8"}
JSON = {"Content-Type": "application/json"}
FAULTY_FIELD = "email"
# The status for a script, the one for a browser, and the words. Over its quota a service may answer a script with 200.
REFUSALS: dict[Kind, tuple[int, int, str]] = {
    "field errors": (422, 422, "This is not an e-mail address."),
    "over quota": (200, 402, "This form has received all the requests that it may receive this month."),
    "too many requests": (429, 429, "There were too many requests; please wait."),
}
PAGES: dict[Kind, tuple[int, str]] = {
    "server error": (500, "Something is wrong on this server."),
    "html": (200, "One more step is wanted here before your request is passed on."),
}


class Answer(NamedTuple):
    """An answer as HTTP knows it."""

    status: int
    headers: dict[str, str]
    body: str


def answer(provider: Provider, kind: Kind, fields: Fields, *, asks_json: bool, host: str = "") -> Answer | None:
    """What the service answers to a form with these fields; None where it does not answer ("slow", "reset").

    ``asks_json`` says that a script sent it; ``host`` is this server's, as in the header of that name.
    """
    for_script = provider.answers if asks_json else None
    if kind == "success" or is_dropped(provider, fields):
        page = _next(provider, fields, host)
        return _json(200, _received(for_script.success, page)) if for_script else Answer(303, {"Location": page}, "")
    if kind in PAGES:
        return _page(*PAGES[kind])
    if kind in REFUSALS:
        to_script, to_browser, words = REFUSALS[kind]
        if for_script:
            return _json(to_script, _refused(for_script, words, FAULTY_FIELD if kind == "field errors" else None))
        return _page(to_browser, words)
    return None


def is_dropped(provider: Provider, fields: Fields) -> bool:
    """Whether the field that only a robot fills in is filled in: the service says thank you and keeps nothing."""
    return any(fields.get(provider.honeypot or "", []))


def _next(provider: Provider, fields: Fields, host: str) -> str:
    """The page to show afterwards; always one of this server, whatever the form asks for."""
    asked = urlsplit(fields.get(provider.redirect or "", [""])[0])
    path = quote(asked.path.strip("/")) if asked.netloc in {"", host} else ""
    return f"/{path or THANK_YOU}/"


def _received(success: Success, page: str) -> dict[str, object]:
    return {success.key: page if success.type else success.equals}


def _refused(answers: Answers, words: str, field: str | None) -> dict[str, object]:
    """The opposite of success, with these words where the profile looks for them."""
    body = _not_received(answers.success)
    errors = answers.errors
    if errors.list and errors.text and (field or not errors.message):
        named = {errors.field: field} if field and errors.field else {}
        body[errors.list] = [named | {errors.text: words}]
    elif errors.message:
        body[errors.message] = words
    return body


def _not_received(success: Success) -> dict[str, object]:
    """Another value of the same type; no key at all where any text would mean success."""
    value = success.equals
    if value is None:
        return {}
    if isinstance(value, str):
        return {success.key: "false" if value == "true" else "error"}
    return {success.key: not value if isinstance(value, bool) else value + 1}


def _json(status: int, body: dict[str, object]) -> Answer:
    return Answer(status, JSON, json.dumps(body))


def _page(status: int, words: str) -> Answer:
    page = Markup('<!doctype html>\n<html lang="en"><title>{0}</title><h1>{0}</h1>\n').format(words)
    return Answer(status, HTML, page)
