"""What is wrong is shown in the browser, in the terminal's words, until it is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.site.axe import axe
from tests.tools.serving import Served, wait_until

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

ABOUT = "content/about.md"
LINK = ('the link "{filename}/nowhere.md" leads to no file', "{filename}/nowhere.md")
FACT = ('there is no fact "clinic:direction"', "clinic:direction")
SLIPS = "Before.\n\nA link [there]({filename}/nowhere.md).\nAfter, [find us](clinic:direction)."


def overlay(page: Page) -> Locator:
    return page.get_by_role("alertdialog")


def corner(page: Page) -> Locator:
    return page.get_by_role("complementary", name="Preview").get_by_role("button")


@pytest.fixture
def broken(served: Served, tab: Page) -> Page:
    """The tab, with two faults shown over it."""
    served.project.page(ABOUT, SLIPS)
    overlay(tab).wait_for()
    return tab


def test_each_fault_is_shown_in_the_terminals_words_with_its_place(served: Served, broken: Page) -> None:
    assert overlay(broken).get_by_role("heading").inner_text() == "2 faults"
    assert "the last good site" in overlay(broken).inner_text()
    faults = overlay(broken).get_by_role("listitem")
    expect(faults).to_have_count(2)

    for fault, (what, marked), told in zip(faults.all(), (LINK, FACT), served.faults(), strict=True):
        place, message, todo = (fault.locator(f".{name}").inner_text() for name in ("place", "what", "todo"))
        assert message == what
        assert f"{place}: {message}; {todo}" == told
        assert served.printed(told) == 1
        assert fault.locator("mark").inner_text() == marked
    excerpt = faults.first.locator(".line")
    assert excerpt.all_inner_texts() == [
        "",
        "A link [there]({filename}/nowhere.md).",
        "After, [find us](clinic:direction).",
    ]
    assert excerpt.evaluate_all("lines => lines.map(line => line.dataset.number)") == ["6", "7", "8"]


def test_mended_one_by_one_the_faults_go_and_the_words_come(served: Served, broken: Page) -> None:
    served.project.page(ABOUT, SLIPS.replace("nowhere", "services/index"))
    expect(overlay(broken).get_by_role("listitem")).to_have_count(1)
    assert broken.get_by_text("We start from").first.is_visible()

    served.project.page(ABOUT, "Mended words.")
    expect(overlay(broken)).to_have_count(0)
    broken.get_by_text("Mended words.").wait_for()
    expect(corner(broken)).to_have_count(0)


def test_a_page_opened_while_the_site_is_broken_shows_why(served: Served, broken: Page) -> None:
    for path in ("/", "/services/", "/nowhere/"):
        broken.goto(served.address + path)
        expect(overlay(broken).get_by_role("listitem")).to_have_count(2)


def test_escape_hides_it_to_the_corner_and_gives_the_focus_back(served: Served, tab: Page) -> None:
    link = tab.get_by_role("link", name="Home").first
    link.focus()
    served.project.page(ABOUT, SLIPS)
    expect(overlay(tab)).to_be_focused()

    tab.keyboard.press("Escape")
    expect(overlay(tab)).to_have_count(0)
    expect(link).to_be_focused()
    expect(corner(tab)).to_have_text("2 faults")

    corner(tab).click()
    expect(overlay(tab)).to_be_focused()
    tab.keyboard.press("Tab")
    expect(tab.get_by_role("button", name="Hide")).to_be_focused()
    tab.keyboard.press("Enter")
    expect(corner(tab)).to_be_focused()


def test_what_was_hidden_stays_hidden_until_something_else_is_wrong(served: Served, broken: Page) -> None:
    broken.keyboard.press("Escape")
    broken.goto(f"{served.address}/services/")
    expect(corner(broken)).to_have_text("2 faults")
    expect(overlay(broken)).to_have_count(0)

    served.project.page(ABOUT, f"{SLIPS} [Call](clinic:cal)")
    expect(overlay(broken).get_by_role("listitem")).to_have_count(3)


def test_the_page_behind_can_be_read_and_used(broken: Page) -> None:
    broken.set_viewport_size({"width": 1280, "height": 900})
    broken.get_by_role("link", name="Our services").first.click()
    broken.wait_for_url("**/services/")


def test_a_warning_waits_in_the_corner(served: Served, tab: Page) -> None:
    text = (served.project.path / "data/references.bib").read_text(encoding="utf-8")
    key = "anand2023"  # a work that no grade has to name
    start = text.index(f"@article{{{key}")
    entry = text[start : text.index("\n}", start) + 3]
    served.project.write("data/references.bib", f"{text}\n{entry.replace(key, 'uncited2020')}")

    expect(corner(tab)).to_have_text("1 warning")
    assert overlay(tab).count() == 0
    corner(tab).click()
    dialog = tab.get_by_role("dialog", name="1 warning")
    assert dialog.locator(".what").inner_text() in served.faults()[0]
    assert dialog.locator(".what").inner_text().startswith("warning: ")
    wait_until(lambda: served.printed(served.faults()[0]), "the terminal tells it too")


def test_markup_in_a_message_is_text(served: Served, tab: Page) -> None:
    served.project.page(ABOUT, "[x](clinic:<img/src=x/onerror=document.title='hit'>)")
    overlay(tab).wait_for()

    assert "<img/src=x/onerror" in overlay(tab).inner_text()
    assert overlay(tab).locator("img").count() == 0
    assert tab.title() != "hit"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_anybody_can_read_it(broken: Page, scheme: str, width: int) -> None:
    broken.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    broken.set_viewport_size({"width": width, "height": 700})

    assert axe(broken, {}, "preview-overlay") == []
    assert overlay(broken).evaluate("element => element.scrollWidth <= element.clientWidth")
    broken.keyboard.press("Escape")
    assert axe(broken, {}, "preview-overlay") == []


def test_a_draft_is_marked_and_other_pages_are_not(served: Served, tab: Page) -> None:
    mark = tab.get_by_text("Draft: not on the published site")
    assert not mark.is_visible()
    served.project.page("content/waiting.md", "It waits.", Status="draft")

    tab.wait_for_url("**/drafts/waiting/")
    expect(mark).to_be_visible()
