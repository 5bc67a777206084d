"""Serve a built site together with the form receiver, in a thread, by the handlers of `invoke serve`."""

from __future__ import annotations

import asyncio
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application

from plugins.forms import PROVIDERS
from plugins.models.form import Provider, Providers
from plugins.models.toml import read_toml
from tests.conftest import ROOT
from tools.form_receiver import Receiver
from tools.preview.server import development_handlers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Self

    from tools.form_answers import Kind

_KNOWN = read_toml(ROOT / "data" / PROVIDERS, Providers, set())
PROFILES: dict[str, Provider] = _KNOWN.root if _KNOWN else {}  # the form services that data/ describes, by name


class Receiving(Receiver):
    """A receiver that runs at ``address``. A test sets ``kind``, and reads ``received``."""

    def __init__(self, provider: Provider, port: int) -> None:
        super().__init__(lambda: provider)
        self.address = f"http://127.0.0.1:{port}"

    def start_anew(self, kind: Kind = "success") -> Self:
        """Forget what has arrived, and answer so from now on; return the receiver."""
        self.kind = kind
        self.received.clear()
        return self


@contextmanager
def receiving(folder: Path, provider: Provider) -> Iterator[Receiving]:
    """Serve ``folder`` and receive forms as ``provider`` does, until the block ends."""
    sockets = bind_sockets(0, "127.0.0.1")
    receiver = Receiving(provider, sockets[0].getsockname()[1])
    loop = asyncio.new_event_loop()
    ended = asyncio.Event()

    async def serve() -> None:
        server = HTTPServer(Application(development_handlers(folder, receiver), log_function=lambda _: None))
        server.add_sockets(sockets)
        await ended.wait()
        server.stop()
        await server.close_all_connections()

    thread = threading.Thread(target=loop.run_until_complete, args=(serve(),))
    thread.start()
    try:
        yield receiver
    finally:
        loop.call_soon_threadsafe(ended.set)
        thread.join()
        loop.close()
