"""Hold what a built site says of the clinic against data/clinic.toml, wherever it says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import vobject
from phonenumbers import Leniency, PhoneNumberMatcher

from plugins.dates import day
from plugins.faults import Source
from plugins.models.placeholder import is_placeholder
from plugins.models.telephone import REGION
from tools.check.json_ld import json_ld_agrees
from tools.check.json_ld_graph import graph_is_whole, graph_tells_of_the_page
from tools.check.json_ld_read import json_ld_is_read, json_ld_lists_agree
from tools.check.site import attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from justhtml import Node

    from plugins.faults import Fault
    from plugins.models.location import Location
    from tools.check.site import Site

SHOW = "let the template print it from the object clinic"
BUILD = "build the site again"
PRIVACY = "/privacy/"


def text_of(element: Node) -> str:
    """What a person reads in an element, on one line."""
    return " ".join(element.to_text().split())


def telephones_agree(site: Site) -> Iterator[Fault]:
    """Every number that can be called or read is one of the facts, written as they write it."""
    known = [location.telephone for location in site.clinic.locations]
    known += [line.telephone for line in site.clinic.helplines.values() if line.telephone]
    hrefs, displays = {number.href for number in known}, {number.display for number in known}
    for page in site.pages:
        for link in page.document.query('a[href^="tel:"]'):
            href = attribute(link, "href")
            if href not in hrefs:
                yield page.fault(f'the link "{href}" calls a number that is no fact', SHOW, f'"{href}"')
        for found in PhoneNumberMatcher(page.words, REGION, leniency=Leniency.VALID):
            if found.raw_string not in displays:
                what = f'the number "{found.raw_string}" is no fact, or not written as one'
                yield page.fault(what, SHOW, found.raw_string)


def addresses_agree(site: Site) -> Iterator[Fault]:
    """Every address is that of a location, with its telephone."""
    known = []
    for location in site.clinic.locations:
        address = location.address
        town = f"{address.town}, {address.state} {address.postal_code}"
        known.append(f"{address.street} {town} {location.telephone.display}")
    for page in site.pages:
        for number, element in enumerate(page.document.query("address")):
            text = text_of(element)
            if not text.startswith(tuple(known)):
                at = page.source.find("<address", number)
                yield page.source.fault(f'the address "{text}" is that of no location', SHOW, at)


def hours_agree(site: Site) -> Iterator[Fault]:
    """Every table of hours, and what the script is told, are those of a location."""
    known = [_rows(location) for location in site.clinic.locations]
    timetables = {str(location.timetable) for location in site.clinic.locations}
    for page in site.pages:
        for table in page.document.query(".opening-hours"):
            rows = [(text_of(row.query("dt")[0]), text_of(row.query("dd")[0])) for row in table.query("dl > div")]
            if rows not in known:
                row = next((row for row in rows if not any(row in each for each in known)), ("the table", "incomplete"))
                yield page.fault(f'the hours "{": ".join(row)}" are those of no location', SHOW, row[0])
        for line in page.document.query("[data-open-now]"):
            if attribute(line, "data-open-now") not in timetables:
                yield page.fault("the script is told hours that are those of no location", SHOW, "data-open-now")


def _rows(location: Location) -> list[tuple[str, str]]:
    special = [
        (f"{special.name} {special.weekday}, {day(special.date).striptags()}", special.in_words)
        for special in location.special_hours
    ]
    return [(row.days, row.hours) for row in location.hours_rows] + special


def contact_cards_agree(site: Site) -> Iterator[Fault]:
    """Every location that can be called has a contact card, which says what the facts say."""
    cards = {location.card: location for location in site.clinic.locations if location.card}
    for path in sorted(site.folder.rglob("*.vcf")):
        if path.relative_to(site.folder).as_posix() not in cards:
            yield Source(path, "").fault("this contact card is that of no location", BUILD)
    for name, location in cards.items():
        if not (site.folder / name).is_file():
            yield Source(site.folder / name, "").fault("this contact card is missing", BUILD)
            continue
        source = Source.read(site.folder / name)
        card = vobject.readOne(source.text)
        for line, fact in _on_card(site, location).items():
            found = " ".join(str(getattr(card, line).value).split()) if hasattr(card, line) else ""
            if found != fact:
                what = f'its {line.upper()} is "{found}", and the facts say "{fact}"'
                yield source.fault(what, BUILD, source.find(line.upper()))


def _on_card(site: Site, location: Location) -> dict[str, str]:
    """What each line of the card says, a placeholder as nothing."""
    address = location.address
    street, code = _known(address.street), _known(address.postal_code)
    hours = _known(location.hours_line)
    return {
        "tel": location.telephone.href.removeprefix("tel:"),
        "email": _known(site.clinic.email),
        "url": _known(site.clinic.url),
        "adr": " ".join(f"{street} {address.town}, {address.state} {code} United States".split()),
        "note": hours and f"{hours} ({location.time_zone_name})",
    }


def _known(text: str) -> str:
    return "" if is_placeholder(text) else text


def receiver_agrees(site: Site) -> Iterator[Fault]:
    """The form says who receives it, and the page on privacy names the same."""
    for page in site.pages:
        places = page.document.query("main" if page.address == PRIVACY else ".consultation-form")
        if any(site.form.receiver not in text_of(place) for place in places):
            what = f"this page does not say that {site.form.receiver} receives the form"
            yield page.fault(what, "write [](clinic:form-host), or let the component say it", "<main")


PARITY = (
    telephones_agree,
    addresses_agree,
    hours_agree,
    contact_cards_agree,
    receiver_agrees,
    json_ld_agrees,
    graph_is_whole,
    graph_tells_of_the_page,
    json_ld_is_read,
    json_ld_lists_agree,
)
