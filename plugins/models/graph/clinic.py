"""Tell machines of the clinic, its people and its site, and leave out what is yet to be confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin

from plugins.models.graph.node import Ref
from plugins.models.graph.vocabulary import (
    EducationalOccupationalCredential,
    EntryPoint,
    GeoCoordinates,
    MedicalClinic,
    MedicalTherapy,
    OpeningHoursSpecification,
    Organization,
    Person,
    PostalAddress,
    SearchAction,
    State,
    WebSite,
)
from plugins.models.hours import ALL_DAY, CLOSED, DAYS, INTERVALS
from plugins.models.placeholder import is_placeholder

if TYPE_CHECKING:
    from plugins.models.clinic import Clinic
    from plugins.models.location import Address, Location
    from plugins.models.people import Person as Facts

LANGUAGE = "en-US"
LAST_MINUTE = "23:59"  # how Google has a day that ends at midnight
SHUT = ("00:00", "00:00")  # how Google has a day without opening hours


class Site(NamedTuple):
    """The site below ``url``, which ends in a slash."""

    url: str

    def id(self, kind: str, name: str = "") -> str:
        """The ``@id`` of a thing that is the same on every page."""
        return f"{self.url}#/schema/{kind}{f'/{name}' if name else ''}"

    @property
    def ref(self) -> Ref:
        """Leads to the site itself."""
        return Ref(self.id("WebSite"))

    def absolute(self, address: str) -> str:
        """A page's address on the site as one that holds anywhere."""
        return urljoin(self.url, address)


def told(fact: str) -> str:
    """``fact``, or "" while it only stands in for what the clinic has yet to say."""
    return "" if is_placeholder(fact) else fact


def clinic_node(
    clinic: Clinic, site: Site, director: Ref | None, therapies: tuple[MedicalTherapy, ...], *, hours: bool
) -> MedicalClinic:
    """The clinic at its first location, others as its departments; ``hours``: when it is open, where it lies."""
    first, *others = (_at(location, clinic, site, hours=hours) for location in clinic.locations)
    return MedicalClinic(
        **vars(first)
        | {
            "legal_name": told(clinic.legal_name),
            "logo": f"{site.url}favicon.svg",
            "employee": director,
            "available_service": therapies,
            "department": tuple(others),
        }
    )


def _at(location: Location, clinic: Clinic, site: Site, *, hours: bool) -> MedicalClinic:
    point = location.coordinates if hours else None
    return MedicalClinic(
        id=site.id("MedicalClinic", location.file_name),
        name=told(clinic.name),
        url=site.url,
        telephone=told(str(location.telephone.number)) and location.telephone.href.removeprefix("tel:"),
        address=_address(location.address),
        geo=GeoCoordinates(latitude=point.latitude, longitude=point.longitude) if point else None,
        has_map=location.directions if hours else "",
        opening_hours_specification=(*_week(location), *_special(location)) if hours else (),
    )


def _address(address: Address) -> PostalAddress:
    return PostalAddress(
        street_address=told(address.street),
        address_locality=told(address.town),
        address_region=address.state,
        postal_code=told(address.postal_code),
        address_country=address.country,
    )


def intervals(hours: str) -> list[tuple[str, str]]:
    """When a day's ``hours`` open and close, "HH:MM" each; none where it is closed or not known yet."""
    if hours == CLOSED or not INTERVALS.fullmatch(hours):
        return []
    return [
        ("00:00", LAST_MINUTE) if span == ALL_DAY else (span.partition("-")[0], span.partition("-")[2])
        for span in hours.split(", ")
    ]


def _week(location: Location) -> list[OpeningHoursSpecification]:
    days: dict[tuple[str, str], list[str]] = {}
    for day, hours in zip(DAYS, location.hours.week, strict=True):
        for interval in intervals(hours):
            days.setdefault(interval, []).append(day.capitalize())
    return [
        OpeningHoursSpecification(day_of_week=tuple(names), opens=opens, closes=closes)
        for (opens, closes), names in days.items()
    ]


def _special(location: Location) -> list[OpeningHoursSpecification]:
    return [
        OpeningHoursSpecification(opens=opens, closes=closes, valid_from=f"{day.date}", valid_through=f"{day.date}")
        for day in location.special_hours
        if not is_placeholder(day.hours)
        for opens, closes in intervals(day.hours) or [SHUT]
    ]


def website(clinic: Clinic, site: Site, publisher: Ref, search: str) -> WebSite:
    """The site; ``search`` is the address of the page that searches it, "" where the page at hand leaves that out."""
    target = EntryPoint(url_template=f"{site.absolute(search)}?q={{search_term_string}}")
    action = SearchAction(target=target, query_input="required name=search_term_string")
    return WebSite(
        id=site.ref.id,
        name=told(clinic.name),
        url=site.url,
        publisher=publisher,
        in_language=LANGUAGE,
        potential_action=action if search else None,
    )


def person(key: str, facts: Facts, site: Site, employer: Ref, *, profile: bool) -> Person:
    """Somebody of data/people.toml; ``profile``: with what only the page about them tells."""
    state, board = told(facts.license_state), told(facts.board or "")
    license_ = EducationalOccupationalCredential(credential_category="license", valid_in=State(name=state))
    certificate = EducationalOccupationalCredential(
        credential_category="certification", recognized_by=Organization(name=board)
    )
    held = ((license_,) if state else ()) + ((certificate,) if board else ())
    return Person(
        id=site.id("Person", key),
        name=told(facts.name),
        honorific_suffix=told(facts.credentials),
        job_title=told(facts.role),
        works_for=employer,
        has_credential=held if profile else (),
        url=f"{site.url}{facts.address}" if facts.address else "",
    )
