"""No slip in a text, template, plugin or setting ends the preview or takes the last good site away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.conftest import Project
from tests.tools.serving import Served, serving, wait_until

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

ABOUT = "content/about.md"
NOT_PYTHON = "this cannot be read as Python: "
SLIPS = {
    "template": ("theme/templates/page.html", "{% block main %}", "{% block main %}{{ nothing.at_all }}"),
    "template that cannot be read": ("theme/templates/page.html", "{% block main %}", "{% blck main %}"),
    "plugin": ("plugins/related.py", "def register() -> None:", "def register() -> None"),
    "plugin that fails": ("plugins/whitespace.py", "import re\n", "import re\n\nraise ValueError(7)\n"),
    "setting": ("pelicanconf.py", "NOINDEX = True", "NOINDEX = Treu"),
    "data": ("data/clinic.toml", 'name = "', "name = "),
}


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_is_told_with_its_line_and_mended_the_site_goes_on(
    served: Served, tab: Page, slip: tuple[str, str, str]
) -> None:
    name, good, bad = slip
    text = (served.project.path / name).read_text(encoding="utf-8")
    line = text[: text.index(good)].count("\n") + 1 + (bad.count("\n") - 1 if "raise" in bad else 0)
    served.project.replace(name, good, bad)
    tab.get_by_role("alertdialog").wait_for()

    places = [told.partition(": ")[0].rpartition(":")[0] for told in served.faults()]
    assert f"{name}:{line}" in places
    assert tab.get_by_role("alertdialog").locator(".place").first.inner_text().startswith(f"{name}:{line}:")
    assert served.printed("Traceback") == 0
    assert served.get("/about/").status == 200
    assert "Our people" in served.get("/about/").html

    served.project.write(name, text)
    tab.get_by_role("alertdialog").wait_for(state="detached")
    assert tab.get_by_role("heading", name="Our people").is_visible()


def test_a_broken_save_keeps_the_last_good_page_and_mending_it_works(served: Served, tab: Page) -> None:
    served.project.page(ABOUT, "A good word.")
    tab.get_by_text("A good word.").wait_for()
    before = served.printed("not built")

    served.project.page(ABOUT, "A broken word [here]({filename}/nowhere.md).")
    wait_until(lambda: served.printed("not built") > before, "the refusal is told")

    assert served.printed(f'{ABOUT}:5:22: the link "{{filename}}/nowhere.md" leads to no file') == 1
    assert served.shows("/about/", "A good word.")
    assert tab.get_by_text("A good word.").is_visible()

    served.project.page(ABOUT, "A mended word.")
    tab.get_by_text("A mended word.").wait_for()


def test_where_the_first_build_is_broken_the_server_waits_for_it_to_be_mended(
    tmp_path: Path, chromium: Browser
) -> None:
    project = Project(tmp_path / "project")
    good = (project.path / ABOUT).read_text(encoding="utf-8")
    project.page(ABOUT, "[here]({filename}/nowhere.md)")
    with serving(project, "serve") as served:
        assert served.get("/about/").status == 503
        assert served.printed(f"{ABOUT}:5:8: ") == 1
        page = chromium.new_page()
        page.goto(f"{served.address}/about/")
        page.get_by_role("alertdialog").get_by_text("leads to no file").wait_for()
        assert page.get_by_role("heading", name="There is no good site yet").is_visible()

        project.write(ABOUT, good)
        page.get_by_role("heading", name="Our people").wait_for()
        assert page.get_by_role("alertdialog").count() == 0
        wait_until(partial(served.shows, "/services/", "Our services"), "the whole site is there")
        page.close()
