"""Know the laws that the site keeps, which of them bind the clinic, and which are to be looked at again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Self

from dateutil.relativedelta import relativedelta
from pydantic import Field, RootModel, field_validator

from plugins.faults import did_you_mean
from plugins.models.days import PastDate
from plugins.models.switches import Switches
from plugins.models.toml import TomlSource, read_toml, toml_offset
from plugins.models.validation import Model, said

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator
    from pathlib import Path

    from plugins.faults import Fault

FILE = "laws.toml"
FRESH = relativedelta(years=1)


class Law(Model):
    """What a law asks of the site, where it says so, and when somebody last looked."""

    asks: str = Field(min_length=1, description="what the law asks of the site")
    source: str = Field(min_length=1, description="where the law says so, such as 45 CFR 92.10")
    looked_at: PastDate = Field(description="the day on which somebody last looked, such as 2026-11-02")
    switch: str | None = Field(default=None, description="a switch of data/clinic.toml, or leave it out")
    page: str | None = Field(
        default=None, pattern=r"^[a-z0-9-]+\.md$", description="the notice's file in content/, or leave it out"
    )

    @field_validator("switch")
    @classmethod
    def _known(cls, switch: str | None) -> str | None:
        known = Switches.model_fields
        if switch is not None and switch not in known:
            raise said(f'is "{switch}"', did_you_mean(switch, known, f"the switches are {', '.join(known)}"))
        return switch

    @property
    def address(self) -> str:
        """Where the notice stands on the site: "/nondiscrimination/"; "" where there is none."""
        return f"/{self.page.removesuffix('.md')}/" if self.page else ""


class Table(RootModel[dict[str, Law]]):
    """data/laws.toml: a table for each law."""


class Laws(NamedTuple):
    """The laws by name, and the file in which they stand."""

    by_name: dict[str, Law]
    source: TomlSource

    @classmethod
    def read(cls, data: Path, faults: set[Fault]) -> Self:
        """Read data/laws.toml; complaints are added to ``faults``, and with any there is no law in it."""
        source = TomlSource.read(data / FILE)
        table = read_toml(data / FILE, Table, faults)
        return cls(table.root if table else {}, source)

    def off(self, switches: Switches) -> dict[str, Law]:
        """The laws that an answer has turned off."""
        return {name: law for name, law in self.by_name.items() if law.switch and getattr(switches, law.switch).off}

    def binding(self, switches: Switches) -> dict[str, Law]:
        """All other laws."""
        return {name: law for name, law in self.by_name.items() if name not in self.off(switches)}

    def stale(self, day: datetime.date) -> Iterator[Fault]:
        """A warning for each law that nobody has looked at for a year before ``day``."""
        for name, law in self.by_name.items():
            if law.looked_at + FRESH < day:
                what = f'the law "{name}" was last looked at on {law.looked_at}, more than a year ago'
                todo = f"read {law.source} again, change the site if it says otherwise now, and write the day"
                at = toml_offset(self.source.text, (name, "looked_at"))
                yield self.source.fault(what, todo, at, warning=True)
