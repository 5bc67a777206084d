"""The site says whether the clinic is open now, by the clinic's clock wherever and whenever it is read."""

from __future__ import annotations

import re
from contextlib import ExitStack
from shutil import copytree
from typing import TYPE_CHECKING, NamedTuple

import brotli
import pytest
from playwright.sync_api import expect

from plugins.faults import ROOT
from plugins.models.hours import DAYS
from plugins.scripts import gather
from tests.conftest import Project, write_files
from tests.plugins.complaints import built
from tests.site.access import reflow
from tests.site.confirmed import HOURS, SPECIAL, confirm
from tests.site.pages import PHONE, SMALL, listed, opened, serving
from tests.site.speed import kept_out_of_history, load, over_budget
from tools.build import read_clinic
from tools.compressed import serving as serving_compressed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

SHUT = dict.fromkeys(DAYS, "closed")
WEEKS = {
    "usual": (HOURS, SPECIAL),
    "always": (dict.fromkeys(DAYS, "00:00-00:00"), ""),
    "saturday night": (SHUT | {"saturday": "22:00-03:00"}, ""),
    "holidays only": (SHUT, SPECIAL),
}
ALEXANDRIA = "America/New_York"


class Case(NamedTuple):
    """An instant in UTC, what the page says then, and what the phone's bar says."""

    now: str
    page: str
    bar: str
    week: str = "usual"
    visitor: str = ALEXANDRIA


CASES = {
    "in the morning": Case("2026-11-23T14:30Z", "Open now, until 12 pm", "Open until 12 pm"),
    "the minute before opening": Case("2026-11-23T13:59Z", "Closed now, opens today at 9 am", "Opens today 9 am"),
    "the minute of opening": Case("2026-11-23T14:00Z", "Open now, until 12 pm", "Open until 12 pm"),
    "the minute of closing": Case("2026-11-23T17:00Z", "Closed now, opens today at 1 pm", "Opens today 1 pm"),
    "at noon": Case("2026-11-23T17:30Z", "Closed now, opens today at 1 pm", "Opens today 1 pm"),
    "in the evening": Case("2026-11-23T23:00Z", "Closed now, opens tomorrow at 9 am", "Opens tomorrow 9 am"),
    "at half an hour": Case("2026-11-25T22:15Z", "Open now, until 5:30 pm", "Open until 5:30 pm"),
    "before a holiday": Case("2026-11-25T23:00Z", "Closed now, opens Friday at 10 pm", "Opens Friday 10 pm"),
    "on a holiday": Case("2026-11-26T15:00Z", "Closed now, opens tomorrow at 10 pm", "Opens tomorrow 10 pm"),
    "before midnight": Case("2026-11-28T04:30Z", "Open now, until 2 am", "Open until 2 am"),
    "after midnight": Case("2026-11-28T06:59Z", "Open now, until 2 am", "Open until 2 am"),
    "at night": Case("2026-11-28T07:00Z", "Closed now, opens Monday at 9 am", "Opens Monday 9 am"),
    "a minute before Monday": Case("2026-11-30T04:59Z", "Closed now, opens tomorrow at 9 am", "Opens tomorrow 9 am"),
    "shorter on Christmas Eve": Case("2026-12-24T16:59Z", "Open now, until 12 pm", "Open until 12 pm"),
    "over Christmas": Case("2026-12-24T17:00Z", "Closed now, opens Monday at 9 am", "Opens Monday 9 am"),
    "the same time in winter": Case("2027-03-08T13:30Z", "Closed now, opens today at 9 am", "Opens today 9 am"),
    "and in summer": Case("2027-03-15T13:30Z", "Open now, until 12 pm", "Open until 12 pm"),
    "the hour that comes twice": Case("2026-11-01T05:30Z", "Open now, until 3 am", "Open until 3 am", "saturday night"),
    "and comes again": Case("2026-11-01T06:30Z", "Open now, until 3 am", "Open until 3 am", "saturday night"),
    "and is over": Case(
        "2026-11-01T08:00Z", "Closed now, opens Saturday at 10 pm", "Opens Saturday 10 pm", "saturday night"
    ),
    "before the hour that is left out": Case(
        "2027-03-14T06:59Z", "Open now, until 3 am", "Open until 3 am", "saturday night"
    ),
    "after it": Case(
        "2027-03-14T07:00Z", "Closed now, opens Saturday at 10 pm", "Opens Saturday 10 pm", "saturday night"
    ),
    "open at all times": Case("2026-11-23T14:30Z", "Open now", "Open now", "always"),
    "a day far off": Case(
        "2026-12-01T15:00Z", "Closed now, opens 24 December at 9 am", "Opens 24 December 9 am", "holidays only"
    ),
    "a day of a week off": Case(
        "2026-12-17T15:00Z", "Closed now, opens 24 December at 9 am", "Opens 24 December 9 am", "holidays only"
    ),
    "no open day": Case("2027-01-01T15:00Z", "Closed now", "Closed now", "holidays only"),
    "from Tokyo, where it is Tuesday": Case(
        "2026-11-23T17:30Z", "Closed now, opens today at 1 pm Eastern Time", "Opens today 1 pm", visitor="Asia/Tokyo"
    ),
    "from Los Angeles": Case(
        "2026-11-23T14:30Z", "Open now, until 12 pm Eastern Time", "Open until 12 pm", visitor="America/Los_Angeles"
    ),
    "from Kiritimati": Case(
        "2026-11-25T22:15Z", "Open now, until 5:30 pm Eastern Time", "Open until 5:30 pm", visitor="Pacific/Kiritimati"
    ),
    "from Detroit, by the same clock": Case(
        "2026-11-23T14:30Z", "Open now, until 12 pm", "Open until 12 pm", visitor="America/Detroit"
    ),
}


