"""A clinic that has said everything, so that no test depends on what the real one has confirmed."""

from __future__ import annotations

import datetime
from typing import Any

from plugins.models.clinic import Clinic
from plugins.models.form import ConsultationForm
from plugins.models.hours import DAYS
from plugins.models.people import People

WEEK = dict.fromkeys(DAYS, "closed")
PLACE: dict[str, Any] = {
    "name": "Alexandria",
    "telephone": "703-555-1234",
    "time_zone": "America/New_York",
    "address": {
        "street": "12 King Street",
        "town": "Alexandria",
        "state": "VA",
        "state_name": "Virginia",
        "postal_code": "22314",
    },
    "hours": WEEK | {"monday": "09:00-17:00"},
}
FACTS: dict[str, Any] = {
    "name": "Nova",
    "legal_name": "Nova LLC",
    "tagline": "Relax",
    "url": "https://nova.health/clinic",
    "email": "hello@nova.health",
    "medical_director": "pat",
    "responsible_for_advertising": "pat",
    "privacy_contact": "Ann Roe",
    "languages_offered": ["Spanish", "Korean"],
    "switches": {
        "covered_entity": {"answer": "yes"},
        "receives_federal_funds": {"answer": "yes"},
        "employees_15_plus": {"answer": "no", "reason": "We are six.", "decided": datetime.date(2026, 11, 2)},
        "self_pay": {"answer": "yes"},
        "offers_spravato": {"answer": "no"},
    },
    "notices": {
        "privacy_practices_effective": datetime.date(2026, 3, 1),
        "civil_rights_coordinator": "Sam Poe",
        "nondiscrimination_sample": datetime.date(2026, 11, 2),
    },
    "form": {"provider": "formhouse", "id": "ask", "baa": "none"},
    "reviews": {"months": 12, "notice_days": 30},
    "locations": [PLACE],
    "helplines": {
        "988": {"name": "Lifeline", "telephone": "988", "sms": "sms:988", "web": "https://988lifeline.org/chat/"},
        "complaints": {"name": "Complaints", "web": "https://www.hhs.gov/complaint"},
    },
}


FORMHOUSE: dict[str, Any] = {
    "name": "Formhouse",
    "endpoint": "https://forms.nova.health/{id}",
    "source": "a test",
    "baa": "ask",
    "answers": {"success": {"key": "ok", "equals": True}, "errors": {"message": "error"}},
}


def form(**changes: Any) -> ConsultationForm:
    """The consultation form that Formhouse receives, with these parts in place of its own."""
    whole = ConsultationForm(
        provider="formhouse",
        receiver="Formhouse",
        action="https://forms.nova.health/ask",
        thank_you="https://nova.health/clinic/thank-you/",
        hosted=False,
        redirect="_next",
        honeypot="_gotcha",
        hidden={},
        attributes={},
        answers={"success": {"key": "ok", "equals": True}},
        hosts=["https://forms.nova.health"],
        fields=[],
    )
    return whole._replace(**changes)


PAT: dict[str, Any] = {
    "name": "Pat Doe",
    "credentials": "MD",
    "role": "medical director",
    "license_state": "Virginia",
    "board": "American Board of Psychiatry and Neurology",
}


def people(**others: Any) -> People:
    """The medical director, and these people."""
    return People.model_validate({"pat": PAT} | others)


def clinic(**facts: Any) -> Clinic:
    """The clinic, with these facts in place of its own."""
    return Clinic.model_validate(FACTS | facts)
