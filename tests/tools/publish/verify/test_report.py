"""A site that keeps every promise is told so, and one terrible site breaks them all."""

from __future__ import annotations

import io
import json
from datetime import timedelta
from typing import TYPE_CHECKING

from plugins.models.days import today
from tests.conftest import file_of
from tests.tools.publish.samples import PAGES, release, site_of
from tests.tools.publish.servers import free_port
from tests.tools.publish.verify.hosting import plainly, secure_nginx
from tools.oracles import NGINX
from tools.publish.compress import compress
from tools.publish.verify.report import PROMISES, verify

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

LONG = "<p>Words that are long enough to be worth compressing.</p>" * 20
PAST = {"redirects": {"/past/": "/about/"}, "gone": {"/blog/": "we write none"}}


def report(url: str, form: str = "text") -> tuple[int, str]:
    stream = io.StringIO()
    code = verify(url, form, stream)
    return code, stream.getvalue()


def feed(url: str, address: str = "/about/") -> str:
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><link href="{url}{address}"/></feed>'


def test_a_site_on_nginx_keeps_every_promise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program, folder, ports = file_of(NGINX), tmp_path / "site", (free_port(), free_port())
    url = f"https://localhost:{ports[0]}"
    form = f'<form method="post" action="http://127.0.0.1:{ports[1]}/f"></form>'
    listed = "".join(f"<url><loc>{url}{address}</loc></url>" for address in ("/", "/about/", "/old/"))
    pages = PAGES | {
        "index.html": PAGES["index.html"] + LONG + form,
        "feeds/all.atom.xml": feed(url),
        "sitemap.xml": f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{listed}</urlset>',
        ".well-known/security.txt": f"Contact: mailto:a@b.org\nExpires: {today() + timedelta(days=15)}T00:00:00Z\n",
    }
    release(folder, pages, "nginx", site_of(url=url, **PAST))
    compress(folder)
    with secure_nginx(program, folder, ports[0]), plainly(tmp_path, ports[1]):
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "site.host/cert.pem"))
        code, text = report(url)
        data = json.loads(report(url, "json")[1])

    kept = [f"kept    {promise.__doc__}" for promise in PROMISES]
    assert text.splitlines() == [
        f"{url}: commit 1111111111, 9 files",
        "The certificate is good for 89 days.",
        *kept,
        "Every promise is kept.",
    ]
    assert code == 0
    assert (data["files"], data["certificate"]) == (9, 89)
    assert data["promises"][0] == {"promise": "Every file is there, byte for byte.", "troubles": [], "kept": True}


def test_one_terrible_site_breaks_them_all(tmp_path: Path) -> None:
    folder, port = tmp_path / "site", free_port()
    url, nobody = f"http://127.0.0.1:{port}", f"http://127.0.0.1:{free_port()}/f"
    form = f'<form method="post" action="{nobody}"></form>'
    pages = PAGES | {
        "index.html": '<meta name="robots" content="noindex">',
        ".well-known/security.txt": "Expires: 2026-01-01T00:00:00Z",
        "about/index.html": form,
        "feeds/all.atom.xml": feed("https://www.clinic.example", "/away/"),
    }
    del pages["scripts/search-0000000001.js"], pages["favicon.svg"]
    release(folder, pages, "nginx", site_of(url="https://www.clinic.example", **PAST))
    (folder / "about/index.html").write_text(f"{form} ", encoding="utf-8")
    (folder / "old/index.html").unlink()
    (folder / "old").rmdir()
    (folder / "blog").mkdir()
    with plainly(folder, port):
        code, text = report(url)

    first = f"{'':10}/.well-known/security.txt, /about/, /feeds/all.atom.xml and 1 more: "
    headers = [line.strip() for line in text.splitlines() if line.startswith(first)]
    assert len(headers) == 8
    broken = [line for line in text.splitlines() if line.strip() not in headers]
    assert broken == [
        f"{url}: commit 1111111111, 6 files",
        "BROKEN  Every file is there, byte for byte.",
        "          /about/: other bytes than were published",
        "          /old/: the answer is 404",
        "BROKEN  Every file comes with the headers that were promised.",
        "BROKEN  Pages travel compressed, and are the same when they are opened.",
        "          /: comes as it is",
        "BROKEN  What is not there is answered with 404, and with the page for it.",
        "          /there-is-no-such-page/: another page than /404.html",
        "          /there-is-no/such-page: another page than /404.html",
        "          /there-is-no-such-file.html: another page than /404.html",
        "BROKEN  Addresses of the past lead to where they should, in one step.",
        "          /past/: the answer is 404, and not a redirect for good to /about/",
        "          /past: the answer is 404, and not a redirect for good to /about/",
        "BROKEN  What is gone for good is answered with 410, or 404 where the host knows no other.",
        "          /blog/: the answer is 200",
        "BROKEN  The site is reached by HTTPS, and whoever types http:// is led there in one step.",
        f"          {url}: not HTTPS",
        "kept    The certificate is trusted, and is good for two more weeks.",
        "BROKEN  The site stands at the address that its pages name, and its other name leads there.",
        f"          {url}: its pages name https://www.clinic.example",
        "BROKEN  Search engines may list the pages that the sitemap names, and are asked to keep away from all others.",
        "          /about/: search engines may list it",
        "BROKEN  The feed, and the sitemap where there is one, can be read, and name addresses that are there.",
        "          /feeds/all.atom.xml: it names https://www.clinic.example/away/, which is not there",
        "BROKEN  Whoever receives a form can be reached; nothing is ever sent to them.",
        f"          /about/: its form goes to {nobody}, and no answer: [Errno 111] Connection refused",
        "BROKEN  Whoever finds a weakness can read whom to write to, in a file that is good for two more weeks.",
        "          /.well-known/security.txt: it ends on 2026-01-01; commit, and publish again",
        "12 of 13 promises are broken.",
    ]
    assert code == 1


def test_where_nothing_is_published_one_sentence_says_so(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    port = free_port()
    with plainly(tmp_path, port):
        assert verify(f"http://127.0.0.1:{port}") == 1

    told = (
        f"http://127.0.0.1:{port}/.well-known/release.json: the answer is 404; Publish the site with `invoke publish`"
    )
    assert capsys.readouterr().err.startswith(told)
