"""A certificate is told from a bad one; a page that leads on, from a redirect."""

from __future__ import annotations

import socket
import ssl
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from tests.tools.publish.samples import MOVED, NEXT, PAGES, release, site_of
from tests.tools.publish.servers import free_port
from tests.tools.publish.verify.hosting import certificate, plainly
from tools.publish.live import Live
from tools.publish.verify.visit import Visit
from tools.publish.verify.ways import certificate as certificate_is_good
from tools.publish.verify.ways import redirects

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("days", "trusted", "told"),
    [(90, True, ""), (5, True, "it ends in 4 days; let the host renew it"), (90, False, "CERTIFICATE_VERIFY_FAILED")],
    ids=["good", "ends soon", "nobody's"],
)
def test_a_certificate_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, days: int, trusted: bool, told: str
) -> None:
    made = certificate(tmp_path / "tls", days)
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(made))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(made, made.with_name("key.pem"))
    plan = release(tmp_path / "site", PAGES, "nginx", site_of())
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        threading.Thread(target=lambda: _shake_hands(server, context), daemon=True).start()
        found = list(certificate_is_good(Visit(Live(f"https://localhost:{port}"), plan.after)))

    assert bool(found) == bool(told)
    assert all(told in trouble for trouble in found)


def _shake_hands(server: socket.socket, context: ssl.SSLContext) -> None:
    with suppress(OSError):
        context.wrap_socket(server.accept()[0], server_side=True).close()


def test_on_github_pages_a_page_leads_on(tmp_path: Path) -> None:
    port = free_port()
    site = site_of(url=f"http://127.0.0.1:{port}", redirects=MOVED)
    plan = release(tmp_path / "site", NEXT, "github-pages", site)
    with plainly(tmp_path / "site", port):
        visit = Visit(Live(site.url), plan.after)
        assert list(redirects(visit)) == []
        (tmp_path / "site/old/index.html").write_text(NEXT["new/index.html"], encoding="utf-8")
        assert list(redirects(visit)) == ["/old/: the answer is 200, and not a redirect for good to /new/"]
