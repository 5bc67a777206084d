"""Write the calendar of reviews as a file that calendar programs subscribe to (iCalendar, RFC 5545)."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

import vobject
from vobject.icalendar import utc

if TYPE_CHECKING:
    from plugins.models.clinic import Clinic
    from tools.reviews.calendar import Entry

DAY = datetime.timedelta(days=1)


def icalendar(entries: list[Entry], clinic: Clinic) -> str:
    """An event of one day for each review that has a day, with an alarm before it; the same text for the same facts."""
    calendar = vobject.iCalendar()
    calendar.add("prodid").value = f"-//{clinic.name}//Reviews//EN"
    calendar.add("x-wr-calname").value = f"{clinic.name}: reviews"
    for entry in entries:
        if entry.review.due:
            _event(calendar.add("vevent"), entry, entry.review.due, clinic)
    return str(calendar.serialize())


def _event(event: vobject.base.Component, entry: Entry, due: datetime.date, clinic: Clinic) -> None:
    review, name = entry.review, entry.source.name
    # The file's name makes the id, so that a program knows the event again whatever else has changed.
    event.add("uid").value = str(uuid5(NAMESPACE_URL, f"{clinic.url.rstrip('/')}/{name}"))
    last = max(day for day in (review.reviewed, review.changed) if isinstance(day, datetime.date))
    event.add("dtstamp").value = datetime.datetime.combine(last, datetime.time(), utc)
    event.add("dtstart").value = due
    event.add("dtend").value = due + DAY
    event.add("summary").value = f"Review due: {entry.title}"
    reviewer = review.reviewer.named if review.reviewer else ""
    event.add("description").value = f"{name}\nLast reviewed on {review.reviewed} by {reviewer}"
    event.add("transp").value = "TRANSPARENT"  # the day is not taken up by it
    alarm = event.add("valarm")
    alarm.add("action").value = "DISPLAY"
    alarm.add("description").value = f"Review due on {due}: {entry.title}"
    alarm.add("trigger").value = -clinic.reviews.notice_days * DAY
