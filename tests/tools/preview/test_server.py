"""`invoke serve` shows each save, whatever is saved and however."""

from __future__ import annotations

import os
import shutil
from functools import partial
from typing import TYPE_CHECKING

from tests.tools.serving import Served, wait_until

if TYPE_CHECKING:
    from playwright.sync_api import Page

ABOUT = "content/about.md"
SECOND = 1_700_000_000
SCRIPT = "/preview/page.js"


def save(served: Served, words: str) -> None:
    served.project.page(ABOUT, words)


def wait_for(page: Page, words: str) -> None:
    page.get_by_text(words).first.wait_for()


def test_every_page_carries_the_script_and_no_file_does(served: Served) -> None:
    for path in ("/", "/services/", "/articles/are-you-a-candidate-for-ketamine-therapy/", "/nowhere/"):
        html = served.get(path).html
        assert html.count(SCRIPT) == 1
        assert "livereload.js" in html

    pages = [path.read_text(encoding="utf-8") for path in served.project.output.rglob("*.html")]
    assert len(pages) > 10
    assert not [html for html in pages if "/preview/" in html or "livereload" in html]


def test_a_new_page_is_told_at_the_port_that_it_is_served_on(served: Served) -> None:
    begun = served.project.run("-m", "invoke", "new", "page", "Parking")

    assert f"{served.address}/drafts/parking/ shows it." in begun.text
    wait_until(lambda: served.get("/drafts/parking/").status == 200, "the page is served")


def test_an_unknown_address_gets_the_404_page_with_its_status(served: Served) -> None:
    answer = served.get("/nowhere/")

    assert answer.status == 404
    assert "We cannot find that" in answer.html


def test_an_address_without_its_slash_leads_to_the_one_with_it(served: Served) -> None:
    answer = served.get("/services")

    assert (answer.status, answer.location) == (301, "/services/")


def test_a_saved_word_shows_itself_in_the_open_page(served: Served, tab: Page) -> None:
    save(served, "Word number one.")

    wait_for(tab, "Word number one.")


def test_a_changed_fact_and_a_changed_component_show_themselves_too(served: Served, tab: Page) -> None:
    served.project.replace("data/people.toml", 'name = "', 'name = "Dr. Changed, formerly ')
    wait_for(tab, "Dr. Changed")
    served.project.replace("theme/components/skip-link/skip-link.html", "Skip to the main text", "Hop to the words")
    tab.get_by_role("link", name="Hop to the words").wait_for(state="attached")


def test_a_burst_of_saves_is_a_build_or_two_and_the_last_is_shown(served: Served, tab: Page) -> None:
    before = served.printed("building …")
    with served.paused():  # or a busy machine may take longer over thirty saves than over a build
        for number in range(30):
            save(served, f"Burst number {number}.")
    wait_for(tab, "Burst number 29.")

    assert served.printed("building …") - before <= 3


def test_of_two_quick_saves_both_arrive(served: Served) -> None:
    save(served, "The first.")
    wait_until(partial(served.printed, f"{ABOUT}: building"), "the first build begins")
    served.project.page("content/second.md", "The second.")

    wait_until(partial(served.shows, "/about/", "The first."), "the first is served")
    wait_until(partial(served.shows, "/second/", "The second."), "the second is served")


def test_a_file_saved_by_renaming_is_seen_each_time(served: Served, tab: Page) -> None:
    for number in range(3):
        draft = served.project.page("../draft.md", f"Renamed over {number}.")
        draft.replace(served.project.path / ABOUT)
        wait_for(tab, f"Renamed over {number}.")


def test_new_moved_and_deleted_files_and_folders_are_noticed(served: Served, tab: Page) -> None:
    content = served.project.path / "content"
    served.project.page("content/new.md", "A new page.")
    wait_for(tab, "A new page.")
    (content / "new.md").rename(content / "moved.md")
    wait_until(partial(served.shows, "/moved/", "A new page."), "it has moved")
    assert served.get("/new/").status == 404

    shutil.move(served.project.page("../trip/index.md", "A folder.").parent, content / "trip")
    wait_until(partial(served.shows, "/trip/", "A folder."), "the folder has come")
    shutil.rmtree(content / "trip")
    wait_until(lambda: served.get("/trip/").status == 404, "the folder is gone")


def test_settings_saved_by_renaming_are_read_again_each_time(served: Served) -> None:
    text = (served.project.path / "pelicanconf.py").read_text(encoding="utf-8")
    for number in range(2):
        draft = served.project.write("../draft.py", f"{text}\nraise RuntimeError('settings {number}')\n")
        os.utime(draft, (SECOND, SECOND))  # of one size and second, as two quick saves are
        draft.replace(served.project.path / "pelicanconf.py")
        wait_until(partial(served.printed, f"RuntimeError: settings {number}"), "the settings are read again")
