"""Measure how many visitors at once nginx bears, set up as publishing sets it up."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tools.build import build
from tools.oracles import NGINX, WRK
from tools.publish.compress import compress
from tools.publish.dress import nginx
from tools.publish.dress.files import beside, write
from tools.publish.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator

CONNECTIONS = (10, 100, 1000)
SECONDS = 10
PATIENCE = 10  # seconds
# Debian's own settings, with more connections than its 768 for each worker.
CONFIGURATION = """load_module {module};
user {user}; worker_processes auto; worker_rlimit_nofile 4096; pid {here}/nginx.pid; error_log {here}/error.log;
events {{ worker_connections 2048; }}
http {{
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000;
  client_body_temp_path {here}; proxy_temp_path {here}; fastcgi_temp_path {here}; uwsgi_temp_path {here};
  scgi_temp_path {here};
  server {{ listen 127.0.0.1:{port}; root {folder}; include nginx/site.conf; include nginx/brotli.conf; }}
}}
"""
# wrk's own words are for people.
REPORT = """done = function(summary, latency, requests)
  local e = summary.errors
  io.write(string.format('\\n{"requests": %d, "seconds": %f, "sent": %d, "median": %f, "late": %f, "errors": %d}\\n',
    summary.requests, summary.duration / 1e6, summary.bytes, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    e.connect + e.read + e.write + e.status + e.timeout))
end
"""


class Load(NamedTuple):
    """What wrk saw: bytes ``sent``, the ``median`` answer and the slowest of a hundred (``late``) in ms."""

    requests: int
    seconds: float
    sent: int
    median: float
    late: float
    errors: int


@contextmanager
def serving(program: Path, folder: Path) -> Iterator[str]:
    """Serve a built folder by nginx, dressed and compressed, until the block ends, on the address handed over."""
    nginx.dress(folder, Site.read())
    compress(folder)
    here = beside(folder)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    told = {"module": NGINX.module, "user": getuser(), "here": here, "port": port, "folder": folder}
    write(here / "nginx.conf", CONFIGURATION.format(**told))
    command = [str(program), "-c", str(here / "nginx.conf"), "-e", str(here / "start.log"), "-g", "daemon off;"]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)  # noqa: S603
    try:
        deadline = time.monotonic() + PATIENCE
        while socket.socket().connect_ex(("127.0.0.1", port)):
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError((here / "start.log").read_text(encoding="utf-8"))
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(PATIENCE)


def load(program: Path, address: str, connections: int, seconds: int = SECONDS) -> Load:
    """Ask for an address as often as can be, over so many connections, as browsers do: compressed."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(REPORT)
        script.flush()
        options = ["--threads", "2", "--connections", str(connections), "--duration", f"{seconds}s", "--latency"]
        command = [str(program), *options, "--header", "Accept-Encoding: br, gzip", "--script", script.name, address]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603
    return Load(**json.loads(told.splitlines()[-1]))


def bench() -> int:
    """Print a line for each page and number of connections; the exit code is 1 where anything failed, or is missing."""
    server, wrk = NGINX.find(), WRK.find()
    if not server or not wrk:
        print(*(one.needed for one in (NGINX, WRK) if not one.find()), sep="\n", file=sys.stderr)
        return 1
    errors = 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "output")
        build(folder, production=True)
        article = next(folder.glob("articles/*/index.html")).parent.relative_to(folder)
        with serving(server, folder) as address:
            print(f"{os.cpu_count()} cores, load before {os.getloadavg()[0]:.1f}")
            titles = f"{'page':10}{'connections':>13}{'requests/s':>12}{'bytes each':>12}"
            print(f"{titles}{'p50 ms':>9}{'p99 ms':>9}{'errors':>8}")
            for page, path in {"home": "/", "article": f"/{article}/"}.items():
                for connections in CONNECTIONS:
                    got = load(wrk, address + path, connections)
                    figures = f"{got.requests / got.seconds:12,.0f}{got.sent / got.requests:12,.0f}{got.median:9.1f}"
                    print(f"{page:10}{connections:13,}{figures}{got.late:9.1f}{got.errors:8}", flush=True)
                    errors += got.errors
    return int(errors > 0)