@pytest.fixture(scope="module")
def weeks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """By the name of its week: a production build with real-looking facts; of the others its location page and scripts.

    A page tells its week to the script in one attribute, which is all that the others change.
    """
    folder = tmp_path_factory.mktemp("weeks")
    projects = {name: confirm(Project(folder / name), *week) for name, week in WEEKS.items()}
    usual = built(projects["usual"], "--production").output
    page = (usual / "location/index.html").read_text(encoding="utf-8")
    told = {name: f"data-open-now='{read_clinic(one.path).primary.timetable}'" for name, one in projects.items()}
    assert page.count(told["usual"]) == 2, "the page's own line, and the bar's"
    for name in WEEKS.keys() - {"usual"}:
        write_files(projects[name].output, {"location/index.html": page.replace(told["usual"], told[name])})
        copytree(usual / "scripts", projects[name].output / "scripts")
    return {name: project.output for name, project in projects.items()}


@pytest.fixture(scope="module")
def served(weeks: dict[str, Path]) -> Iterator[dict[str, str]]:
    """Where each of them is served."""
    with ExitStack() as stack:
        yield {name: stack.enter_context(serving(folder)) for name, folder in weeks.items()}


def told(page: Page) -> list[str]:
    """What the lines say, in their order: the page's own, and the bar's last."""
    return [line.text_content() or "" for line in page.locator(".open-now").all()]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_state_is_that_of_the_clinic(chromium: Browser, served: dict[str, str], case: Case) -> None:
    with opened(chromium, timezone_id=case.visitor) as page:
        page.clock.set_fixed_time(case.now)
        page.goto(f"{served[case.week]}/location/")

        assert told(page) == [case.page, case.bar]
        assert page.locator(".open-now").first.get_attribute("data-state") == case.page.split()[0].lower()


