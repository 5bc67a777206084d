"""A text names a fact of the clinic, and shows it as it is typed once."""

from __future__ import annotations

from plugins.clinic_links import clinic_links, link_names
from tests.plugins.known import clinic, form, people


def test_links_reach_every_fact_that_editors_may_name() -> None:
    assert clinic_links(clinic(), form(), people()) == {
        "name": (None, "Nova"),
        "call": ("tel:+17035551234", "(703) 555-1234"),
        "consultation": ("{filename}/request-a-consultation.md", "Request a consultation"),
        "directions": (clinic().primary.directions, "Directions"),
        "address": (None, "12 King Street, Alexandria, VA 22314"),
        "hours": (None, "Monday: 9 am to 5 pm; Tuesday to Sunday: Closed"),
        "email": ("mailto:hello@nova.health", "hello@nova.health"),
        "form-host": (None, "Formhouse"),
        "privacy-contact": (None, "Ann Roe"),
        "medical-director": (None, "Pat Doe, MD"),
        "responsible": (None, "Pat Doe, MD"),
        "languages": (None, "Spanish, Korean"),
        "privacy-practices-effective": (None, "1 March 2026"),
        "civil-rights-coordinator": (None, "Sam Poe"),
        "nondiscrimination-sample": (None, "2 November 2026"),
        "988": ("tel:988", "988"),
        "988-text": ("sms:988", "988"),
        "988-web": ("https://988lifeline.org/chat/", "988lifeline.org"),
        "complaints": ("https://www.hhs.gov/complaint", "hhs.gov"),
        "complaints-web": ("https://www.hhs.gov/complaint", "hhs.gov"),
    }


def test_names_of_links_are_known_even_while_the_file_has_faults() -> None:
    names = link_names("name = \n[helplines.988]\nsms =\n[helplines.complaints]\n")
    assert set(clinic_links(clinic(), form(), people())) <= set(names)
