"""Print the calendar of reviews for a person or for a program."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING

from plugins.reviews import Standing
from tools.reviews.history import commits_since

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable

    from tools.reviews.calendar import Entry

NOTHING = "No page or section asks for a review."


def as_text(entries: list[Entry]) -> str:
    """The pages by how urgent they are, in columns: next review, file, reviewer, last review, changes; and counts."""
    rows = [_row(entry) for entry in entries]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = []
    for standing, group in groupby(zip(entries, rows, strict=True), key=lambda pair: pair[0].standing):
        lines.append(str(standing).capitalize())
        lines += [f"  {_in_columns(row, widths)}" for _, row in group] + [""]
    counts = [(sum(entry.standing == standing for entry in entries), standing) for standing in Standing]
    told = ", ".join(f"{count} {standing}" for count, standing in counts if count)
    return "\n".join([*lines, told or NOTHING, ""])


def _row(entry: Entry) -> tuple[str, ...]:
    review = entry.review
    reviewer = review.reviewer.named if review.reviewer else ""
    if review.due is None:
        return "-" * 10, entry.source.name, reviewer, "", ""
    return review.due.isoformat(), entry.source.name, reviewer, f"reviewed {review.reviewed}", _changes(entry)


def _changes(entry: Entry) -> str:
    """What has happened to the words since the review."""
    commits = _commits(entry)
    if commits is None:
        return f"changed {entry.review.changed}" if entry.review.changed else "no change noted"
    return f"{commits or 'no'} commit{'' if commits == 1 else 's'} since"


def _commits(entry: Entry) -> int | None:
    reviewed = entry.review.reviewed
    return None if isinstance(reviewed, str) else commits_since(entry.source.path, reviewed)


def _in_columns(row: tuple[str, ...], widths: list[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def as_json(entries: list[Entry]) -> str:
    """A list of objects with path, title, standing, due, reviewer, reviewed, changed and commits, null if not known."""
    objects = [
        {
            "path": entry.source.name,
            "title": entry.title,
            "standing": entry.standing,
            "due": _iso(entry.review.due),
            "reviewer": entry.review.reviewer.named if entry.review.reviewer else None,
            "reviewed": None if isinstance(entry.review.reviewed, str) else _iso(entry.review.reviewed),
            "changed": _iso(entry.review.changed),
            "commits": _commits(entry),
        }
        for entry in entries
    ]
    return json.dumps(objects, indent=2, ensure_ascii=False) + "\n"


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


FORMATS: dict[str, Callable[[list[Entry]], str]] = {"text": as_text, "json": as_json}
