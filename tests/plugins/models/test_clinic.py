"""The clinic's facts as people and machines read them."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from plugins.models.hours import DAYS, Hours
from plugins.models.location import Location
from plugins.models.placeholder import is_placeholder
from plugins.models.telephone import Telephone
from tests.plugins.known import PLACE, WEEK, clinic


@pytest.mark.parametrize(
    ("number", "href", "display"),
    [
        ("703-555-0100", "tel:+17035550100", "(703) 555-0100"),
        ("+1 800 985 3059", "tel:+18009853059", "(800) 985-3059"),
        ("988", "tel:988", "988"),
    ],
    ids=["local", "toll-free", "short code"],
)
def test_a_telephone_is_dialled_in_e164_and_shown_as_people_write_it(number: str, href: str, display: str) -> None:
    telephone = Telephone(number=number)
    assert (telephone.href, telephone.display, str(telephone)) == (href, display, display)


@pytest.mark.parametrize(
    ("hours", "rows"),
    [
        ({}, [("Monday to Sunday", "Closed")]),
        (
            dict.fromkeys(DAYS[:5], "09:00-17:00") | {"wednesday": "09:30-12:00, 13:00-17:15"},
            [
                ("Monday to Tuesday", "9 am to 5 pm"),
                ("Wednesday", "9:30 am to 12 pm, 1 pm to 5:15 pm"),
                ("Thursday to Friday", "9 am to 5 pm"),
                ("Saturday to Sunday", "Closed"),
            ],
        ),
        ({"sunday": "00:00-12:30"}, [("Monday to Saturday", "Closed"), ("Sunday", "12 am to 12:30 pm")]),
        (dict.fromkeys(DAYS, "To be confirmed: hours"), [("Monday to Sunday", "To be confirmed: hours")]),
    ],
    ids=["all closed", "a working week", "midnight and noon", "placeholder"],
)
def test_opening_hours_are_told_in_words_with_equal_days_together(
    hours: dict[str, str], rows: list[tuple[str, str]]
) -> None:
    place = Location.model_validate(PLACE | {"hours": WEEK | hours})
    assert [(row.days, row.hours) for row in place.hours_rows] == rows


@pytest.mark.parametrize("hours", ["9-5", "25:00-26:00", "09:00-17:60", "09:00-17:00,18:00-19:00", "Closed", ""])
def test_hours_that_no_clock_shows_are_refused(hours: str) -> None:
    with pytest.raises(ValidationError):
        Hours.model_validate(WEEK | {"monday": hours})


def test_directions_name_only_what_is_known() -> None:
    assert clinic().primary.directions.endswith("?query=12+King+Street%2C+Alexandria%2C+VA%2C+22314")
    address = PLACE["address"] | {"street": "To be confirmed: street"}
    unsure = Location.model_validate(PLACE | {"address": address})
    assert unsure.directions.endswith("?query=Alexandria%2C+VA%2C+22314")


def test_placeholders_are_listed_by_the_name_they_have_in_the_file() -> None:
    assert clinic().placeholders == []
    place = PLACE | {"telephone": "703-555-0100", "hours": WEEK | {"monday": "To be confirmed: hours"}}
    assert clinic(legal_name="To be confirmed: name", locations=[place]).placeholders == [
        "legal_name",
        "locations.0.telephone",
        "locations.0.hours.monday",
    ]


@pytest.mark.parametrize(
    ("url", "root"), [("https://nova.health", ""), ("https://nova.health/", ""), ("https://a.io/nova/", "/nova")]
)
def test_the_sites_root_is_the_path_of_its_url(url: str, root: str) -> None:
    assert clinic(url=url).root == root


@pytest.mark.parametrize(
    ("text", "placeholder"),
    [
        ("To be confirmed: street", True),
        ("To be named: director", True),
        ("https://forms.example.com/x", True),
        ("703-555-0199", True),
        ("(703) 555-0100", True),
        ("703-555-0200", False),
        ("an example", False),
        ("12 King Street", False),
    ],
)
def test_a_placeholder_is_known_by_its_words(text: str, placeholder: bool) -> None:
    assert is_placeholder(text) is placeholder
