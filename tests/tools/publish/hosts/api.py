"""Stand in for the interface of a host, as that host's own client uses it."""

from __future__ import annotations

import json
import re
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


class Api(ThreadingHTTPServer):
    """Keeps what was sent: files by hash, and each deploy's paths. After ``patience`` uploads it takes no more."""

    def __init__(self, routes: dict[str, Any]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.routes = routes
        self.stored: dict[str, bytes] = {}
        self.deploys: list[dict[str, Any]] = []
        self.shown: dict[str, bytes] = {}
        self.tokens: set[str] = set()
        self.patience = 1000

    @property
    def address(self) -> str:
        """Where it is, and where it shows what was published."""
        return f"http://127.0.0.1:{self.server_port}"

    def show(self, deploy: dict[str, Any]) -> None:
        """Let visitors have this deploy."""
        self.shown = {path.lstrip("/"): self.stored[key] for path, key in deploy["files"].items()}


class Handler(BaseHTTPRequestHandler):
    """Finds the route of a request: a pattern "METHOD /path" with a function of the Api, the match and the body."""

    server: Api
    protocol_version = "HTTP/1.1"

    def answer(self) -> None:
        """Called for every method."""
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.headers.get("Transfer-Encoding") == "chunked":
            body = b"".join(iter(self._chunk, b""))
        path = self.path.partition("?")[0]
        status, told = 404, b"{}"
        for pattern, function in self.server.routes.items():
            if match := re.fullmatch(pattern, f"{self.command} {path}"):
                self.server.tokens.add(self.headers["Authorization"])
                status, data = function(self.server, match, body)
                told = json.dumps(data).encode()
                break
        else:
            if (name := path.lstrip("/") or "index.html") in self.server.shown:
                status, told = 200, self.server.shown[name]
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        self.wfile.write(told)

    do_GET = do_POST = do_PUT = do_PATCH = answer  # noqa: N815

    def _chunk(self) -> bytes:
        size = int(self.rfile.readline(), 16)
        chunk = self.rfile.read(size)
        self.rfile.readline()
        return chunk

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@contextmanager
def running(routes: dict[str, Any]) -> Iterator[Api]:
    """Run one until the block ends."""
    with Api(routes) as api:
        threading.Thread(target=api.serve_forever, daemon=True).start()
        yield api
        api.shutdown()
