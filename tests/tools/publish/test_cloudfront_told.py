"""The real client of Amazon gives CloudFront's function its new code, and lets exactly that go live."""

from __future__ import annotations

import re
import threading
from base64 import b64decode
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from tools.publish.cloudfront import publish_function

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

CONFIG = "<FunctionConfig><Comment>redirects</Comment><Runtime>cloudfront-js-2.0</Runtime></FunctionConfig>"
TIME = "<LastModifiedTime>2026-01-01T00:00:00Z</LastModifiedTime>"
META = f"<FunctionMetadata><FunctionARN>arn</FunctionARN>{TIME}</FunctionMetadata>"
SUMMARY = f"<FunctionSummary><Name>moved</Name>{CONFIG}{META}</FunctionSummary>"


class CloudFront(ThreadingHTTPServer):
    """Holds one function: its code, the version that stands there, and the one that is live."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.version, self.live, self.code = 1, 0, ""


class Handler(BaseHTTPRequestHandler):
    """Answers as docs.aws.amazon.com has it for DescribeFunction, UpdateFunction, PublishFunction."""

    server: CloudFront

    def answer(self) -> None:
        """Called for every method; whoever names an old version is refused."""
        server, body = self.server, self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        known = self.headers.get("If-Match") in {None, f"E{server.version}"}
        if known and self.command == "PUT":
            code = re.search(r"<FunctionCode>(.*)</FunctionCode>", body, re.DOTALL)
            server.code, server.version = b64decode(code[1] if code else "").decode(), server.version + 1
        elif known and self.command == "POST":
            server.live = server.version
        self.send_response(200 if known else 412)
        # The name is misspelt in Amazon's own interface.
        self.send_header("ETtag" if self.command == "PUT" else "ETag", f"E{server.version}")
        self.send_header("Content-Length", str(len(SUMMARY)))
        self.end_headers()
        self.wfile.write(SUMMARY.encode())

    do_GET = do_PUT = do_POST = answer  # noqa: N815

    def log_message(self, *_: object) -> None:
        """Print nothing."""


def test_the_function_goes_live_with_its_new_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = tmp_path / "function.js"
    code.write_text("function handler(event) { return event.request; } // \u00e9", encoding="utf-8")
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_DEFAULT_REGION"):
        monkeypatch.setenv(name, "testing")
    with CloudFront() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{server.server_port}")

        assert publish_function("moved", code) == "CloudFront's function moved is published"
        assert server.code == code.read_text(encoding="utf-8")
        assert server.live == server.version == 2
        server.shutdown()
