"""Receive the consultation form while the site is written, and answer as its service might; it never ships."""

from __future__ import annotations

import asyncio
import socket
import struct
from typing import TYPE_CHECKING, Any, NamedTuple

from tornado.web import HTTPError, RequestHandler

from plugins.facts import CONSULTATION
from plugins.faults import ROOT, BuildRefused, Fault
from plugins.forms import PROVIDERS, RECEIVER
from plugins.models.form import Provider, Providers
from plugins.models.toml import read_toml
from tools.build import read_clinic
from tools.form_answers import KINDS, Answer, Fields, Kind, answer, is_dropped

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MENU = f"{RECEIVER}menu"
LOOKS = ("css/layers", "css/reset", "css/tokens", "css/base", "css/layout", "components/button/button")


class Received(NamedTuple):
    """A form that arrived, and what it was answered; ``dropped``: as a robot's, which a service thanks and forgets."""

    kind: Kind
    by_script: bool
    dropped: bool
    fields: Fields


class Receiver:
    """What is answered next, and what has arrived; kept in memory only. tests/receiving.py runs one for a test.

    ``provider`` is asked at each request, so that a change in data/ counts at once.
    """

    def __init__(self, provider: Callable[[], Provider]) -> None:
        self.provider = provider
        self.kind: Kind = "success"
        self.received: list[Received] = []
        self.waiting = 0  # requests that are held without an answer

    @property
    def handlers(self) -> list[Any]:
        """For a Tornado application, before those of the site."""
        return [(MENU, MenuHandler, {"receiver": self}), (rf"{RECEIVER}.*", FormHandler, {"receiver": self})]


def provider_in_use(root: Path = ROOT) -> Provider:
    """The profile of the clinic's form service; raises BuildRefused where there is none to be read."""
    faults: set[Fault] = set()
    in_use = read_clinic(root).form.provider
    providers = read_toml(root / "data" / PROVIDERS, Providers, faults)
    if not providers or in_use not in providers.root:
        raise BuildRefused(faults)
    return providers.root[in_use]


class ReceiverHandler(RequestHandler):
    """What the two addresses of the receiver share."""

    def initialize(self, receiver: Receiver) -> None:
        """Called by Tornado."""
        self.receiver = receiver

    def provider(self) -> Provider:
        """The service that is imitated."""
        try:
            return self.receiver.provider()
        except BuildRefused:
            raise HTTPError(503, reason="data/ has faults: the terminal names them") from None


class MenuHandler(ReceiverHandler):
    """Takes what is chosen on the receiver's page."""

    def post(self) -> None:
        """Answer as chosen from now on; or, where nothing is chosen, forget what has arrived."""
        chosen = self.get_body_argument("answer", None)
        if chosen is None:
            self.receiver.received.clear()
        elif chosen in KINDS:
            self.receiver.kind = chosen
        else:
            raise HTTPError(400)
        self.redirect(RECEIVER, status=303)


class FormHandler(ReceiverHandler):
    """Takes the form, at RECEIVER and at any address below it, and shows the receiver's page."""

    left: asyncio.Event | None = None

    def get(self) -> None:
        """The choice of answers, and what has arrived."""
        styles = "".join((ROOT / "theme" / f"{name}.css").read_text(encoding="utf-8") for name in LOOKS)
        self.render(
            "form_receiver.html",
            receiver=self.receiver,
            provider=self.provider().name,
            consultation=CONSULTATION,
            kinds=KINDS,
            menu=MENU,
            styles=styles,
        )

    def options(self) -> None:
        """What a browser asks before a script may post with headers of its own from another origin."""
        self._open_to_all()
        self.set_header("Access-Control-Allow-Headers", self.request.headers.get("Access-Control-Request-Headers", "*"))
        self.set_status(204)

    async def post(self) -> None:
        """Note the form, and answer it."""
        fields = {name: [value.decode() for value in values] for name, values in self.request.body_arguments.items()}
        if not fields:
            raise HTTPError(415)
        provider = self.provider()
        dropped = is_dropped(provider, fields)
        kind: Kind = "success" if dropped else self.receiver.kind
        by_script = "application/json" in self.request.headers.get("Accept", "")
        self.receiver.received.append(Received(kind, by_script, dropped, fields))
        given = answer(provider, kind, fields, asks_json=by_script, host=self.request.host)
        if given:
            self._give(given)
        elif kind == "slow":
            self.left = asyncio.Event()
            self.receiver.waiting += 1
            await self.left.wait()
            self.receiver.waiting -= 1
        else:
            self._reset()

    def on_connection_close(self) -> None:
        """Called by Tornado when the client leaves."""
        if self.left:
            self.left.set()

    def _give(self, given: Answer) -> None:
        self._open_to_all()
        self.set_status(given.status)
        for name, value in given.headers.items():
            self.set_header(name, value)
        self.finish(given.body)

    def _reset(self) -> None:
        stream = self.detach()
        # Closing without lingering sends RST (SO_LINGER, socket(7)).
        stream.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        stream.close()

    def _open_to_all(self) -> None:
        self.set_header("Access-Control-Allow-Origin", "*")
