"""A clinic that has said when it is open and where it is, put into a copy of the project."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.conftest import Project

FACTS = "data/clinic.toml"
TELEPHONE = "703-555-1234"
HOURS = {
    "monday": "09:00-12:00, 13:00-17:00",
    "tuesday": "09:00-17:00",
    "wednesday": "09:00-17:30",
    "thursday": "09:00-17:00",
    "friday": "22:00-02:00",
    "saturday": "closed",
    "sunday": "closed",
}
SPECIAL = """
[[locations.special_hours]]
date = 2026-12-24
name = "Christmas Eve"
hours = "09:00-12:00"

[[locations.special_hours]]
date = 2026-11-26
name = "Thanksgiving Day"
hours = "closed"

[[locations.special_hours]]
date = 2026-12-25
name = "Christmas Day"
hours = "closed"
"""
LANDMARKS = """
[[locations.landmarks]]
name = "King Street station"
latitude = 38.8065
longitude = -77.0610

[[locations.landmarks]]
name = "The town hall"
latitude = 38.8047
longitude = -77.0435

[[locations.landmarks]]
name = "The garage"
latitude = 38.8009
longitude = -77.0480
"""


def confirm(project: Project, hours: dict[str, str] = HOURS, more: str = SPECIAL + LANDMARKS) -> Project:
    """Write facts in place of placeholders: telephone, street, ZIP code, hours, coordinates; return the project."""
    facts = (project.path / FACTS).read_text(encoding="utf-8")
    facts = facts.replace("703-555-0100", TELEPHONE).replace("To be confirmed: street", "12 King Street")
    facts = facts.replace("To be confirmed: ZIP code", "22314")
    for day, times in hours.items():
        facts = re.sub(rf'(?m)^{day} = ".*"', f'{day} = "{times}"', facts)
    point = "coordinates = { latitude = 38.8048, longitude = -77.0469 }"
    facts = re.sub(r"(?m)^time_zone = .*", rf"\g<0>\n{point}", facts, count=1)
    project.write(FACTS, facts.replace("\n[helplines.988]", f"{more}\n[helplines.988]", 1))
    return project
