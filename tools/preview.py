"""Serve the site: while it is written, with live reload, or as a host would serve the production build."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import livereload
import watchfiles
from livereload.handlers import LiveReloadHandler
from livereload.watcher import Watcher
from tornado.ioloop import IOLoop
from tornado.web import Application, RedirectHandler, StaticFileHandler

from plugins.faults import ROOT
from plugins.forms import RECEIVER
from tools.build import OUTPUT
from tools.form_receiver import Receiver, provider_in_use

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

FOLDERS = ("content", "data", "theme", "plugins", "tools")
SETTINGS = {"pelicanconf.py", "publishconf.py"}


class SiteHandler(StaticFileHandler):
    """Files as a static host serves them: ``/a`` leads to ``/a/``, what is not there gets 404.html, with status 404."""

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Send 404.html where there is one."""
        page = Path(self.root, "404.html")
        if status_code == 404 and page.exists():
            self.set_header("Content-Type", "text/html; charset=utf-8")
            self.finish(page.read_bytes())
        else:
            super().write_error(status_code, **kwargs)

    def set_extra_headers(self, path: str) -> None:
        """Nothing served here is kept by the browser."""
        self.set_header("Cache-Control", "no-cache")

    def should_return_304(self) -> bool:
        """Never: Tornado keeps each file's hash for as long as it runs, so a page built anew would seem unchanged."""
        return False


class SavedFiles(Watcher):
    """The livereload package's watcher, told by the system of each save instead of looking every 0.8 s."""

    def __init__(self) -> None:
        super().__init__()
        self.stopped = threading.Event()
        self.building = threading.Lock()

    def start(self, callback: Callable[[], None]) -> bool:
        """Watch until ``stopped`` is set; True tells livereload that it need not look itself."""
        loop = IOLoop.current()
        folders = watchfiles.watch(*(ROOT / name for name in FOLDERS), stop_event=self.stopped)
        # The folder and not the files in it, because an editor may save by putting a new file in the old one's place.
        settings = watchfiles.watch(
            ROOT, recursive=False, watch_filter=lambda _, path: Path(path).name in SETTINGS, stop_event=self.stopped
        )
        for saves in (folders, settings):
            threading.Thread(target=self._build_each, args=(saves, loop)).start()
        return True

    def _build_each(self, saves: Iterable[set[watchfiles.main.FileChange]], loop: IOLoop) -> None:
        for changes in saves:
            with self.building:
                names = sorted({str(Path(path).relative_to(ROOT)) for _, path in changes})
                print(f"{', '.join(names)}: building …", flush=True)
                # A process of its own: it reads plugins and settings anew.
                built = subprocess.run([sys.executable, "-m", "tools.build"], cwd=ROOT, check=False).returncode == 0
                print("built" if built else "not built: the last good site is still served", flush=True)
                if built:
                    loop.add_callback(LiveReloadHandler.reload_waiters, "*")


def development_handlers(folder: Path, receiver: Receiver) -> list[Any]:
    """The site in ``folder`` at the root, and the receiver of its form before it."""
    return [*receiver.handlers, (r"/(.*)", SiteHandler, {"path": str(folder), "default_filename": "index.html"})]


class PreviewServer(livereload.Server):
    """The livereload package's server with a host's manners."""

    def get_web_handlers(self, script: bytes) -> list[Any]:
        """What livereload itself serves comes before it."""
        return development_handlers(Path(self.root), Receiver(provider_in_use))


def serve(host: str, port: int, *, open_browser: bool) -> None:
    """Serve ``output/`` with live reload until interrupted."""
    files = SavedFiles()
    server = PreviewServer(watcher=files)
    server.watch("content")
    print(f"The consultation form is answered by http://{host}:{port}{RECEIVER}, where you choose how.", flush=True)
    try:
        server.serve(host=host, port=port, root=str(OUTPUT), open_url_delay=1 if open_browser else None)
    finally:
        files.stopped.set()  # or its thread would keep the process alive


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
