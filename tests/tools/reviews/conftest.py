"""What the tests of the calendar share: a folder with the real facts, and pages in every standing."""

from __future__ import annotations

import datetime
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT, write_files

if TYPE_CHECKING:
    from pathlib import Path

DAY = datetime.date(2026, 11, 23)
FRONT = "---\nTitle: {}\nDescription: A page only here to be read by a test, long enough for its contract.\n{}\n---\n"
BY = "Reviewer: reviewer"
FIELDS = {
    "services/never.md": "Condition: ptsd\nReviewed: not yet",
    "services/gone.md": f"Condition: ptsd\nReviewed: 2024-11-01\n{BY}\nStatus: draft",
    "services/late.md": f"Condition: ptsd\nReviewed: 2025-11-22\n{BY}\nModified: 2026-01-05",
    "soon.md": f"Reviewed: 2025-11-23\n{BY}",
    "sooner.md": f"Reviewed: 2026-09-01\n{BY}\nNext_review: 2026-12-23",
    "later.md": f"Reviewed: 2026-09-01\n{BY}\nNext_review: 2026-12-24",
    "plain.md": "Menu: footer",
    "articles/a/index.md": "Date: 2026-01-01\nStatus: draft",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a page overdue since yesterday, two due soon, one later, one never reviewed, and three others."""
    for name in ("clinic.toml", "people.toml"):
        (tmp_path / "data").mkdir(exist_ok=True)
        shutil.copy(ROOT / "data" / name, tmp_path / "data" / name)
    pages = {f"content/{name}": FRONT.format(f"On {name}", fields) for name, fields in FIELDS.items()}
    section = {"content/articles/a/1-part.md": f"---\nTitle: Part\nReviewed: 2020-01-01\n{BY}\n---\n"}
    return write_files(tmp_path, pages | section)
