"""Type the part of schema.org's vocabulary that this site speaks: a class a type, a field a property.

``required`` is what Google asks for (developers.google.com/search/docs/appearance/structured-data), and a name besides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from plugins.models.graph.node import Ref, Thing


@dataclass(frozen=True, kw_only=True)
class Named(Thing):
    """Anything that is known by its name."""

    required: ClassVar[tuple[str, ...]] = ("name",)
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class PostalAddress(Thing):
    """https://schema.org/PostalAddress, of which a town is the least that helps anybody."""

    required: ClassVar[tuple[str, ...]] = ("address_locality",)
    street_address: str = ""
    address_locality: str = ""
    address_region: str = ""
    postal_code: str = ""
    address_country: str = ""


@dataclass(frozen=True, kw_only=True)
class GeoCoordinates(Thing):
    """https://schema.org/GeoCoordinates, in degrees (WGS 84)."""

    latitude: float
    longitude: float


@dataclass(frozen=True, kw_only=True)
class OpeningHoursSpecification(Thing):
    """https://schema.org/OpeningHoursSpecification; ``valid_from`` and ``valid_through`` name a special day."""

    day_of_week: tuple[str, ...] = ()
    opens: str
    closes: str
    valid_from: str = ""
    valid_through: str = ""


@dataclass(frozen=True, kw_only=True)
class State(Named):
    """https://schema.org/State."""


@dataclass(frozen=True, kw_only=True)
class Organization(Named):
    """https://schema.org/Organization, other than the clinic."""


@dataclass(frozen=True, kw_only=True)
class EducationalOccupationalCredential(Thing):
    """https://schema.org/EducationalOccupationalCredential."""

    required: ClassVar[tuple[str, ...]] = ("credential_category",)
    credential_category: str = ""
    recognized_by: Organization | None = None
    valid_in: State | None = None


@dataclass(frozen=True, kw_only=True)
class Person(Named):
    """https://schema.org/Person."""

    honorific_suffix: str = ""
    job_title: str = ""
    works_for: Ref | None = None
    has_credential: tuple[EducationalOccupationalCredential, ...] = ()
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Drug(Named):
    """https://schema.org/Drug; it has no ``indication``, because no use on this site is one that the label names."""

    non_proprietary_name: str = ""
    is_proprietary: bool
    legal_status: str = ""
    prescription_status: str = ""


@dataclass(frozen=True, kw_only=True)
class MedicalTherapy(Named):
    """https://schema.org/MedicalTherapy; nothing leads from it to a condition, which would promise that it helps."""

    drug: Ref | None = None


@dataclass(frozen=True, kw_only=True)
class MedicalCondition(Named):
    """https://schema.org/MedicalCondition."""


@dataclass(frozen=True, kw_only=True)
class MedicalClinic(Named):
    """https://schema.org/MedicalClinic, which is a LocalBusiness too."""

    required: ClassVar[tuple[str, ...]] = ("name", "address")
    legal_name: str = ""
    url: str = ""
    logo: str = ""
    telephone: str = ""
    address: PostalAddress | None = None
    geo: GeoCoordinates | None = None
    has_map: str = ""
    opening_hours_specification: tuple[OpeningHoursSpecification, ...] = ()
    employee: Ref | None = None
    available_service: tuple[MedicalTherapy, ...] = ()
    department: tuple[MedicalClinic, ...] = ()


@dataclass(frozen=True, kw_only=True)
class EntryPoint(Thing):
    """https://schema.org/EntryPoint."""

    url_template: str


@dataclass(frozen=True, kw_only=True)
class SearchAction(Thing):
    """https://schema.org/SearchAction."""

    target: EntryPoint
    query_input: str


@dataclass(frozen=True, kw_only=True)
class WebSite(Named):
    """https://schema.org/WebSite."""

    url: str
    publisher: Ref | None = None
    in_language: str = ""
    potential_action: SearchAction | None = None
