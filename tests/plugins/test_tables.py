"""A table of many columns can be scrolled by itself, a narrow one is left as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.plugins.complaints import built

if TYPE_CHECKING:
    from tests.conftest import Project

WIDE = "|  | Dose | Weeks | Drop *out* |\n|---|---|---|---|\n| a | b | c | d |"
NARROW = "| A | B | C |\n|---|---|---|\n| a | b | c |"


def test_only_a_wide_table_is_a_region_that_the_keyboard_reaches(project: Project) -> None:
    project.page(body=f"{WIDE}\n\n{NARROW}")
    html = (built(project).output / "new/index.html").read_text(encoding="utf-8")
    (region,) = re.findall(r'<div [^>]*class="wide-table"[^>]*>', html)
    assert 'role="region"' in region
    assert 'tabindex="0"' in region
    assert 'aria-label="Table: Dose, Weeks, Drop out"' in region
    assert html.count("<table>") == 2
    assert html.count("<th>") == 3 + 3, "the empty corner heads nothing"
