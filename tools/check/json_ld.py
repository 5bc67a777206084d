"""Read what a built site tells machines (JSON-LD), and hold it against data/clinic.toml."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from plugins.models.graph.opening import SHUT, intervals
from plugins.models.hours import DAYS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.faults import Fault
    from plugins.models.location import Location
    from tools.check.site import Built, Site

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
Opening = tuple[str, str, str]  # a day of the week or a date, and when one interval of it begins and ends


def told_by(page: Built) -> Iterator[dict[str, Any]]:
    """Every object of a page's JSON-LD, however deep."""
    for script in page.document.query(QUERY):
        yield from _objects(json.loads(script.to_text()))


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        yield data
    for value in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _objects(value)


def json_ld_agrees(site: Site) -> Iterator[Fault]:
    """Telephone, address and opening hours in JSON-LD are those of a location."""
    locations = site.clinic.locations
    telephones = {location.telephone.href.removeprefix("tel:") for location in locations}
    hours = [_openings(location) for location in locations]
    for page in site.pages:
        for node in told_by(page):
            if "telephone" in node and node["telephone"] not in telephones:
                what = f'JSON-LD says telephone "{node["telephone"]}", which is no fact'
                yield page.fault(what, TODO, f'"{node["telephone"]}"')
            for part in PARTS:
                if part in node and node[part] not in {getattr(place.address, PARTS[part]) for place in locations}:
                    yield page.fault(f'JSON-LD says {part} "{node[part]}", which is no fact', TODO, f'"{node[part]}"')
            name = "openingHoursSpecification"
            if name in node and _specified(node[name]) not in hours:
                yield page.fault(f"JSON-LD says {name} that are those of no location", TODO, f'"{name}"')


def _openings(location: Location) -> set[Opening]:
    week = {(day, *span) for day, hours in zip(DAYS, location.hours.week, strict=True) for span in intervals(hours)}
    special = {
        (f"{day.date}", *span) for day in location.special_hours for span in intervals(day.hours) or [SHUT]
    }  # a placeholder among them is told by nothing that can be read
    return week | special


def _specified(value: list[dict[str, Any]]) -> set[Opening]:
    return {
        (day.lower(), entry["opens"], entry["closes"])
        for entry in value
        for day in entry.get("dayOfWeek", [entry.get("validFrom", "")])
    }
