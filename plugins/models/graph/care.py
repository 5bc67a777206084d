"""Tell machines of the drugs, the treatments and the conditions that a page is about, and of no link between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plugins.models.graph.vocabulary import Drug, MedicalCondition, MedicalTherapy

if TYPE_CHECKING:
    from plugins.models.drugs import DrugFacts
    from plugins.models.graph.clinic import Site
    from plugins.models.graph.node import Ref

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


def therapy(service: Any, drugs: tuple[Ref, ...], site: Site) -> MedicalTherapy:
    """What a page of content/services/ offers."""
    return MedicalTherapy(id=site.id("MedicalTherapy", service.condition), name=service.plain_title, drug=drugs)


def condition(key: str, name: str, site: Site) -> MedicalCondition:
    """A condition of data/evidence.toml."""
    return MedicalCondition(id=site.id("MedicalCondition", key), name=name)
