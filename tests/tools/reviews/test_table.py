"""The calendar is read in a terminal and by a program."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from tests.tools.reviews.conftest import DAY
from tools.reviews.calendar import calendar
from tools.reviews.table import NOTHING, as_json, as_text

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Project


def test_the_terminal_shows_who_is_to_review_what_until_when(root: Path) -> None:
    text = as_text(calendar(root, DAY, set())).replace(f"{root}/content/", "")
    who = "To be named: clinical reviewer"
    assert [re.sub(" {2,}", "  ", line) for line in text.splitlines()] == [
        "Overdue",
        f"  2026-11-22  reviewed 2025-11-22  changed 2026-01-05  {who}  services/late.md",
        "",
        "Due soon",
        f"  2026-11-23  reviewed 2025-11-23  no change noted  {who}  soon.md",
        f"  2026-12-23  reviewed 2026-09-01  no change noted  {who}  sooner.md",
        "",
        "Later",
        f"  2026-12-24  reviewed 2026-09-01  no change noted  {who}  later.md",
        "",
        "Never reviewed",
        "  services/never.md",
        "",
        "1 overdue, 2 due soon, 1 later, 1 never reviewed",
    ]
    assert as_text([]) == f"{NOTHING}\n"


def test_a_program_reads_the_same(root: Path) -> None:
    objects = json.loads(as_json(calendar(root, DAY, set())))
    assert [each["standing"] for each in objects] == ["overdue", "due soon", "due soon", "later", "never reviewed"]
    assert objects[0] == {
        "path": (root / "content/services/late.md").as_posix(),
        "title": "On services/late.md",
        "standing": "overdue",
        "due": "2026-11-22",
        "reviewer": "To be named: clinical reviewer",
        "reviewed": "2025-11-22",
        "changed": "2026-01-05",
        "commits": None,
    }
    assert {name for name, value in objects[4].items() if value is None} == {
        "due",
        "reviewer",
        "reviewed",
        "changed",
        "commits",
    }


def test_the_task_prints_writes_and_fails_when_a_review_is_overdue(project: Project) -> None:
    project.replace("content/services/ptsd.md", "Reviewed: not yet", "Reviewed: 2026-01-31\nReviewer: reviewer")
    early, late = "1796000000", "1802000000"  # in November 2026 and in February 2027
    run = ("-m", "invoke", "reviews", "--ics", "reviews.ics")
    outcome = project.run(*run, SOURCE_DATE_EPOCH=early)
    assert outcome.code == 0
    assert "reviews.ics is written; it holds 1 of 8 reviews" in outcome.text
    outcome = project.run(*run, SOURCE_DATE_EPOCH=late)
    assert (outcome.code, "1 overdue, 7 never reviewed" in outcome.text) == (1, True)
    assert (project.path / "reviews.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
