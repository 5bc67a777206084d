"""`invoke serve` shows each save in the open page and outlives a broken one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.conftest import Project
from tests.tools.serving import Served, serving, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

ABOUT = "content/about.md"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A project that is being written, with its page about.md put back by each test."""
    with serving(Project(tmp_path_factory.mktemp("written") / "project"), "serve") as running:
        yield running


@pytest.fixture
def about(served: Served, chromium: Browser) -> Iterator[Page]:
    """The page about.md, open in a browser that is listening for news."""
    page = chromium.new_page()
    with page.expect_websocket() as socket:
        page.goto(f"{served.address}/about/")
    socket.value.wait_for_event("framereceived")
    yield page
    page.close()


def save(served: Served, words: str) -> None:
    served.project.page(ABOUT, words)


def wait_for(page: Page, words: str) -> None:
    page.get_by_text(words).first.wait_for()


def test_every_page_carries_the_reload_script(served: Served) -> None:
    for path in ("/", "/services/", "/articles/are-you-a-candidate-for-ketamine-therapy/"):
        answer = served.get(path)
        assert answer.status == 200
        assert "livereload.js" in answer.html


def test_an_unknown_address_gets_the_404_page_with_its_status(served: Served) -> None:
    answer = served.get("/nowhere/")

    assert answer.status == 404
    assert "We cannot find that" in answer.html


def test_an_address_without_its_slash_leads_to_the_one_with_it(served: Served) -> None:
    answer = served.get("/services")

    assert (answer.status, answer.location) == (301, "/services/")


def test_a_saved_word_shows_itself_in_the_open_page(served: Served, about: Page) -> None:
    save(served, "Word number one.")

    wait_for(about, "Word number one.")


def test_a_changed_fact_and_a_changed_component_show_themselves_too(served: Served, about: Page) -> None:
    served.project.replace("data/clinic.toml", 'medical_director = "', 'medical_director = "Dr. Changed, formerly ')
    wait_for(about, "Dr. Changed")
    served.project.replace("theme/components/skip-link/skip-link.html", "Skip to the main text", "Hop to the words")
    about.get_by_role("link", name="Hop to the words").wait_for(state="attached")


def test_a_broken_save_keeps_the_last_good_page_and_mending_it_works(served: Served, about: Page) -> None:
    save(served, "A good word.")
    wait_for(about, "A good word.")
    before = served.printed("not built")

    save(served, "A broken word [here]({filename}/nowhere.md).")
    wait_until(lambda: served.printed("not built") > before, "the refusal is told")

    assert served.printed('content/about.md:5:22: the link "{filename}/nowhere.md" leads to no file') == 1
    assert "A good word." in served.get("/about/").html.replace("&nbsp;", " ")
    assert about.get_by_text("A good word.").is_visible()
    assert served.get("/").status == 200

    save(served, "A mended word.")
    wait_for(about, "A mended word.")


def test_of_a_burst_of_saves_the_last_one_is_shown(served: Served, about: Page) -> None:
    for number in range(30):
        save(served, f"Burst number {number}.")
    wait_for(about, "Burst number 29.")


def test_a_file_saved_by_renaming_is_seen_each_time(served: Served, about: Page) -> None:
    for number in range(3):
        draft = served.project.page("../draft.md", f"Renamed over {number}.")
        draft.replace(served.project.path / ABOUT)
        wait_for(about, f"Renamed over {number}.")


def test_settings_saved_by_renaming_are_read_again_each_time(served: Served) -> None:
    text = (served.project.path / "pelicanconf.py").read_text(encoding="utf-8")
    for number in range(1, 4):
        draft = served.project.write("../draft.py", f"{text}\nraise RuntimeError('settings {number}')\n")
        draft.replace(served.project.path / "pelicanconf.py")
        wait_until(partial(served.printed, f"RuntimeError: settings {number}"), "the settings are read again")
    served.project.write("pelicanconf.py", text)
