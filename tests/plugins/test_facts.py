"""A fact is typed once, and looks provisional until the clinic has confirmed it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from phonenumbers import Leniency, PhoneNumberMatcher

from plugins.clinic_links import link_names
from plugins.facts import MAY_HOLD_TELEPHONES, mark_placeholder, typed_telephones
from plugins.faults import Source
from plugins.models.telephone import REGION
from tests.plugins.complaints import complaints, place

if TYPE_CHECKING:
    from tests.conftest import Project


@pytest.mark.parametrize(
    ("fact", "html"),
    [
        ("To be confirmed: <street>", "<mark>To be confirmed: &lt;street&gt;</mark>"),
        ("12 King & Queen Street", "12 King &amp; Queen Street"),
        ("703-555-0142", "<mark>703-555-0142</mark>"),
        ("clinic@example.com", "<mark>clinic@example.com</mark>"),
    ],
    ids=["placeholder", "confirmed", "reserved telephone", "reserved host"],
)
def test_facts_are_escaped_and_placeholders_marked(fact: str, html: str) -> None:
    assert mark_placeholder(fact) == html


@pytest.mark.parametrize(
    "number",
    [
        "703-555-1234",
        "(703) 555-1234",
        "703.555.1234",
        "703 555 1234",
        "7035551234",
        "+1 703 555 1234",
        "tel:+17035551234",
        "1-800-985-3059",
        "703\u2013555\u20131234",
        "703\u2011555\u20111234",
        "703-555-0100",
        "+44 20 7946 0958",
    ],
)
def test_a_telephone_number_is_found_however_it_is_spelt(number: str) -> None:
    (fault,) = typed_telephones(Source(Path("page.md"), f"Line one\nCall {number} now."))
    assert (fault.line, fault.todo) == (2, "write [](clinic:call), or add the line to data/clinic.toml and name it")


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-31",
        "31.03.2026",
        "1965-1970",
        "18:00-19:00",
        "10.1176/appi.ajp.2020.20081251",
        "10.1016/S2215-0366(17)30272-9",
        "s41386-022-01266-9",
        "988",
        "911",
        "NCT01234567",
        "PMC10316217",
        "$1,234,567.00",
        "22314-1234",
    ],
)
def test_other_numbers_are_not_taken_for_telephones(text: str) -> None:
    assert not list(typed_telephones(Source(Path("page.md"), f"See {text} there.")))


FIGURES = st.sampled_from(
    [*"0123456789", "7", "+", "\uff0b", "٣", "(", ")", " ", "-", ".", "/", "x", "\xa0", "ext", "\n"]
)
NUMBERS = st.sampled_from(["7035551234", "17035551234", "0114402079460958", "+6834000", "+29023456", "+1 703 555 1234"])
SPACED = st.builds(str.join, st.text(" -./~\u2013\u30fc\u3000\xad", min_size=3, max_size=5), NUMBERS)


@settings(max_examples=300)
@given(text=SPACED | st.lists(NUMBERS | FIGURES | st.text(max_size=5), max_size=20).map("".join))
def test_no_number_is_found_where_none_is_looked_for(text: str) -> None:
    assert MAY_HOLD_TELEPHONES.search(text) or not list(PhoneNumberMatcher(text, REGION, leniency=Leniency.VALID))


def test_only_a_components_example_may_show_a_reserved_number() -> None:
    text = 'telephone = "703-555-0100"\nother = "703-555-1234"\n'
    (fault,) = typed_telephones(Source(Path("examples.toml"), text))
    assert (fault.line, fault.todo) == (2, "take it from the object clinic")


def test_all_faults_about_facts_are_told_at_once(project: Project) -> None:
    facts = "data/clinic.toml"
    project.replace(facts, "tagline = ", "taglin = ")
    project.replace(facts, '\ntelephone = "', '\ntelephone = "12" # "')
    project.replace(facts, '\ntown = "', '\n# "')
    project.page(body="Read [it](clinic:cal) or [that](clinic:weather).\n\nCall 703-555-1234 now.")
    project.write("theme/templates/location.html", '{% extends "page.html" %}\n{# (703) 555-1234 #}\n')
    known = ", ".join(link_names((project.path / facts).read_text(encoding="utf-8")))
    assert complaints(project) == [
        'content/new.md:5:11: there is no fact "clinic:cal"; did you mean "clinic:call"?',
        f'content/new.md:5:33: there is no fact "clinic:weather"; the names known are {known}',
        'content/new.md:7:6: a telephone number, "703-555-1234", is typed here; '
        "write [](clinic:call), or add the line to data/clinic.toml and name it",
        'data/clinic.toml:1:1: "tagline" is missing; add tagline = …: the tagline',
        f'{place(project, facts, "taglin =")}: there is no "taglin"; did you mean "tagline"?',
        f"{place(project, facts, 'telephone =')}: \"telephone\" is '12'; "
        "write a telephone number with its area code, or a three-figure code such as 988",
        f'{place(project, facts, "[locations.address]")}: "town" is missing; add town = …: the town',
        'theme/templates/location.html:2:4: a telephone number, "(703) 555-1234", is typed here; '
        "take it from the object clinic",
    ]
