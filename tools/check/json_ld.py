"""Hold what a built site tells machines of the clinic (JSON-LD) against data/clinic.toml."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from plugins.models.hours import CLOSED, DAYS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.faults import Fault
    from plugins.models.location import Location
    from tools.check.site import Site

QUERY = 'script[type="application/ld+json"]'
TODO = "take it from the object clinic"
# What schema.org calls the parts of a postal address.
PARTS = {
    "streetAddress": "street",
    "addressLocality": "town",
    "addressRegion": "state",
    "postalCode": "postal_code",
    "addressCountry": "country",
}
INTERVAL = re.compile(r"\d\d:\d\d-\d\d:\d\d")
Opening = tuple[str, str]  # a day of the week and one interval of it, "09:00-17:00"


def json_ld_agrees(site: Site) -> Iterator[Fault]:
    """Telephone, address and opening hours in JSON-LD are those of a location."""
    locations = site.clinic.locations
    telephones = {location.telephone.href.removeprefix("tel:") for location in locations}
    hours = [_openings(location) for location in locations]
    for page in site.pages:
        for script in page.document.query(QUERY):
            for node in _nodes(json.loads(script.to_text())):
                if "telephone" in node and node["telephone"] not in telephones:
                    what = f'JSON-LD says telephone "{node["telephone"]}", which is no fact'
                    yield page.fault(what, TODO, str(node["telephone"]))
                for part in PARTS:
                    if part in node and node[part] not in {getattr(place.address, PARTS[part]) for place in locations}:
                        yield page.fault(f'JSON-LD says {part} "{node[part]}", which is no fact', TODO, str(node[part]))
                for name, read in (("openingHours", _short), ("openingHoursSpecification", _specified)):
                    if name in node and read(node[name]) not in hours:
                        yield page.fault(f"JSON-LD says {name} that are those of no location", TODO, f'"{name}"')


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """Every object in ``data``, however deep."""
    if isinstance(data, dict):
        yield data
    for value in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _nodes(value)


def _openings(location: Location) -> set[Opening]:
    week = zip(DAYS, location.hours.week, strict=True)
    return {(day, interval) for day, hours in week if hours != CLOSED for interval in INTERVAL.findall(hours)}


def _short(value: str | list[str]) -> set[Opening]:
    """``"Mo-Fr 09:00-17:00"`` (schema.org/openingHours), one or a list of them."""
    found: set[Opening] = set()
    for text in [value] if isinstance(value, str) else value:
        days, _, interval = text.partition(" ")
        for part in days.split(","):
            ends = [
                next(place for place, day in enumerate(DAYS) if day.startswith(end.lower())) for end in part.split("-")
            ]
            found |= {(day, interval) for day in DAYS[ends[0] : ends[-1] + 1]}
    return found


def _specified(value: dict[str, Any] | list[dict[str, Any]]) -> set[Opening]:
    """A list of OpeningHoursSpecification; those of special days (``validFrom``) are left out."""
    found: set[Opening] = set()
    for entry in [value] if isinstance(value, dict) else value:
        days = entry.get("dayOfWeek", [])
        if "validFrom" not in entry:
            for day in [days] if isinstance(days, str) else days:
                found.add((day.rpartition("/")[2].lower(), f"{entry['opens'][:5]}-{entry['closes'][:5]}"))
    return found
