"""Tell which reviews are due soon, and which are overdue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.faults import BuildRefused, Fault
from plugins.models.days import today
from plugins.reviews import Standing
from tools.reviews.calendar import calendar

if TYPE_CHECKING:
    from pathlib import Path

TODO = 'have it reviewed, and write the day in "Reviewed"'


def check_reviews(root: Path) -> list[Fault]:
    """A review is overdue from the day after it was due (RULES S3), and warned of before; none yet is in order here.

    The build says nothing of it: the words have not changed overnight, and an editor must be able to mend them.
    """
    try:
        entries = calendar(root, today(), set())
    except BuildRefused:  # which the build tells
        return []
    told = {Standing.OVERDUE: "the review is overdue: it was due by", Standing.SOON: "the next review is due by"}
    return [
        entry.source.fault(
            f"{told[entry.standing]} {entry.review.due}", TODO, entry.at, warning=entry.standing == Standing.SOON
        )
        for entry in entries
        if entry.standing in told
    ]
