"""One place where the clinic sees people, and the ways to it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple
from urllib.parse import quote_plus

from pydantic import ConfigDict, Field

from plugins.models.approach import Approach, Coordinates, Landmark, approach
from plugins.models.hours import Hours, HoursRow
from plugins.models.placeholder import is_placeholder
from plugins.models.slugs import slug
from plugins.models.special_hours import SpecialDays
from plugins.models.telephone import A_TELEPHONE, TelephoneText
from plugins.models.time_zone import A_TIME_ZONE, TimeZoneText, time_zone_name
from plugins.models.timetable import timetable
from plugins.models.validation import Model

if TYPE_CHECKING:
    from markupsafe import Markup


class Address(Model):
    """A postal address in the United States."""

    street: str = Field(min_length=1, description="the street and number")
    town: str = Field(min_length=1, description="the town")
    state: str = Field(pattern="^[A-Z]{2}$", description='the two letters of the state, such as "VA"')
    state_name: str = Field(min_length=1, description="the state in full")
    postal_code: str = Field(min_length=1, description="the ZIP code in quotes")
    country: Literal["US"] = Field(default="US", description='"US"')

    @property
    def one_line(self) -> str:
        """The address as it is written on one line."""
        return f"{self.street}, {self.town}, {self.state} {self.postal_code}"


class Map(NamedTuple):
    """A map that a visitor may open, as a plain link: nothing is loaded before that."""

    name: str
    href: str


class Location(Model):
    """One place where the clinic sees people."""

    model_config = ConfigDict(ignored_types=(cached_property,))

    name: str = Field(min_length=1, description="the place's name")
    telephone: TelephoneText = A_TELEPHONE
    time_zone: TimeZoneText = A_TIME_ZONE
    coordinates: Coordinates | None = Field(default=None, description="{ latitude = …, longitude = … }")
    address: Address
    hours: Hours
    special_hours: SpecialDays = Field(default=[], description="one [[locations.special_hours]] table a date")
    landmarks: list[Landmark] = Field(default=[], description="one [[locations.landmarks]] table each")

    @property
    def file_name(self) -> str:
        """The name in small letters, figures and hyphens."""
        return slug(self.name)

    @property
    def card(self) -> str:
        """Where its contact card is published; "" while there is no telephone number to put on it."""
        return "" if is_placeholder(self.telephone.number) else f"location/{self.file_name}.vcf"

    @property
    def hours_rows(self) -> list[HoursRow]:
        """The opening hours in words."""
        return self.hours.rows

    @property
    def hours_line(self) -> str:
        """The opening hours in words, on one line."""
        return "; ".join(f"{row.days}: {row.hours}" for row in self.hours_rows)

    @property
    def time_zone_name(self) -> str:
        """What people call the time zone: "Eastern Time"."""
        return time_zone_name(self.time_zone)

    @cached_property
    def timetable(self) -> Markup:
        """The opening hours for a script, "" while they are not known."""
        return timetable(self.time_zone, self.hours, self.special_hours)

    @cached_property
    def approach(self) -> Approach | None:
        """The landmarks around the place; None where it, or every landmark, has no coordinates."""
        return approach(self.coordinates, self.landmarks) if self.coordinates and self.landmarks else None

    @property
    def maps(self) -> list[Map]:
        """Maps that find the place, the one that asks the least of visitors first."""
        query = quote_plus(self._destination)
        return [
            Map("OpenStreetMap", f"https://www.openstreetmap.org/search?query={query}"),
            Map("Apple Maps", f"https://maps.apple.com/?q={query}"),
            Map("Google Maps", f"https://www.google.com/maps/dir/?api=1&destination={query}"),
        ]

    @property
    def geo(self) -> str:
        """The ``geo:`` address (RFC 5870), which opens a phone's own map; "" without coordinates."""
        return f"geo:{self._point}" if self.coordinates else ""

    @property
    def directions(self) -> str:
        """The first of the maps."""
        return self.maps[0].href

    @property
    def _point(self) -> str:
        return f"{self.coordinates.latitude},{self.coordinates.longitude}" if self.coordinates else ""

    @property
    def _destination(self) -> str:
        """What is known of the address; without a street, coordinates say more than a town."""
        if is_placeholder(self.address.street) and self.coordinates:
            return self._point
        parts = (self.address.street, self.address.town, self.address.state, self.address.postal_code)
        return ", ".join(part for part in parts if not is_placeholder(part))
