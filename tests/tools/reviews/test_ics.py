"""Another program reads the calendar of reviews as it was meant."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from icalendar import Calendar

from tests.plugins.known import clinic
from tests.tools.reviews.conftest import DAY
from tools.reviews.calendar import calendar
from tools.reviews.ics import icalendar

if TYPE_CHECKING:
    from pathlib import Path


def written(root: Path, day: datetime.date = DAY) -> str:
    return icalendar(calendar(root, day, set()), clinic())


def events_of(text: str) -> list[Any]:
    return Calendar.from_ical(text).walk("VEVENT")


def test_each_review_with_a_day_is_an_event_of_that_day_with_an_alarm(root: Path) -> None:
    text = written(root)
    events = events_of(text)
    assert [(event.start, event.end, str(event["summary"])) for event in events] == [
        (datetime.date(2026, 11, 22), datetime.date(2026, 11, 23), "Review due: On services/late.md"),
        (datetime.date(2026, 11, 23), datetime.date(2026, 11, 24), "Review due: On soon.md"),
        (datetime.date(2026, 12, 23), datetime.date(2026, 12, 24), "Review due: On sooner.md"),
        (datetime.date(2026, 12, 24), datetime.date(2026, 12, 25), "Review due: On later.md"),
    ]
    first = events[0]
    assert first["dtstart"].params["value"] == "DATE"
    assert first["dtstamp"].dt == datetime.datetime(2026, 1, 5, tzinfo=datetime.UTC)
    assert str(first["description"]).endswith("Last reviewed on 2025-11-22 by To be named: clinical reviewer")
    (alarm,) = first.walk("VALARM")
    assert (str(alarm["action"]), alarm["trigger"].dt) == ("DISPLAY", datetime.timedelta(days=-30))
    assert text.endswith("END:VCALENDAR\r\n")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


def test_an_event_keeps_its_id_whatever_else_changes(root: Path) -> None:
    before = {str(event["uid"]) for event in events_of(written(root))}
    page = root / "content/later.md"
    page.write_text(page.read_text(encoding="utf-8").replace("Title: On", "Title: All about"), encoding="utf-8")
    after = written(root, DAY + datetime.timedelta(days=90))
    assert {str(event["uid"]) for event in events_of(after)} == before
    assert len(before) == 4
    assert after == written(root), "the day on which it is written does not show"
