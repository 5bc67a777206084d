"""Run a built site on Cloudflare's own runtime, with a webhook that takes the forms that are passed on."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import threading
from contextlib import contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from tests.tools.serving import PATIENCE, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Webhook(ThreadingHTTPServer):
    """Keeps what it gets in ``received``, and answers with ``status``; with 0 it breaks the connection."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), WebhookHandler)
        self.status = 200
        self.received: list[dict[str, str]] = []

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.server_port}/hook"


class WebhookHandler(BaseHTTPRequestHandler):
    """Answers for a Webhook."""

    server: Webhook
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        """Called by http.server."""
        self.server.received.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        if self.server.status:
            self.send_response(self.server.status)
            self.send_header("Content-Length", "0")
            self.send_header("Location", "/login")
            self.send_header("Connection", "close")  # or the runtime may take a closing connection for an open one
            self.end_headers()
        else:
            self.close_connection = True

    def do_GET(self) -> None:
        """A login page, as at the end of a redirect."""
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.send_header("Connection", "close")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@contextmanager
def webhook() -> Iterator[Webhook]:
    """A webhook that runs until the block ends."""
    with Webhook() as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield running
        running.shutdown()


@contextmanager
def pages(program: Path, site: Path, folder: Path, *options: str) -> Iterator[str]:
    """Serve ``site`` by ``wrangler pages dev`` until the block ends, on the address handed over.

    It runs in ``folder``, from which it takes functions.
    """
    folder.mkdir(exist_ok=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    where = ["--ip", "127.0.0.1", "--port", str(port), "--inspector-port", "0", "--compatibility-date", "2026-03-01"]
    offline = {"CLOUDFLARE_CF_FETCH_ENABLED": "false", "WRANGLER_SEND_METRICS": "false", "CI": "1"}
    log = folder / "wrangler.log"
    with log.open("w", encoding="utf-8") as out:
        process = subprocess.Popen(
            ["node", str(program), "pages", "dev", str(site), *where, *options],
            cwd=folder,
            env={**os.environ, **offline, "XDG_CONFIG_HOME": str(folder / "config")},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            start_new_session=True,
        )
    try:
        wait_until(lambda: process.poll() is not None or _answers(port), "wrangler answers")
        assert process.poll() is None, log.read_text(encoding="utf-8")
        yield f"http://127.0.0.1:{port}"
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(PATIENCE)


def _answers(port: int) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status == 200
    except ConnectionError:
        return False
    finally:
        connection.close()
