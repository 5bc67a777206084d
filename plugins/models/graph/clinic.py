"""Tell machines of the clinic and its people, and leave out what is yet to be confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.models.graph.opening import special, week
from plugins.models.graph.site import Site, told
from plugins.models.graph.vocabulary import (
    EducationalOccupationalCredential,
    GeoCoordinates,
    MedicalClinic,
    MedicalTherapy,
    Organization,
    Person,
    PostalAddress,
    State,
)

if TYPE_CHECKING:
    from plugins.models.clinic import Clinic
    from plugins.models.graph.node import Ref
    from plugins.models.location import Address, Location
    from plugins.models.people import Person as Facts


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
        opening_hours_specification=(*week(location), *special(location)) if hours else (),
    )


def _address(address: Address) -> PostalAddress:
    return PostalAddress(
        street_address=told(address.street),
        address_locality=told(address.town),
        address_region=address.state,
        postal_code=told(address.postal_code),
        address_country=address.country,
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
