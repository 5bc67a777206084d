"""A local server that answers as the web does: what is gone is told, what cannot be told is a warning."""

from __future__ import annotations

import threading
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from plugins.faults import Source
from tools.check.links import Link, check_links, links_of
from tools.check.web import Manners

if TYPE_CHECKING:
    from collections.abc import Iterator

QUICK = Manners(timeout=1.0, pause=0.0)
CLINIC = "https://clinic.example"


class World(NamedTuple):
    """A stand-in for the web: its address, what it was asked, and how many requests it ever answered at one time."""

    address: str
    asked: list[tuple[str, str]]
    agents: Counter[str]
    at_once: list[int]


@pytest.fixture
def world() -> Iterator[World]:
    asked: list[tuple[str, str]] = []
    agents: Counter[str] = Counter()
    at_once = [0, 0]
    lock = threading.Lock()
    over = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        """Answers with the status that the path names."""

        def answer(self) -> None:
            with lock:
                asked.append((self.command, self.path))
                agents[self.headers["User-Agent"]] += 1
                at_once[0] += 1
                at_once[1] = max(at_once)
            self.answer_by_path()

        def end_headers(self) -> None:
            with lock:
                at_once[0] -= 1  # before it is sent: whoever asked may ask for the next thing as soon as it is there
            super().end_headers()

        def answer_by_path(self) -> None:
            name = self.path.strip("/")
            nth = asked.count((self.command, self.path))
            if name == "silence":
                over.wait(5)
                return
            status = int(name[:3])
            if name == "405-for-head":
                status = 405 if self.command == "HEAD" else 200
            if name == "503-once":
                status = 503 if nth == 1 else 200
            self.send_response(status)
            if status in {301, 302}:
                self.send_header("Location", "/410" if "gone" in name else "/200")
            if status == 429:
                self.send_header("Retry-After", "0")
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_GET = do_HEAD = answer  # noqa: N815

        def log_message(self, *_: object) -> None:
            """Print nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield World(f"http://127.0.0.1:{server.server_port}", asked, agents, at_once)
        over.set()
        server.shutdown()


def check(world: World, *paths: str) -> list[str]:
    text = "\n".join(f"See [it]({world.address}/{path})." for path in paths)
    faults = check_links(links_of(Source(Path("links.md"), text)), CLINIC, QUICK)
    return [str(fault).split("links.md:")[1].replace(world.address, "") for fault in faults]


def test_each_answer_is_told_for_what_it_is(world: World) -> None:
    paths = ["200", "301", "302", "404", "410", "429", "500", "403", "301-gone", "405-for-head", "503-once", "silence"]

    gone = "name the page that has taken its place, or remove the link"
    assert check(world, *paths, "404#part") == [
        '2:10: warning: "/301" has moved for good; write /200 after a look at it',
        f'4:10: "/404" is gone (the answer is 404); {gone}',
        f'5:10: "/410" is gone (the answer is 410); {gone}',
        '6:10: warning: whether "/429" is still there cannot be told (the answer is 429); open it in a browser',
        '7:10: warning: whether "/500" is still there cannot be told (the answer is 500); open it in a browser',
        '8:10: warning: whether "/403" is still there cannot be told (the answer is 403); open it in a browser',
        f'9:10: "/301-gone" is gone (the answer is 410); {gone}',
        '12:10: warning: whether "/silence" is still there cannot be told (no answer: timed out); open it in a browser',
        f'13:10: "/404#part" is gone (the answer is 404); {gone}',
    ]


def test_a_doi_need_only_lead_on(world: World) -> None:
    links = [Link(f"{world.address}/{name}", Source(Path("b.bib"), ""), 0) for name in ("302-gone", "404")]

    (fault,) = check_links(links, CLINIC, QUICK._replace(resolver=f"{world.address}/"))

    assert "/404" in fault.what
    assert ("HEAD", "/410") not in world.asked


def test_it_is_polite(world: World) -> None:
    check(world, "200", "404", "429", "500", "200", "404#part", "405-for-head")

    asked = Counter(world.asked)
    assert asked["HEAD", "/200"] == 1
    assert asked["GET", "/200"] == 0
    assert asked["HEAD", "/404"] == asked["GET", "/404"] == 1
    assert asked["HEAD", "/429"] == asked["HEAD", "/500"] == 2
    assert asked["GET", "/405-for-head"] == 1
    assert world.at_once[1] == 1
    assert [*world.agents] == [f"Mozilla/5.0 (compatible; link check of {CLINIC})"]


def test_a_host_that_is_not_there_is_a_warning() -> None:
    links = links_of(Source(Path("links.md"), "[it](http://127.0.0.1:9/page)"))

    (fault,) = check_links(links, CLINIC, QUICK)

    assert fault.warning
    assert "cannot be told (no answer: " in fault.what


def test_addresses_are_found_where_they_are_written() -> None:
    markdown = "[a](https://a.test.org/b_(c)) <https://d.test.org/e>, https://f.test.org/g. [](clinic:call)"
    bibliography = "@article{one,\n  doi = {10.1000/x(1)y},\n  url = {https://h.test.org/i},\n}"
    placeholder = "[here](https://www.example.com/) http://localhost:8000/ https://forms.example/f"
    found = [
        (link.address, link.at)
        for name, text in (("a.md", markdown), ("b.bib", bibliography), ("c.md", placeholder))
        for link in links_of(Source(Path(name), text))
    ]

    assert found == [
        ("https://a.test.org/b_(c)", 4),
        ("https://d.test.org/e", 31),
        ("https://f.test.org/g", 54),
        ("https://h.test.org/i", 48),
        ("https://doi.org/10.1000/x(1)y", 23),
    ]
