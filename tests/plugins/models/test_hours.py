"""Opening hours of every kind are read, ordered and told, and impossible ones refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from plugins.models.hours import hours_in_words, spans
from plugins.models.location import Location
from plugins.models.timetable import timetable
from tests.plugins.complaints import complaints, place
from tests.plugins.known import PLACE, WEEK

if TYPE_CHECKING:
    from tests.conftest import Project

THANKSGIVING = {"date": "2026-11-26", "name": "Thanksgiving Day", "hours": "closed"}
NEW_YEAR = {"date": "2027-01-01", "name": "New Year's Day", "hours": "10:00-12:30"}


def location(**facts: Any) -> Location:
    return Location.model_validate(PLACE | facts)


@pytest.mark.parametrize(
    ("hours", "minutes", "words"),
    [
        ("closed", [], "Closed"),
        ("09:00-17:00", [(540, 1020)], "9 am to 5 pm"),
        ("09:00-12:00, 13:00-17:15", [(540, 720), (780, 1035)], "9 am to 12 pm, 1 pm to 5:15 pm"),
        ("22:00-02:00", [(1320, 1560)], "10 pm to 2 am"),
        ("00:00-00:00", [(0, 1440)], "Open all day"),
    ],
    ids=["closed", "one stretch", "a pause", "past midnight", "all day"],
)
def test_hours_are_minutes_for_a_script_and_words_for_people(
    hours: str, minutes: list[tuple[int, int]], words: str
) -> None:
    assert (spans(hours), hours_in_words(hours)) == (minutes, words)


@pytest.mark.parametrize(
    "hours",
    ["13:00-17:00, 09:00-12:00", "09:00-13:00, 12:00-17:00", "22:00-02:00, 09:00-12:00", "09:00-17:00, 18:00-10:00"],
    ids=["out of order", "overlapping", "the night first", "into itself"],
)
def test_hours_that_contradict_themselves_are_refused(hours: str) -> None:
    with pytest.raises(ValueError, match="monday"):
        location(hours=WEEK | {"monday": hours})


def test_special_days_are_in_order_with_their_weekday() -> None:
    days = location(special_hours=[NEW_YEAR, THANKSGIVING]).special_hours
    assert [(day.name, day.weekday, day.date.isoformat(), day.in_words) for day in days] == [
        ("Thanksgiving Day", "Thursday", "2026-11-26", "Closed"),
        ("New Year's Day", "Friday", "2027-01-01", "10 am to 12:30 pm"),
    ]


def test_a_script_is_told_the_week_from_sunday_and_the_special_days() -> None:
    assert json.loads(location(special_hours=[NEW_YEAR, THANKSGIVING]).timetable) == {
        "zone": "America/New_York",
        "week": [[], [[540, 1020]], [], [], [], [], []],
        "days": {"2026-11-26": [], "2027-01-01": [[600, 750]]},
    }


@pytest.mark.parametrize(
    "facts",
    [
        {"hours": WEEK | {"sunday": "To be confirmed: hours"}},
        {"special_hours": [THANKSGIVING | {"hours": "To be confirmed: hours"}]},
    ],
    ids=["a day of the week", "a special day"],
)
def test_a_script_is_told_nothing_while_some_hours_are_not_known(facts: dict[str, Any]) -> None:
    place = location(**facts)
    assert timetable(place.time_zone, place.hours, place.special_hours) == ""


def test_an_editor_reads_what_is_wrong_with_the_days(project: Project) -> None:
    facts = "data/clinic.toml"
    project.replace(facts, '"America/New_York"', '"America/Alexandria"')
    day = '[[locations.special_hours]]\ndate = 2026-11-26\nname = "{}"\nhours = "{}"\n\n'
    days = day.format("Thanksgiving Day", "closed") + day.format("The same day", "closed") + day.format("", "9 to 5")
    project.replace(facts, "[helplines.988]", days + "[helplines.988]")
    hours = 'write "09:00-17:00", "09:00-12:00, 13:00-17:00" or "closed"'
    assert complaints(project) == [
        f"{place(project, facts, 'time_zone =')}: \"time_zone\" is 'America/Alexandria'; "
        'write a time zone of the United States as the tz database names it: "America/New_York"',
        f'{place(project, facts, "name = " + chr(34) * 2)}: "name" is empty; '
        'write what the day is called, such as "Thanksgiving Day"',
        f"{place(project, facts, 'hours = ' + chr(34) + '9 to')}: \"hours\" is '9 to 5'; {hours}",
    ]


def test_a_date_stands_once(project: Project) -> None:
    facts = "data/clinic.toml"
    day = '[[locations.special_hours]]\nname = "{}"\ndate = 2026-11-26{}\nhours = "closed"\n\n'
    project.replace(facts, "[helplines.988]", day.format("One", "") + day.format("Two", " ") + "[helplines.988]")
    assert complaints(project) == [
        f'{place(project, facts, "date = 2026-11-26 ")}: "date" is 2026-11-26; '
        "write a date that stands here once, such as 2026-11-26"
    ]
