"""Publish a contact card (vCard) for each place where the clinic sees people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import vobject
from pelican.plugins import signals
from vobject.vcard import Address

from plugins.models.placeholder import is_placeholder

if TYPE_CHECKING:
    from pelican import Pelican

    from plugins.models.clinic import Clinic
    from plugins.models.location import Location


def vcard(location: Location, clinic: Clinic) -> str:
    """The card of ``location``, without what is not known yet; the same text for the same facts.

    It is vCard 3.0 (RFC 2426), not 4.0: every telephone imports 3.0, and the library writes it.
    """
    card = vobject.vCard()
    name = clinic.name if clinic.primary is location else f"{clinic.name}, {location.name}"
    card.add("uid").value = f"{clinic.url.rstrip('/')}/{location.card}"
    card.add("fn").value = name
    card.add("n").value = vobject.vcard.Name()  # 3.0 asks for it, and an organization has none
    card.add("org").value = [clinic.name]
    card.add("x-abshowas").value = "COMPANY"  # iPhones then show it as a business
    _add(card, "tel", location.telephone.href.removeprefix("tel:"), "WORK", "VOICE")
    _add(card, "email", clinic.email, "WORK")
    _add(card, "url", clinic.url, "WORK")
    address = location.address
    known = {
        "street": address.street,
        "city": address.town,
        "region": address.state,
        "code": address.postal_code,
        "country": "United States",
    }
    card.add("adr").value = Address(**{part: "" if is_placeholder(text) else text for part, text in known.items()})
    card.adr.type_param = ["WORK"]
    if location.coordinates:
        card.add("geo").value = f"{location.coordinates.latitude};{location.coordinates.longitude}"
    _add(card, "note", f"{location.hours_line} ({location.time_zone_name})")
    return str(card.serialize())


def _add(card: vobject.base.Component, name: str, value: str, *kinds: str) -> None:
    if not is_placeholder(value):
        line = card.add(name)
        line.value = value
        if kinds:
            line.type_param = list(kinds)


def write(pelican: Pelican) -> None:
    """Write the cards into the output."""
    clinic: Clinic = pelican.settings["CLINIC"]
    for location in clinic.locations:
        if location.card:
            path = Path(pelican.output_path, location.card)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(vcard(location, clinic), encoding="utf-8", newline="")  # its lines end in CR LF


def register() -> None:
    """Called by Pelican."""
    signals.finalized.connect(write)
