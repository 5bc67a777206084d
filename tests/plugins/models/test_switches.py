"""A question that nobody has answered keeps its rule; an answer that turns one off says why."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import pytest

from plugins.models.switches import Permission, Switch, Switches
from plugins.models.toml import read_toml
from tests.conftest import write_files

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.faults import Fault

WHY = {"reason": "We bill nobody but patients.", "decided": datetime.date(2026, 11, 2)}
ASKED = "To be confirmed: whether"


@pytest.mark.parametrize(
    ("kind", "told", "yes", "off"),
    [
        (Switch, {"answer": ASKED}, True, False),
        (Switch, {"answer": "yes"}, True, False),
        (Switch, {"answer": "no", **WHY}, False, True),
        (Permission, {"answer": ASKED}, False, False),
        (Permission, {"answer": "no"}, False, False),
        (Permission, {"answer": "yes", **WHY}, True, True),
    ],
)
def test_only_an_answer_turns_a_rule_off(kind: type[Switch], told: dict[str, Any], yes: bool, off: bool) -> None:
    switch = kind.model_validate(told)
    assert (switch.yes, switch.off) == (yes, off)


def test_what_nobody_has_asked_keeps_its_rule_and_has_its_question() -> None:
    switches = Switches()
    assert not any(getattr(switches, name).off for name in Switches.model_fields)
    assert switches.covered_entity.question == "whether HIPAA binds the clinic"


def test_an_answer_without_its_reason_and_what_is_no_answer_are_told(tmp_path: Path) -> None:
    text = """[covered_entity]
answer = "no"

[receives_federal_funds]
answer = "no"
reason = " "
decided = 2026-11-02

[self_pay]
answer = false

[employees_15_plus]
answer = "no"
reason = "We are six."
decided = 2999-01-01

[offers_spravato]
answer = "yes"

[sells_pills]
answer = "no"
"""
    write_files(tmp_path, {"facts.toml": text})
    faults: set[Fault] = set()
    assert read_toml(tmp_path / "facts.toml", Switches, faults) is None
    off = "which turns a rule off, without reason and day"
    add = 'add reason = "why the rule does not bind the clinic" and decided = 2026-11-02'
    assert [str(fault).removeprefix(f"{tmp_path}/facts.toml:") for fault in sorted(faults)] == [
        f'1:1: "covered_entity" is answered "no", {off}; {add}',
        f'4:1: "receives_federal_funds" is answered "no", {off}; {add}',
        '10:1: "answer" is False; write "yes", "no", or "To be confirmed: …" until the clinic knows',
        '15:1: "decided" is 2999-01-01, which is yet to come; write the day of the decision, such as 2026-11-02',
        f'17:1: "offers_spravato" is answered "yes", {off}; {add}',
        '20:1: there is no "sells_pills"; did you mean "self_pay"?',
    ]
