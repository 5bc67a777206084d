"""Run a host's own software on a dressed folder until a block ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.tools.publish.promises import ask
from tests.tools.serving import PATIENCE, wait_until
from tools.oracles import NGINX
from tools.publish.dress.files import beside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NGINX_SERVER = """load_module {module};
daemon off; master_process off; pid {here}/nginx.pid; error_log {here}/error.log;
events {{}}
http {{
  access_log off;
  client_body_temp_path {here}; proxy_temp_path {here}; fastcgi_temp_path {here}; uwsgi_temp_path {here};
  scgi_temp_path {here};
  server {{
    listen 127.0.0.1:{port};
    root {folder};
    include {conf}/site.conf;
    include {conf}/brotli.conf;
  }}
}}
"""


@contextmanager
def nginx(program: Path, folder: Path) -> Iterator[str]:
    """The folder and what is beside it, served by nginx; the address is handed over."""
    port, here = free_port(), beside(folder)
    text = NGINX_SERVER.format(module=NGINX.module, here=here, port=port, folder=folder, conf=here / "nginx")
    conf = here / "server.conf"
    conf.write_text(text, encoding="utf-8")
    with running([str(program), "-c", str(conf), "-e", str(here / "start.log")], here, port) as address:
        yield address


@contextmanager
def caddy(program: Path, folder: Path) -> Iterator[str]:
    """The same by Caddy."""
    port, here = free_port(), beside(folder)
    command = [str(program), "run", "--config", str(here / "Caddyfile"), "--adapter", "caddyfile"]
    told = {"SITE_ADDRESS": f"http://127.0.0.1:{port}", "SITE_FOLDER": str(folder), "XDG_DATA_HOME": str(here)}
    quiet = {"CADDY_ADMIN": f"127.0.0.1:{free_port()}", "XDG_CONFIG_HOME": str(here), "HOME": str(here)}
    with running(command, here, port, **told, **quiet) as address:
        yield address


@contextmanager
def running(command: list[str], here: Path, port: int, **environment: str) -> Iterator[str]:
    """Run a server until the block ends; the address on which it listens is handed over."""
    address, log = f"http://127.0.0.1:{port}", here / "server.log"
    with log.open("w", encoding="utf-8") as out:
        process = subprocess.Popen(command, cwd=here, env={**os.environ, **environment}, stdout=out, stderr=out)
    try:
        wait_until(lambda: process.poll() is not None or _answers(address), "the server answers")
        assert process.poll() is None, log.read_text(encoding="utf-8")
        yield address
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE)


def _answers(address: str) -> bool:
    try:
        return ask(address, "/").status > 0
    except OSError:
        return False


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port
