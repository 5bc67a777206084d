"""Ask other sites for pages, politely."""

from __future__ import annotations

import time
from http.client import HTTPException, HTTPMessage
from typing import IO, TYPE_CHECKING, NamedTuple
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

if TYPE_CHECKING:
    from collections.abc import Iterator

MOVED = {301, 308}
NO_HEAD = {400, 403, 404, 405, 501}  # some sites answer HEAD with these, and GET with the page
DOI_RESOLVER = "https://doi.org/"
TIMEOUT = 20.0  # seconds for one answer
PAUSE = 2.0  # seconds between two requests to one host, and before it is asked again
LONGEST_PAUSE = 30.0  # seconds; what a host may ask us to wait


class Answer(NamedTuple):
    """A host's answer: the status (0: none), where it sent us for good ("": nowhere), and what went wrong."""

    status: int
    moved_to: str = ""
    trouble: str = ""
    wait: float = 0.0


class Manners(NamedTuple):
    """How patient we are, in seconds; and the start of addresses that only lead on, which need not be followed."""

    timeout: float = TIMEOUT
    pause: float = PAUSE
    resolver: str = DOI_RESOLVER


class RememberMoves(HTTPRedirectHandler):
    """Follow every redirect, or none; remember where we were sent for good."""

    def __init__(self, *, follow: bool) -> None:
        self.follow = follow
        self.moved_to = ""
        self.followed = 0

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        """Called by urllib at each redirect."""
        if not self.follow:
            return None
        self.followed += 1
        if code in MOVED and (self.followed == 1 or self.moved_to):
            self.moved_to = newurl
        request = super().redirect_request(req, fp, code, msg, headers, newurl)
        if request:
            request.method = req.get_method()  # urllib would make a GET of a HEAD
        return request


def ask_host(addresses: list[str], agent: str, manners: Manners) -> Iterator[tuple[str, Answer]]:
    """Ask one host for each address, one after the other; once more where it is busy, broken or silent."""
    for number, address in enumerate(addresses):
        if number:
            time.sleep(manners.pause)
        answer = _ask(address, agent, manners)
        if answer.status == 0 or answer.status == 429 or answer.status >= 500:
            time.sleep(min(max(answer.wait, manners.pause), LONGEST_PAUSE))
            answer = _ask(address, agent, manners)
        yield address, answer


def _ask(address: str, agent: str, manners: Manners) -> Answer:
    """Ask for the head of the page, and for the page where the host does not answer that well."""
    answer = _request("HEAD", address, agent, manners)
    return _request("GET", address, agent, manners) if answer.status in NO_HEAD else answer


def _request(method: str, address: str, agent: str, manners: Manners) -> Answer:
    # That a DOI leads on is enough: it is registered, and publishers turn programs away.
    moves = RememberMoves(follow=not address.startswith(manners.resolver))
    # Only http and https come here: tools/check/links.py finds no other.
    request = Request(address, headers={"User-Agent": agent, "Accept": "*/*"}, method=method)  # noqa: S310
    try:
        with build_opener(moves).open(request, timeout=manners.timeout) as response:
            return Answer(response.status, moves.moved_to)
    except HTTPError as error:
        after = error.headers.get("Retry-After", "")
        with error:
            return Answer(error.code, wait=float(after) if after.isdigit() else 0.0)
    except (URLError, HTTPException, OSError, ValueError) as error:
        return Answer(0, trouble=str(getattr(error, "reason", error)) or type(error).__name__)
