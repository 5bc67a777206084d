"""Serve the site: while it is written, with each save shown, or as a host would serve the production build."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import livereload
from tornado.ioloop import IOLoop
from tornado.web import Application, RedirectHandler

from plugins.faults import ROOT
from plugins.forms import RECEIVER
from tools.form_receiver import Receiver, provider_in_use
from tools.preview.handlers import HERE, NewsHandler, PreviewHandler, SiteHandler
from tools.preview.news import News
from tools.preview.rounds import Rounds
from tools.preview.where import noted
from tools.rebuild import OUTPUT

if TYPE_CHECKING:
    from pathlib import Path


def development_handlers(folder: Path, receiver: Receiver) -> list[Any]:
    """The site in ``folder`` at the root, and the receiver of its form before it."""
    return [*receiver.handlers, (r"/(.*)", SiteHandler, {"path": str(folder), "default_filename": "index.html"})]


class PreviewServer(livereload.Server):
    """The livereload package's server with a host's manners, and news to its browsers."""

    def __init__(self, news: News, rounds: Rounds) -> None:
        super().__init__(watcher=rounds)
        self.news = news

    def get_web_handlers(self, script: bytes) -> list[Any]:
        """What livereload itself serves comes before it."""
        return [
            (r"/preview/news.json", NewsHandler, {"news": self.news}),
            (r"/preview/(\w+\.(?:js|css))", SiteHandler, {"path": str(HERE)}),
            *Receiver(provider_in_use).handlers,
            (r"/(.*)", PreviewHandler, {"news": self.news}),
        ]


def serve(host: str, port: int, *, open_browser: bool) -> None:
    """Build into ``output/`` and serve that, and build what is saved, until interrupted; no fault ends it."""
    news = News(ROOT, OUTPUT)
    rounds = Rounds(news)
    try:
        rounds.first()
        print(f"The consultation form is answered by http://{host}:{port}{RECEIVER}, where you choose how.", flush=True)
        server = PreviewServer(news, rounds)
        server.watch("content")  # or livereload would look at every file of the project
        with noted(ROOT, f"http://{host}:{port}"):
            server.serve(host=host, port=port, open_url_delay=1 if open_browser else None)
    finally:
        rounds.stop()  # or its threads would keep the process alive


def serve_production(folder: Path, url: str, host: str, port: int) -> None:
    """Serve a production build made for ``url`` until interrupted; a path in ``url`` is kept."""
    root = urlsplit(url).path.rstrip("/")
    handlers: list[Any] = [(rf"{root}/(.*)", SiteHandler, {"path": str(folder), "default_filename": "index.html"})]
    if root:
        handlers.append((r"/", RedirectHandler, {"url": f"{root}/", "permanent": False}))
    Application(handlers).listen(port, address=host)
    print(f"Serving the production build on http://{host}:{port}{root}/ (stop with Ctrl-C)", flush=True)
    try:
        IOLoop.current().start()
    except KeyboardInterrupt:
        print()
