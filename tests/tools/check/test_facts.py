"""A site that says what the facts say passes; one that was tampered with draws every complaint."""

from __future__ import annotations

from typing import NamedTuple

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
ARTICLE = "articles/are-you-a-candidate-for-ketamine-therapy/index.html"
BOTH = "let both come from one fact"
GRAPH = "mend plugins/models/graph/"


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
        '"+17035551234"',
        '"+17035559999"',
        f'JSON-LD says telephone "+17035559999", which is no fact; {OBJECT}',
    ),
    "JSON-LD has another street": Tampering(
        "index.html",
        '"12 King Street"',
        '"14 King Street"',
        f'JSON-LD says streetAddress "14 King Street", which is no fact; {OBJECT}',
    ),
    "JSON-LD closes later": Tampering(
        "index.html",
        '"closes":"17:30"',
        '"closes":"18:00"',
        f"JSON-LD says openingHoursSpecification that are those of no location; {OBJECT}",
    ),
    "JSON-LD forgets a holiday": Tampering(
        "index.html",
        '"validFrom":"2026-11-26"',
        '"validFrom":"2026-11-27"',
        f"JSON-LD says openingHoursSpecification that are those of no location; {OBJECT}",
    ),
    "JSON-LD has another name": Tampering(
        "about/index.html",
        '"@type":"AboutPage","@id":"https://www.example.com/about/","name":"About us"',
        '"@type":"AboutPage","@id":"https://www.example.com/about/","name":"About me"',
        f'JSON-LD says name "About me", which nobody reads on this page; {BOTH}',
    ),
    "JSON-LD has another schedule": Tampering(
        "services/ptsd/index.html",
        '"Schedule III"',
        '"Schedule V"',
        f'JSON-LD says legalStatus "Schedule V", which nobody reads on this page; {BOTH}',
    ),
    "JSON-LD has another day": Tampering(
        ARTICLE,
        '"datePublished":"2026-11-22"',
        '"datePublished":"2026-11-21"',
        f'JSON-LD says datePublished "2026-11-21", which nobody reads on this page; {BOTH}',
    ),
    "JSON-LD has another trail": Tampering(
        ARTICLE,
        '"item":"https://www.example.com/articles/"',
        '"item":"https://www.example.com/services/"',
        f'JSON-LD and people do not read the same breadcrumb: "articles"; {BOTH}',
    ),
    "JSON-LD forgets a section": Tampering(
        ARTICLE,
        "ketamine-therapy/#parting-words",
        "ketamine-therapy/#parting",
        f'JSON-LD and people do not read the same hasPart: "parting words"; {BOTH}',
    ),
    "JSON-LD cites another work": Tampering(
        ARTICLE,
        '"@id":"https://doi.org/10.7326/M23-2757"',
        '"@id":"https://doi.org/10.7326/M23-2758"',
        f'JSON-LD and people do not read the same citation: "https://doi.org/10.7326/M23-2758"; {BOTH}',
    ),
    "JSON-LD leads nowhere": Tampering(
        "about/index.html",
        '"publisher":{"@id":"https://www.example.com/#/schema/MedicalClinic/alexandria"}',
        '"publisher":{"@id":"https://www.example.com/#/schema/MedicalClinic/arlington"}',
        'JSON-LD leads to "https://www.example.com/#/schema/MedicalClinic/arlington", of which it does not tell; '
        f"{GRAPH}",
    ),
    "JSON-LD tells of a thing twice": Tampering(
        "services/ptsd/index.html",
        '"@id":"https://www.example.com/#/schema/MedicalCondition/ptsd"',
        '"@id":"https://www.example.com/#/schema/WebSite"',
        f'JSON-LD tells of "https://www.example.com/#/schema/WebSite" 2 times; {GRAPH}',
    ),
    "JSON-LD tells of another page": Tampering(
        "about/index.html",
        '"url":"https://www.example.com/about/"',
        '"url":"https://www.example.com/"',
        f'JSON-LD tells of the page "https://www.example.com/about/", and this is another; {GRAPH}',
    ),
    "JSON-LD tells a placeholder": Tampering(
        "about/index.html",
        '"logo":"https://www.example.com/favicon.svg"',
        '"legalName":"To be confirmed: registered name"',
        f'JSON-LD says "To be confirmed: registered name", which is yet to be confirmed; {GRAPH}',
    ),
}


@pytest.fixture(scope="module")
def confirmed(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy of the project with real-looking facts, built for production."""
    return built(confirm(Project(tmp_path_factory.mktemp("facts") / "project")), "--production")


def complaints(project: Project, file: str = "") -> list[str]:
    """What is wrong with the site, or with what can be wrong with one page of it and with all that is no page."""
    clinic = read_clinic(project.path)
    site = Site.read(project.output, clinic, read_consultation_form(clinic, project.path))
    if file:
        site = site._replace(pages=[page for page in site.pages if page.file == file])
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
        (found,) = complaints(confirmed, tampering.file)
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
