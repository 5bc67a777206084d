"""A contact card says all that is known of a location, in a form that every telephone reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import vobject

from plugins.models.location import Location
from plugins.vcards import vcard
from tests.plugins.complaints import built
from tests.plugins.known import PLACE, WEEK, clinic
from tests.site.confirmed import confirm

if TYPE_CHECKING:
    from tests.conftest import Project

POINT = {"latitude": 38.8048, "longitude": -77.0469}


def card(*, second: bool = False, **facts: Any) -> str:
    places = [PLACE | facts, PLACE | facts | {"name": "Old Town"}]
    known = clinic(locations=[Location.model_validate(place) for place in places])
    return vcard(known.locations[1] if second else known.primary, known)


def unfolded(text: str) -> list[str]:
    """The lines of a card, put together again (RFC 2426, 2.6)."""
    return text.removesuffix("\r\n").replace("\r\n ", "").split("\r\n")


def test_a_card_holds_every_fact() -> None:
    assert unfolded(card(coordinates=POINT)) == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "UID:https://nova.health/clinic/location/alexandria.vcf",
        "ADR;TYPE=WORK:;;12 King Street;Alexandria;VA;22314;United States",
        "EMAIL;TYPE=WORK:hello@nova.health",
        "FN:Nova",
        "GEO:38.8048;-77.0469",
        "N:;;;;",
        "NOTE:Monday: 9 am to 5 pm\\; Tuesday to Sunday: Closed (Eastern Time)",
        "ORG:Nova",
        "TEL;TYPE=WORK,VOICE:+17035551234",
        "URL;TYPE=WORK:https://nova.health/clinic",
        "X-ABSHOWAS:COMPANY",
        "END:VCARD",
    ]


def test_a_card_is_read_back_as_it_was_meant() -> None:
    street = "12 King; Queen, \\ & Søn Street, third floor, the door behind the garden with the old chestnut tree"
    hours = WEEK | {"monday": "09:00-12:00, 13:00-17:00"}
    text = card(address=PLACE["address"] | {"street": street}, hours=hours)
    read = vobject.readOne(text)

    assert (read.adr.value.street, read.adr.value.code) == (street, "22314")
    assert read.note.value == "Monday: 9 am to 12 pm, 1 pm to 5 pm; Tuesday to Sunday: Closed (Eastern Time)"
    assert read.tel.value == "+17035551234"
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert all(line.endswith("\r") for line in text.split("\n")[:-1])


def test_what_is_not_known_is_left_out() -> None:
    address = PLACE["address"] | {"street": "To be confirmed: street", "postal_code": "To be confirmed: ZIP code"}
    lines = unfolded(card(address=address, hours=WEEK | {"sunday": "To be confirmed: hours"}))

    assert "ADR;TYPE=WORK:;;;Alexandria;VA;;United States" in lines
    assert [line for line in lines if line.startswith(("NOTE", "GEO"))] == []
    assert "To be" not in "".join(lines)


def test_a_further_location_is_told_apart() -> None:
    assert r"FN:Nova\, Old Town" in unfolded(card(second=True))


def test_the_cards_are_published_and_the_same_each_time(project: Project) -> None:
    published = built(confirm(project), "--production").output / "location/alexandria.vcf"
    first = published.read_bytes()
    built(project, "--production")

    assert published.read_bytes() == first
    assert b"TEL;TYPE=WORK,VOICE:+17035551234\r\n" in first


def test_no_card_is_published_without_a_number(project: Project) -> None:
    assert list(built(project).output.rglob("*.vcf")) == []
