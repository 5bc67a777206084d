"""Write opening hours down for the script that tells whether the clinic is open."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from markupsafe import Markup

from plugins.models.hours import spans
from plugins.models.placeholder import is_placeholder

if TYPE_CHECKING:
    from plugins.models.hours import Hours
    from plugins.models.special_hours import SpecialHours


def timetable(zone: str, hours: Hours, special: list[SpecialHours]) -> Markup:
    """JSON for an attribute in single quotes, "" while some hours are not known.

    ``zone`` as the tz database names it; ``week``, Sunday first as in JavaScript, and ``days``, by date: for each the
    minutes after midnight at which it opens and closes, see ``spans``.
    """
    if any(map(is_placeholder, (*hours.week, *(day.hours for day in special)))):
        return Markup()
    *rest, sunday = hours.week
    data = {
        "zone": zone,
        "week": [spans(day) for day in (sunday, *rest)],
        "days": {day.date.isoformat(): spans(day.hours) for day in special},
    }
    # Figures, dates and a zone that the tz database knows: nothing in it needs escaping.
    return Markup(json.dumps(data, separators=(",", ":")))  # noqa: S704
