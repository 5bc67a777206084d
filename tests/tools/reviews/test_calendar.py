"""The calendar holds all that is reviewed and published, the most urgent first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plugins.faults import BuildRefused, Fault
from plugins.reviews import Standing
from tests.tools.reviews.conftest import DAY
from tools.reviews.calendar import calendar

if TYPE_CHECKING:
    from pathlib import Path


def test_pages_are_sorted_by_the_day_of_their_next_review_and_drafts_are_left_out(root: Path) -> None:
    faults = set[Fault]()
    entries = calendar(root, DAY, faults)
    assert [(entry.source.path.name, entry.standing, str(entry.review.due)) for entry in entries] == [
        ("late.md", Standing.OVERDUE, "2026-11-22"),
        ("soon.md", Standing.SOON, "2026-11-23"),
        ("sooner.md", Standing.SOON, "2026-12-23"),
        ("later.md", Standing.LATER, "2026-12-24"),
        ("never.md", Standing.NEVER, "None"),
    ]
    assert faults == set()


def test_a_page_that_cannot_be_read_is_told_and_the_others_are_there(root: Path) -> None:
    (root / "content/soon.md").write_text("---\nTitle: A\n---\n", encoding="utf-8")
    (root / "content/later.md").write_bytes(b"\xff")
    faults = set[Fault]()
    assert [entry.source.path.name for entry in calendar(root, DAY, faults)] == ["late.md", "sooner.md", "never.md"]
    assert [fault.path.rpartition("/")[2] for fault in sorted(faults)] == ["later.md", "soon.md"]


def test_without_the_people_there_is_no_calendar(root: Path) -> None:
    (root / "data/people.toml").write_text("[reviewer]\n", encoding="utf-8")
    with pytest.raises(BuildRefused, match="credentials"):
        calendar(root, DAY, set())
