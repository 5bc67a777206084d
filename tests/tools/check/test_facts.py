"""A site that says what the facts say passes; one that was tampered with draws every complaint."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

import pytest

from tests.conftest import Project
from tests.plugins.complaints import built
from tests.site.confirmed import confirm
from tools.build import read_clinic, read_consultation_form
from tools.check.facts import PARITY
from tools.check.site import Site

SHOW = "let the template print it from the object clinic"
OBJECT = "take it from the object clinic"
BUILD = "build the site again"
NODE: dict[str, Any] = {
    "@graph": [
        {
            "@type": "MedicalClinic",
            "telephone": "+17035551234",
            "address": {
                "@type": "PostalAddress",
                "streetAddress": "12 King Street",
                "addressLocality": "Alexandria",
                "addressRegion": "VA",
                "postalCode": "22314",
                "addressCountry": "US",
            },
            "openingHours": [
                "Mo 09:00-12:00",
                "Mo 13:00-17:00",
                "Tu,Th 09:00-17:00",
                "We 09:00-17:30",
                "Fr 22:00-02:00",
            ],
            "openingHoursSpecification": [
                {"dayOfWeek": "Monday", "opens": "09:00", "closes": "12:00"},
                {"dayOfWeek": "Monday", "opens": "13:00:00", "closes": "17:00:00"},
                {"dayOfWeek": ["Tuesday", "https://schema.org/Thursday"], "opens": "09:00", "closes": "17:00"},
                {"dayOfWeek": "Wednesday", "opens": "09:00", "closes": "17:30"},
                {"dayOfWeek": "Friday", "opens": "22:00", "closes": "02:00"},
                {"dayOfWeek": [], "opens": "00:00", "closes": "00:00", "validFrom": "2026-11-26"},
            ],
        }
    ]
}


class Tampering(NamedTuple):
    """What is changed in a file of the built site, and the complaint about it."""

    file: str
    old: str
    new: str
    complaint: str


TAMPERINGS = {
    "a link calls another number": Tampering(
        "about/index.html",
        'href="tel:+17035551234"',
        'href="tel:+17035559999"',
        f'the link "tel:+17035559999" calls a number that is no fact; {SHOW}',
    ),
    "a number reads differently": Tampering(
        "about/index.html",
        "(703) 555-1234",
        "703-555-1234",
        f'the number "703-555-1234" is no fact, or not written as one; {SHOW}',
    ),
    "a number is another": Tampering(
        "about/index.html",
        "(703) 555-1234",
        "(703) 555-4321",
        f'the number "(703) 555-4321" is no fact, or not written as one; {SHOW}',
    ),
    "a street is another": Tampering(
        "location/index.html",
        "12 King Street<br>",
        "14 King Street<br>",
        f'the address "14 King Street Alexandria, VA 22314 (703) 555-1234" is that of no location; {SHOW}',
    ),
    "a closing time is another": Tampering(
        "location/index.html",
        "9 am to 5:30 pm",
        "9 am to 6 pm",
        f'the hours "Wednesday: 9 am to 6 pm" are those of no location; {SHOW}',
    ),
    "a holiday is forgotten": Tampering(
        "location/index.html",
        '<div class="opening-hours__row"><dt>Thanksgiving Day',
        '<div class="opening-hours__row"><dt>Another day',
        f'the hours "Another day Thursday, 26 November 2026: Closed" are those of no location; {SHOW}',
    ),
    "the script is told otherwise": Tampering(
        "about/index.html",
        "[1320,1560]",
        "[1320,1500]",
        f"the script is told hours that are those of no location; {SHOW}",
    ),
    "the card calls another number": Tampering(
        "location/alexandria.vcf",
        "+17035551234",
        "+17035559999",
        f'its TEL is "+17035559999", and the facts say "+17035551234"; {BUILD}',
    ),
    "the card has another ZIP code": Tampering(
        "location/alexandria.vcf",
        ";22314;",
        ";22301;",
        'its ADR is "12 King Street Alexandria, VA 22301 United States", '
        f'and the facts say "12 King Street Alexandria, VA 22314 United States"; {BUILD}',
    ),
    "the form names no receiver": Tampering(
        "request-a-consultation/index.html",
        "</strong> <mark>To be named: the form service</mark>",
        "</strong> Somebody",
        "this page does not say that To be named: the form service receives the form; "
        "write [](clinic:form-host), or let the component say it",
    ),
    "the page on privacy names another receiver": Tampering(
        "privacy/index.html",
        "To be named: the form service",
        "Formspree",
        "this page does not say that To be named: the form service receives the form; "
        "write [](clinic:form-host), or let the component say it",
    ),
    "JSON-LD calls another number": Tampering(
        "index.html",
        "+17035551234",
        "+17035559999",
        f'JSON-LD says telephone "+17035559999", which is no fact; {OBJECT}',
    ),
    "JSON-LD has another street": Tampering(
        "index.html",
        '"12 King Street"',
        '"14 King Street"',
        f'JSON-LD says streetAddress "14 King Street", which is no fact; {OBJECT}',
    ),
    "JSON-LD opens later": Tampering(
        "index.html",
        '"Mo 09:00-12:00"',
        '"Mo 10:00-12:00"',
        f"JSON-LD says openingHours that are those of no location; {OBJECT}",
    ),
    "JSON-LD closes later": Tampering(
        "index.html",
        '"closes": "17:30"',
        '"closes": "18:00"',
        f"JSON-LD says openingHoursSpecification that are those of no location; {OBJECT}",
    ),
}


@pytest.fixture(scope="module")
def confirmed(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy of the project with real-looking facts, built for production, JSON-LD on its home page."""
    project = built(confirm(Project(tmp_path_factory.mktemp("facts") / "project")), "--production")
    home = project.output / "index.html"
    script = f'<script type="application/ld+json">{json.dumps(NODE)}</script></head>'
    home.write_text(home.read_text(encoding="utf-8").replace("</head>", script, 1), encoding="utf-8")
    return project


def complaints(project: Project) -> list[str]:
    clinic = read_clinic(project.path)
    site = Site.read(project.output, clinic, read_consultation_form(clinic, project.path))
    return sorted(str(fault).removeprefix(f"{project.output}/") for rule in PARITY for fault in rule(site))


def test_a_site_that_says_what_the_facts_say_passes(confirmed: Project) -> None:
    assert complaints(confirmed) == []


@pytest.mark.parametrize("tampering", TAMPERINGS.values(), ids=TAMPERINGS)
def test_a_site_that_was_tampered_with_draws_one_complaint(confirmed: Project, tampering: Tampering) -> None:
    path = confirmed.output / tampering.file
    good = path.read_bytes()
    assert tampering.old.encode() in good
    # The header's link and number stand first; the bytes keep a card's line ends.
    path.write_bytes(good.replace(tampering.old.encode(), tampering.new.encode(), 1))
    try:
        (found,) = complaints(confirmed)
    finally:
        path.write_bytes(good)

    where, _, what = found.partition(": ")
    assert what == tampering.complaint
    assert where.startswith(f"{tampering.file}:")


def test_a_card_that_is_missing_or_nobodys_is_told(confirmed: Project) -> None:
    card = confirmed.output / "location/alexandria.vcf"
    moved = card.rename(card.with_name("arlington.vcf"))
    found = complaints(confirmed)
    moved.rename(card)

    assert found == [
        f"location/alexandria.vcf:1:1: this contact card is missing; {BUILD}",
        f"location/arlington.vcf:1:1: this contact card is that of no location; {BUILD}",
    ]
