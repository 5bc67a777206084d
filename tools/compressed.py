"""Serve a built folder as a good static host does: compressed, so that bytes and times are those of a visitor."""

from __future__ import annotations

import functools
import threading
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import brotli

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = ("text/", "application/javascript", "application/json", "application/xml", "image/svg+xml")


@functools.cache
def squeezed(body: bytes) -> bytes:
    """Compressed as a host sends it: brotli 11."""
    return bytes(brotli.compress(body, quality=11))


class CompressingHandler(SimpleHTTPRequestHandler):
    """Sends text in brotli, 404.html with status 404, and prints nothing."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a file, or 404.html."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        status, path = (200, path) if path.is_file() else (404, Path(self.directory, "404.html"))
        body, kind = path.read_bytes() if path.is_file() else b"", self.guess_type(path)
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        if kind.startswith(TEXT):
            body = squeezed(body)
            self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve ``folder``, compressed, until the block ends, on the address handed over."""
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(CompressingHandler, directory=str(folder))) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
