"""A law is known by its source and the day on which somebody last looked, and asks to be looked at again."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from plugins.faults import ROOT, Fault
from plugins.models.laws import Laws
from plugins.models.switches import Switches
from tests.conftest import write_files
from tests.plugins.known import clinic

if TYPE_CHECKING:
    from pathlib import Path

BAD = """[signs]
asks = "a sign at the door"
source = ""
looked_at = 2999-01-01
switch = "recieves_federal_funds"
page = "Signs.md"
"""


def test_every_law_has_its_source_and_the_notices_are_there() -> None:
    faults: set[Fault] = set()
    laws = Laws.read(ROOT / "data", faults)
    assert not faults
    assert {law.switch for law in laws.by_name.values() if law.switch} < set(Switches.model_fields)
    pages = {law.page for law in laws.by_name.values() if law.page}
    assert {"nondiscrimination.md", "language-assistance.md", "notice-of-privacy-practices.md"} < pages
    assert all((ROOT / "content" / page).is_file() for page in pages)


def test_only_an_answer_takes_a_law_off() -> None:
    laws = Laws.read(ROOT / "data", set())
    assert laws.off(Switches()) == {}
    answered = clinic(switches={"self_pay": {"answer": "no", "reason": "No.", "decided": datetime.date(2026, 11, 2)}})
    assert laws.off(answered.switches).keys() == {"good-faith-estimate"}
    assert laws.binding(answered.switches).keys() == laws.by_name.keys() - {"good-faith-estimate"}


def test_a_law_is_to_be_looked_at_again_after_a_year() -> None:
    laws = Laws.read(ROOT / "data", set())
    looked_at = min(law.looked_at for law in laws.by_name.values())
    assert list(laws.stale(looked_at.replace(year=looked_at.year + 1))) == []
    (first, *_) = laws.stale(looked_at.replace(year=looked_at.year + 1) + datetime.timedelta(days=1))
    assert first.warning
    assert first.what == f'the law "nondiscrimination" was last looked at on {looked_at}, more than a year ago'
    assert laws.source.text.splitlines()[first.line - 1] == f"looked_at = {looked_at}"


def test_what_is_wrong_with_a_law_is_told(tmp_path: Path) -> None:
    write_files(tmp_path, {"laws.toml": BAD})
    faults: set[Fault] = set()
    assert Laws.read(tmp_path, faults).by_name == {}
    assert [str(fault).removeprefix(f"{tmp_path}/laws.toml:") for fault in sorted(faults)] == [
        '3:1: "source" is empty; write where the law says so, such as 45 CFR 92.10',
        '4:1: "looked_at" is 2999-01-01, which is yet to come; '
        "write the day on which somebody last looked, such as 2026-11-02",
        '5:1: "switch" is "recieves_federal_funds"; did you mean "receives_federal_funds"?',
        "6:1: \"page\" is 'Signs.md'; write the notice's file in content/, or leave it out",
    ]
