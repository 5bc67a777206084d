"""Serve a folder as a good host does, by nginx over TLS, or as a bad one."""

from __future__ import annotations

import subprocess
import threading
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from typing import TYPE_CHECKING

from tests.conftest import QuietHandler
from tests.tools.publish.servers import NGINX_SERVER, running
from tools.publish.dress.files import beside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Whoever speaks HTTP to this port is led to HTTPS: nginx's own status for that is 497.
TLS = """listen 127.0.0.1:{port} ssl;
    ssl_certificate {here}/cert.pem; ssl_certificate_key {here}/key.pem;
    error_page 497 =301 https://$http_host$request_uri;"""


def certificate(folder: Path, days: int) -> Path:
    """Make a certificate for localhost that ends in so many days, and its key."""
    folder.mkdir(exist_ok=True)
    made = ["-keyout", f"{folder}/key.pem", "-out", f"{folder}/cert.pem", "-days", str(days)]
    name = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    subprocess.run(["openssl", "req", "-x509", *kind, *made, *name], capture_output=True, check=True)
    return folder / "cert.pem"


@contextmanager
def secure_nginx(program: Path, folder: Path, port: int) -> Iterator[None]:
    """Serve the folder on https://localhost:port until the block ends."""
    here = beside(folder)
    certificate(here, 90)
    (here / "server.conf").write_text(
        NGINX_SERVER.replace("listen 127.0.0.1:{port};", TLS).format(
            module="/usr/lib/nginx/modules/ngx_http_brotli_static_module.so",
            here=here,
            port=port,
            folder=folder,
            conf=here / "nginx",
        ),
        encoding="utf-8",
    )
    command = [str(program), "-c", str(here / "server.conf"), "-e", str(here / "start.log")]
    with running(command, here, port):
        yield


@contextmanager
def plainly(folder: Path, port: int) -> Iterator[None]:
    """Serve a folder as Python does, which knows nothing of headers, redirects or 404.html."""
    with ThreadingHTTPServer(("127.0.0.1", port), partial(QuietHandler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield
        server.shutdown()
