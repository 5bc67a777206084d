"""Answer as a static host does, and in the preview with a script in each page that keeps it as last saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from tornado.web import RequestHandler, StaticFileHandler

if TYPE_CHECKING:
    from tools.preview.news import News

HERE = Path(__file__).resolve().parent
NO_SITE_YET = HERE / "no_site_yet.html"
HEAD_END = b"</head>"


class SiteHandler(StaticFileHandler):
    """Files as a static host serves them: ``/a`` leads to ``/a/``, what is not there gets 404.html, with status 404."""

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Send 404.html where there is one."""
        page = Path(self.root, "404.html")
        if status_code == 404 and page.exists():
            self.set_header("Content-Type", "text/html; charset=utf-8")
            self.finish(self.sent(page.read_bytes()))
        else:
            super().write_error(status_code, **kwargs)

    def set_extra_headers(self, path: str) -> None:
        """Nothing served here is kept by the browser."""
        self.set_header("Cache-Control", "no-cache")

    def should_return_304(self) -> bool:
        """Never: Tornado keeps each file's hash for as long as it runs, so a page built anew would seem unchanged."""
        return False

    def sent(self, page: bytes) -> bytes:
        """A page's bytes as they are sent."""
        return page


class PreviewHandler(SiteHandler):
    """The site with a script in each page that keeps it as it was last saved; never in the files."""

    def initialize(self, news: News, **kwargs: Any) -> None:
        """Called by Tornado."""
        super().initialize(str(news.output), "index.html", **kwargs)
        self.news = news
        self.version = news.version  # before the page is read: what is newer is then shown twice rather than never

    def sent(self, page: bytes) -> bytes:
        """The page with the script."""
        script = f'<script type="module" src="/preview/page.js?since={self.version}"></script>'
        return page.replace(HEAD_END, script.encode() + HEAD_END, 1)

    def compute_etag(self) -> None:
        """None: it would be of the file, and not of what is sent."""

    def get_content_size(self) -> int:
        """Called by Tornado before it sends anything: read all, because a build may put another file in its place."""
        content = Path(self.absolute_path).read_bytes()
        self.content = self.sent(content) if self.absolute_path.endswith(".html") else content
        return len(self.content)

    def get_content(self, _: str, start: int | None = None, end: int | None = None) -> bytes:
        """Called by Tornado for what it sends."""
        return self.content[start:end]

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Say it where no build was good yet."""
        if self.news.output.exists():
            super().write_error(status_code, **kwargs)
        else:
            self.set_status(503)
            self.finish(self.sent(NO_SITE_YET.read_bytes()))


class NewsHandler(RequestHandler):
    """Answers a tab that asks what is new."""

    def initialize(self, news: News) -> None:
        """Called by Tornado."""
        self.news = news

    def get(self) -> None:
        """``?address=`` of the page that is shown, ``&since=`` its version, ``&heard=`` that of the last news heard."""
        self.set_header("Cache-Control", "no-store")
        since = int(self.get_argument("since"))
        heard = int(self.get_argument("heard", str(since)))
        self.finish(self.news.since(since, self.get_argument("address"), heard))
