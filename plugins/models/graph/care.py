"""Tell machines of the drugs, the treatments and the conditions that a page is about, and of no link between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.models.graph.node import Ref
from plugins.models.graph.vocabulary import Drug, MedicalCondition, MedicalTherapy

if TYPE_CHECKING:
    from plugins.models.drugs import DrugFacts
    from plugins.models.graph.site import Site

PRESCRIPTION_ONLY = "https://schema.org/PrescriptionOnly"


def drug(key: str, facts: DrugFacts, site: Site) -> Drug:
    """A drug of data/drugs.toml."""
    return Drug(
        id=site.id("Drug", key),
        name=facts.name,
        non_proprietary_name="" if facts.proprietary else facts.name,
        is_proprietary=facts.proprietary,
        legal_status=facts.legal_status,
        prescription_status=PRESCRIPTION_ONLY if facts.prescription_only else "",
    )


def therapy(key: str, facts: DrugFacts, site: Site) -> MedicalTherapy:
    """Treatment with a drug of data/drugs.toml, for whatever it may be."""
    return MedicalTherapy(id=site.id("MedicalTherapy", key), name=facts.therapy, drug=Ref(site.id("Drug", key)))


def condition(key: str, name: str, site: Site) -> MedicalCondition:
    """A condition of data/evidence.toml."""
    return MedicalCondition(id=site.id("MedicalCondition", key), name=name)
