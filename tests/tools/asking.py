"""Send one HTTP request, and see the answer as it came: no redirect is followed."""

from __future__ import annotations

from http.client import HTTPConnection
from typing import NamedTuple

from tests.tools.serving import PATIENCE

FORM = "/form-receiver/"


class Answered(NamedTuple):
    """What came back; headers by their names in small letters."""

    status: int
    headers: dict[str, str]
    body: str


def ask(
    address: str, path: str = FORM, body: str = "", method: str = "POST", headers: dict[str, str] | None = None
) -> Answered:
    """One request; no redirect is followed."""
    connection = HTTPConnection(address.removeprefix("http://"), timeout=PATIENCE)
    urlencoded = {"Content-Type": "application/x-www-form-urlencoded"}
    try:
        connection.request(method, path, body.encode(), urlencoded | (headers or {}))
        response = connection.getresponse()
        lower = {name.lower(): value for name, value in response.getheaders()}
        return Answered(response.status, lower, response.read().decode())
    finally:
        connection.close()
