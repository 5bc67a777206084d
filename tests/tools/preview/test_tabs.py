"""An open tab is led to what changed, and loses neither its place nor what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.tools.serving import Served, wait_until

if TYPE_CHECKING:
    from playwright.sync_api import Page

ARTICLE = "/articles/are-you-a-candidate-for-ketamine-therapy/"
SECTION = f"content{ARTICLE}4-evaluating-your-suitability-for-ketamine-therapy.md"
HEADING = "evaluating-your-suitability-for-ketamine-therapy"
FORM = "/request-a-consultation/"
IN_VIEW = (
    "id => { const at = document.getElementById(id).getBoundingClientRect().top; return at >= 0 && at < innerHeight }"
)
GROUND = "getComputedStyle(document.documentElement).backgroundColor"


@pytest.fixture
def article(served: Served, tab: Page) -> Page:
    """The tab, on the article."""
    tab.goto(served.address + ARTICLE)
    return tab


def mark_document(page: Page) -> None:
    """Leave a mark that a reload removes."""
    page.evaluate("window.marked = true")


def is_marked(page: Page) -> bool:
    return bool(page.evaluate("window.marked === true"))


def test_a_tab_elsewhere_is_led_to_the_page_that_changed(served: Served, tab: Page) -> None:
    tab.goto(f"{served.address}/services/")
    served.project.page("content/about.md", "Words about us.")

    tab.wait_for_url("**/about/")
    tab.get_by_text("Words about us.").wait_for()
    assert tab.evaluate("history.length") > 1


def test_a_section_leads_to_its_article_at_its_heading(served: Served, tab: Page) -> None:
    served.project.replace(SECTION, "A first visit weighs", "A first meeting weighs")

    tab.wait_for_url(f"**{ARTICLE}#{HEADING}")
    tab.get_by_text("A first meeting weighs").wait_for()
    assert tab.evaluate(IN_VIEW, HEADING)


def test_a_section_out_of_view_is_gone_to_on_the_open_article(served: Served, article: Page) -> None:
    served.project.replace(SECTION, "A first visit weighs", "A first meeting weighs")

    article.get_by_text("A first meeting weighs").wait_for()
    article.wait_for_function(IN_VIEW, arg=HEADING)


def test_a_section_in_view_stays_where_it_is(served: Served, article: Page) -> None:
    article.evaluate("id => scrollTo(0, document.getElementById(id).getBoundingClientRect().top + 250)", HEADING)
    before = article.evaluate("scrollY")
    served.project.replace(SECTION, "A first visit weighs", "A first meeting weighs")

    article.get_by_text("A first meeting weighs").wait_for()
    article.wait_for_function("before => scrollY === before", arg=before)
    assert not article.evaluate(IN_VIEW, HEADING)


def test_a_fact_leaves_the_tab_where_it_is(served: Served, article: Page) -> None:
    article.evaluate("scrollTo(0, 700)")
    mark_document(article)
    served.project.replace("data/people.toml", 'name = "', 'name = "Dr. Changed, formerly ')
    served.project.replace("theme/components/skip-link/skip-link.html", "Skip to the main text", "Hop to the words")

    article.get_by_role("link", name="Hop to the words").wait_for(state="attached")
    article.wait_for_function("scrollY === 700")
    assert article.url.endswith(ARTICLE)


def test_what_was_typed_is_there_when_the_page_comes_anew(served: Served, tab: Page) -> None:
    tab.goto(served.address + FORM)
    tab.get_by_label("Your name").fill("Ana")
    tab.get_by_label("You may contact me").check()
    mark_document(tab)
    served.project.replace("content/request-a-consultation.md", "Title: Request", "Title: Please request")

    tab.get_by_role("heading", name="Please request").wait_for()
    assert not is_marked(tab)
    expect(tab.get_by_label("Your name")).to_have_value("Ana")
    expect(tab.get_by_label("You may contact me")).to_be_checked()
    assert tab.evaluate("Object.keys(sessionStorage)") == ["preview tab"]


def test_what_was_typed_is_there_when_one_comes_back(served: Served, tab: Page) -> None:
    tab.goto(served.address + FORM)
    tab.get_by_label("Your name").fill("Ana")
    served.project.page("content/about.md", "Words about us.")
    tab.get_by_text("Words about us.").wait_for()

    tab.goto(served.address + FORM)

    expect(tab.get_by_label("Your name")).to_have_value("Ana")
    assert tab.evaluate("Object.keys(sessionStorage)") == ["preview tab"]


def test_a_tab_follows_its_page_to_another_address(served: Served, tab: Page) -> None:
    (served.project.path / "content/about.md").rename(served.project.path / "content/who-we-are.md")

    tab.wait_for_url("**/who-we-are/")
    tab.get_by_role("heading", name="About us").wait_for()


def test_a_page_that_is_not_concerned_is_left_alone(served: Served, tab: Page) -> None:
    served.project.page("content/second.md", "A second page.")
    tab.wait_for_url("**/second/")
    tab.goto(served.address + FORM)
    tab.get_by_label("Your name").fill("Typed words")
    other = tab.context.new_page()  # looked at last, so that this one is led to the change
    other.goto(f"{served.address}/services/")
    mark_document(tab)
    served.project.page("content/second.md", "Other words.")

    other.wait_for_url("**/second/")
    other.get_by_text("Other words.").wait_for()
    assert is_marked(tab)
    assert tab.url.endswith(FORM)
    expect(tab.get_by_label("Your name")).to_have_value("Typed words")


@pytest.mark.parametrize(
    ("sheet", "old", "new"),
    [
        ("css/tokens.css", "--paper: #fbf6ee", "--paper: rgb(1, 2, 3)"),
        (
            "components/consultation-form/consultation-form.css",
            "@layer components {",
            "@layer components { html { background: rgb(1, 2, 3) }",
        ),
    ],
)
def test_styles_are_changed_without_a_reload(served: Served, tab: Page, sheet: str, old: str, new: str) -> None:
    tab.goto(served.address + FORM)
    tab.get_by_label("Your name").fill("Typed words")
    tab.evaluate("scrollTo(0, 300)")
    mark_document(tab)
    css = (served.project.path / "theme" / sheet).read_text(encoding="utf-8")
    served.project.write(f"theme/{sheet}", css.replace(old, new, 1))

    tab.wait_for_function(f"{GROUND} === 'rgb(1, 2, 3)'")
    assert is_marked(tab)
    assert tab.evaluate("scrollY") == 300
    expect(tab.get_by_label("Your name")).to_have_value("Typed words")

    served.project.write(f"theme/{sheet}", css)
    tab.wait_for_function(f"{GROUND} !== 'rgb(1, 2, 3)'")
    assert is_marked(tab)


def test_a_tab_that_heard_nothing_is_brought_up_to_date_once_it_asks(served: Served, tab: Page) -> None:
    tab.wait_for_load_state("networkidle")  # it asks once when it opens
    tab.evaluate("LiveReload.connector.disconnect()")
    version = served.news()["version"]
    served.project.page("content/about.md", "Words nobody told of.")
    wait_until(lambda: served.news()["version"] > version, "it is built")
    assert not tab.get_by_text("Words nobody told of.").is_visible()

    tab.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    tab.get_by_text("Words nobody told of.").wait_for()
