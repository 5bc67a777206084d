"""Terms are found in every form, and a glossary out of order is told by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plugins.faults import ROOT
from plugins.glossary import read_glossary
from plugins.models.glossary import pattern_of
from tests.conftest import write_files

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.faults import Fault

FORMS = ("dissociation", "NMDA receptor", "NMDA", "ECT", "off-label", "Alexandria", "psychosis")
BAD = """names = []

[[term]]
term = "placebo"
definition = "A dummy."

[[term]]
term = "ECT"
short_for = "electroconvulsive therapy"
also = ["Placebo"]
definition = "A current."

[[term]]
term = "mania"
definition = "A high mood."
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dissociation, dissociations", ["Dissociation", "dissociations"]),
        ("an NMDA receptor, NMDA\nreceptors, NMDA", ["NMDA receptor", "NMDA\nreceptors", "NMDA"]),
        ("ECT, ECTs, ect, Ect, direct, ECT-like", ["ECT", "ECTs"]),
        ("Off-label and off-labels", ["Off-label", "off-labels"]),
        ("alexandria", ["alexandria"]),
        ("psychosis, antipsychosis", ["psychosis"]),
    ],
)
def test_a_term_is_found_in_any_form_and_nothing_else_is(text: str, found: list[str]) -> None:
    assert [match[0] for match in pattern_of(FORMS).finditer(text)] == found


def told(data: Path, text: str) -> list[str]:
    faults: set[Fault] = set()
    read_glossary(write_files(data, {"glossary.toml": text}), faults)
    return [str(fault).removeprefix(f"{data}/glossary.toml:") for fault in sorted(faults)]


def test_terms_out_of_order_and_said_twice_are_told(tmp_path: Path) -> None:
    assert told(tmp_path, BAD) == [
        '8:1: "ECT" stands below "placebo"; keep the terms in the order of the alphabet',
        '8:1: "Placebo" is said of "placebo" already; say it of one term, once',
    ]


@pytest.mark.parametrize(
    ("definition", "wrong"),
    [
        (f"A{' word' * 26}.", "has 27 words"),
        ("A dummy", "is not one sentence"),
        ("A dummy. It holds no drug.", "is not one sentence"),
    ],
)
def test_a_definition_is_one_short_sentence(tmp_path: Path, definition: str, wrong: str) -> None:
    assert told(tmp_path, BAD.replace("A high mood.", definition)) == [
        f'15:1: "definition" {wrong}; write one sentence of at most 25 words, from its capital to its full stop'
    ]


def test_the_shipped_glossary_is_in_order() -> None:
    faults: set[Fault] = set()
    glossary = read_glossary(ROOT / "data", faults)

    assert faults == set()
    assert glossary
    assert len(glossary.by_id) == len(glossary.term) > 20
    assert glossary.by_id["nmda-receptor"].forms == ("NMDA receptor", "NMDA")
