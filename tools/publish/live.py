"""Ask a published site, as a visitor's browser does."""

from __future__ import annotations

import socket
import ssl
import threading
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from tools.publish.manifest import PATH, Manifest

if TYPE_CHECKING:
    from collections.abc import Mapping

TIMEOUT = 20.0  # seconds for one answer
AGENT = {"User-Agent": "Mozilla/5.0 (compatible; verification of this site)", "Accept-Encoding": "identity"}


class Answer(NamedTuple):
    """A host's answer: status 0 means none, and then ``trouble`` says why. Header names are in small letters."""

    status: int
    headers: Mapping[str, str] = {}
    body: bytes = b""
    trouble: str = ""

    @property
    def told(self) -> str:
        """The answer, in words."""
        return f"the answer is {self.status}" if self.status else f"no answer: {self.trouble}"


class Live:
    """The site at an address such as "https://www.example.com/path"; connections are kept, one for each thread."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self._kept = threading.local()

    def ask(self, address: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for an address of the site such as "/about/", or a whole one; no redirect is followed."""
        whole = urlsplit(address if "://" in address else self.url + address)
        path = (whole.path or "/") + (f"?{whole.query}" if whole.query else "")
        try:
            return self._answer(whole.scheme, whole.netloc, method, path, headers)
        except (OSError, HTTPException):
            try:  # the host may have closed a connection that rested
                return self._answer(whole.scheme, whole.netloc, method, path, headers)
            except (OSError, HTTPException) as error:
                return Answer(0, trouble=str(error) or type(error).__name__)

    def _answer(self, scheme: str, host: str, method: str, path: str, headers: dict[str, str]) -> Answer:
        connections: dict[str, HTTPConnection] = self._kept.__dict__
        if (whole := f"{scheme}://{host}") not in connections:
            connections[whole] = (HTTPSConnection if scheme == "https" else HTTPConnection)(host, timeout=TIMEOUT)
        connection = connections[whole]
        try:
            connection.request(method, path, headers={**AGENT, **headers})
            response = connection.getresponse()
            told = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, told, response.read())
        except (OSError, HTTPException):
            connection.close()
            raise

    def certificate(self) -> Mapping[str, object]:
        """What the host's certificate says of itself; raises OSError where it is none that browsers trust."""
        whole = urlsplit(self.url)
        with ssl.create_default_context().wrap_socket(
            socket.create_connection((whole.hostname or "", whole.port or 443), TIMEOUT),
            server_hostname=whole.hostname,
        ) as connection:
            return connection.getpeercert() or {}


def live_manifest(url: str) -> Manifest | None:
    """The manifest of the site at ``url``; None where there is none."""
    answer = Live(url).ask(f"/{PATH}")
    return Manifest.read(answer.body) if answer.status == 200 else None