@pytest.mark.parametrize("path", ["/", "/about/", "/location/"])
def test_without_script_the_hours_and_the_number_are_there(
    chromium: Browser, served: dict[str, str], path: str
) -> None:
    with opened(chromium, java_script_enabled=False, viewport=PHONE) as page:
        page.goto(served["usual"] + path)

        assert told(page) == ["Times are Eastern Time.", "(703) 555-1234"]
        assert page.locator(".opening-hours").get_by_text("9 am to 5:30 pm").count() == 1
        expect(page.locator(".call-bar").get_by_role("link", name="Call now (703) 555-1234")).to_be_visible()


def test_the_line_keeps_time(chromium: Browser, served: dict[str, str]) -> None:
    with opened(chromium, timezone_id=ALEXANDRIA) as page:
        page.clock.install(time="2026-11-23T13:58:40Z")
        page.goto(f"{served['usual']}/location/")
        assert told(page)[0] == "Closed now, opens today at 9 am"
        page.clock.run_for("01:30")
        assert told(page) == ["Open now, until 12 pm", "Open until 12 pm"]
        page.clock.fast_forward("03:00:00")
        assert told(page)[0] == "Closed now, opens today at 1 pm"


def test_the_back_button_finds_the_page_as_it_was_and_tells_the_time_anew(
    remembering: Browser, served: dict[str, str]
) -> None:
    here, elsewhere = f"{served['usual']}/location/", f"{served['usual']}/about/"
    found = kept_out_of_history(remembering.new_page(), here, elsewhere)
    page = remembering.new_page()
    page.goto(here)
    page.locator(".open-now").first.evaluate("line => { line.textContent = 'Long ago'; window.kept = true }")
    page.goto(elsewhere)
    page.evaluate("history.back()")
    expect(page.locator(".open-now").first).to_have_text(re.compile("^(Open|Closed) now"))
    kept = page.evaluate("window.kept")

    assert not found, listed(found)
    assert kept


def test_nothing_shifts_and_the_budgets_are_kept(chromium: Browser, weeks: dict[str, Path]) -> None:
    found = []
    with serving_compressed(weeks["usual"]) as address:
        for path in ("/", "/about/", "/location/", "/articles/are-you-a-candidate-for-ketamine-therapy/"):
            for window in (PHONE, {"width": 1280, "height": 900}):
                found += over_budget(load(chromium, address + path, window))

    assert not found, listed(found)


@pytest.mark.parametrize("now", ["2026-11-25T23:00Z", "2026-11-26T15:00Z", "2026-11-25T22:15Z"])
def test_the_bar_fits_the_smallest_phone_and_covers_no_words(
    chromium: Browser, served: dict[str, str], now: str
) -> None:
    with opened(chromium, viewport=SMALL, timezone_id=ALEXANDRIA) as page:
        page.clock.set_fixed_time(now)
        page.goto(f"{served['usual']}/location/")
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        bar, last = page.locator(".call-bar").bounding_box(), page.locator("footer p:visible").last.bounding_box()

        assert bar
        assert last
        assert last["y"] + last["height"] <= bar["y"]
        assert (
            page.locator(".call-bar > *").evaluate_all("all => all.filter(one => one.scrollWidth > one.clientWidth)")
            == []
        )
        assert reflow(page) == []


def test_the_script_is_small() -> None:
    (code,) = [script.code for script in gather(ROOT / "theme") if script.component == "open-now"]
    assert len(brotli.compress(code.encode(), quality=11)) < 1000


def test_nothing_is_told_while_hours_are_not_known(chromium: Browser, address: str) -> None:
    with opened(chromium) as page:
        page.goto(f"{address}/location/")
        assert page.locator("[data-open-now]").count() == 0
        assert [line for line in told(page) if "pen" in line] == []


def test_a_printed_page_does_not_say_what_was_so_when_it_was_printed(chromium: Browser, served: dict[str, str]) -> None:
    with opened(chromium) as page:
        page.goto(f"{served['usual']}/location/")
        page.emulate_media(media="print")

        assert page.locator(".open-now:visible").count() == 0
        assert page.locator(".opening-hours").get_by_text("9 am to 5:30 pm").is_visible()
