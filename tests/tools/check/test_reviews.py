"""`invoke check` warns of reviews before they are due, and fails when they are overdue."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT, write_files
from tools.check.reviews import TODO, check_reviews

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """---
Title: Parking
Description: A page that is only here to be read by a test, long enough for its contract.
Reviewed: 2026-01-31
Reviewer: reviewer
{}
---
"""


@pytest.mark.parametrize(
    ("day", "field", "told"),
    [
        ((2026, 12, 31), "", []),
        ((2027, 1, 1), "", [f"4:1: warning: the next review is due by 2027-01-31; {TODO}"]),
        ((2027, 1, 31), "", [f"4:1: warning: the next review is due by 2027-01-31; {TODO}"]),
        ((2027, 2, 1), "", [f"4:1: the review is overdue: it was due by 2027-01-31; {TODO}"]),
        ((2026, 5, 2), "Next_review: 2026-05-01", [f"6:1: the review is overdue: it was due by 2026-05-01; {TODO}"]),
        ((2027, 2, 1), "Status: draft", []),
    ],
)
def test_a_review_is_warned_of_and_then_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, day: tuple[int, int, int], field: str, told: list[str]
) -> None:
    moment = datetime.datetime(*day, 12, tzinfo=datetime.UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))
    facts = {f"data/{name}.toml": (ROOT / f"data/{name}.toml").read_text("utf-8") for name in ("clinic", "people")}
    never = PAGE.replace("2026-01-31", "not yet").format("")
    write_files(tmp_path, facts | {"content/parking.md": PAGE.format(field), "content/never.md": never})

    assert [str(fault).partition("parking.md:")[2] for fault in check_reviews(tmp_path)] == told


def test_facts_that_cannot_be_read_are_told_by_the_build(tmp_path: Path) -> None:
    write_files(tmp_path, {"data/clinic.toml": "name =\n", "data/people.toml": "", "content/a.md": ""})
    assert check_reviews(tmp_path) == []
