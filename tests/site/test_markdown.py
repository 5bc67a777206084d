"""A page with everything that Markdown can show is reached, read and printed like any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import Project
from tests.plugins.test_blocks import ALL
from tests.plugins.test_tables import WIDE
from tests.site.access import reflow, small_targets, structure
from tests.site.pages import DESKTOP, SMALL, listed, opened, serving
from tests.site.test_axe import WINDOWS, looked_at
from tests.site.test_print import handout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

EVERYTHING = f"""For depression, says the FDA, ketamine is off-label. It has risks; there are other treatments.[^one]

*[FDA]: US Food and Drug Administration

{ALL}

Term
:   Its meaning.

## Tables

{WIDE.replace("| a |", "| treatment-resistant depression |").replace("| d |", "| electroconvulsive therapy |")}

!!! note "The other way"
    Still a callout.

Small words.
{{: .small }}

![Curves that fall](/images/how-long-relief-lasts.svg "How long relief lasts [@shiroma2020].")

[^one]: In a note [@fda2023].
"""
SCROLLED = """(element) => new Promise((done) => {
  element.addEventListener("scroll", () => done(true));
  if (element.scrollLeft > 0) done(true);
})"""


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the page is served."""
    project = Project(tmp_path_factory.mktemp("everything") / "project")
    project.page(body=EVERYTHING)
    outcome = project.build("--production")
    assert outcome.code == 0, outcome.text
    with serving(project.output) as address:
        yield f"{address}/new/"


def test_what_markdown_knows_is_markup(chromium: Browser, everything: str) -> None:
    with opened(chromium) as page:
        page.goto(everything)
        for selector in (
            "abbr[title]",
            "sup .footnote-ref",
            ".footnote li",
            "dl dd",
            ".admonition.note",
            "p.small",
            "figure figcaption",
            ".wide-table th",
            ".fees th",
        ):
            assert page.locator(f"main {selector}").count(), selector


@pytest.mark.parametrize("window", WINDOWS)
def test_axe_finds_nothing(chromium: Browser, everything: str, window: str) -> None:
    with opened(chromium) as page:
        page.goto(everything)
        found = looked_at(page, window, {})
    assert not found, listed(found)


def test_it_reflows_and_its_targets_are_large_enough(chromium: Browser, everything: str) -> None:
    with opened(chromium, viewport=SMALL) as page:
        page.goto(everything)
        found = reflow(page) + small_targets(page) + structure(page)
    assert not found, listed(found)


def test_a_wide_table_is_scrolled_with_the_keyboard(chromium: Browser, everything: str) -> None:
    with opened(chromium, viewport=SMALL) as page:
        page.goto(everything)
        table = page.locator(".wide-table")
        assert table.evaluate("(element) => element.scrollWidth > element.clientWidth")
        table.focus()
        page.keyboard.press("ArrowRight")
        assert table.evaluate(SCROLLED)


def test_it_prints(chromium: Browser, everything: str) -> None:
    with opened(chromium, viewport=DESKTOP, color_scheme="dark") as page:
        page.goto(everything)
        found = handout(page)
    assert not found, listed(found)
