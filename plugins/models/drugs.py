"""Describe the drugs that the site is about: the shape of data/drugs.toml."""

from __future__ import annotations

from pydantic import Field, RootModel

from plugins.models.validation import Model


class DrugFacts(Model):
    """What the law says of a drug, whatever it is used for."""

    name: str = Field(min_length=1, description="the generic name, or the brand")
    therapy: str = Field(min_length=1, description='what treatment with it is called, such as "Ketamine therapy"')
    proprietary: bool = Field(description="true for a brand, else false")
    legal_status: str = Field(min_length=1, description='its schedule, such as "Schedule III"')
    prescription_only: bool = Field(description="true if it takes a prescription, else false")


class Drugs(RootModel[dict[str, DrugFacts]]):
    """data/drugs.toml: a table for each drug."""
