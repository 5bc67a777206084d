"""The form receiver has a page that an editor chooses answers on, lives in `invoke serve`, and never ships."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from tests.receiving import PROFILES, Receiving, receiving
from tests.tools.asking import FORM, ask
from tests.tools.serving import serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.conftest import Project

SENT = urlencode({"name": "Ana O'Neill & Søn <b>", "email": ""})


@pytest.fixture
def receiver(tmp_path: Path) -> Iterator[Receiving]:
    """A receiver beside no site."""
    with receiving(tmp_path, PROFILES["example"]) as running:
        yield running


def test_the_page_chooses_the_answer_and_shows_what_arrived(receiver: Receiving, chromium: Browser) -> None:
    script = {"Accept": "application/json"}
    ask(receiver.address, body=SENT, headers=script)
    page = chromium.new_page(java_script_enabled=False)
    page.goto(receiver.address + FORM)
    page.get_by_role("radio", name="over quota").check()
    page.get_by_role("button", name="Answer like this").click()
    expect(page.get_by_role("radio", name="over quota")).to_be_checked()
    assert receiver.kind == "over quota"

    ask(receiver.address, body=f"{SENT}&_gotcha=filled")
    ask(receiver.address, body=SENT, headers=script)
    page.reload()
    rows = page.get_by_role("table", name="Received").get_by_role("row").all_inner_texts()
    assert [row.split("\n")[0].split("\t")[:2] for row in rows] == [
        ["Number", "Answer"],
        ["3", "over quota, to the script"],
        ["2", "success, to the browser; dropped: the field for robots was filled in"],
        ["1", "success, to the script"],
    ]
    assert page.get_by_text("Ana O'Neill & Søn <b>").count() == 3

    page.get_by_role("button", name="Clear").click()
    expect(page.get_by_text("Nothing yet.")).to_be_visible()
    assert receiver.received == []
    page.close()


def test_an_answer_that_there_is_not_cannot_be_chosen(receiver: Receiving) -> None:
    assert ask(receiver.address, f"{FORM}menu", "answer=maybe").status == 400
    assert receiver.kind == "success"


def test_the_page_asks_no_other_host_for_anything(receiver: Receiving) -> None:
    page = ask(receiver.address, method="GET").body

    assert "http://" not in page
    assert "https://" not in page


def test_serve_answers_as_the_service_in_use_and_follows_a_change(project: Project) -> None:
    with serving(project, "serve") as served:
        for name, said in (("formspree", "next"), ("formsubmit", "success")):
            text = (project.path / "data/clinic.toml").read_text(encoding="utf-8")
            before = text.partition('provider = "')[2].partition('"')[0]
            project.replace("data/clinic.toml", f'provider = "{before}"', f'provider = "{name}"')
            answered = ask(served.address, body=SENT, headers={"Accept": "application/json"})
            assert list(json.loads(answered.body)) == [said]
        project.replace("data/clinic.toml", 'provider = "formsubmit"', 'provider = "nobody"')
        assert ask(served.address, body=SENT).status == 503
        assert served.printed(f"{served.address}{FORM}") == 1


def naming_it(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and b"form-receiver" in path.read_bytes()]


def test_nothing_of_it_ships(site: Path, development_site: Path, project: Project) -> None:
    assert development_site / "request-a-consultation" / "index.html" in naming_it(development_site)
    assert naming_it(site) == []
    with serving(project, "preview") as served:
        assert served.get(FORM).status == 404
        assert ask(served.address, body=SENT).status == 405
