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
    """The pages by how urgent they are, in columns: next review, last review, changes, reviewer, file; and counts."""
    lines = []
    for standing, group in groupby(entries, key=lambda entry: entry.standing):
        lines += [str(standing).capitalize(), *_in_columns([_row(entry) for entry in group]), ""]
    counts = [(sum(entry.standing == standing for entry in entries), standing) for standing in Standing]
    told = ", ".join(f"{count} {standing}" for count, standing in counts if count)
    return "\n".join([*lines, told or NOTHING, ""])


def _row(entry: Entry) -> tuple[str, ...]:
    review = entry.review
    reviewer = review.reviewer.named if review.reviewer else ""
    if review.due is None:
        return "", "", "", reviewer, entry.source.name
    return review.due.isoformat(), f"reviewed {review.reviewed}", _changes(entry), reviewer, entry.source.name


def _changes(entry: Entry) -> str:
    """What has happened to the words since the review."""
    commits = _commits(entry)
    if commits is None:
        return f"changed {entry.review.changed}" if entry.review.changed else "no change noted"
    return f"{commits or 'no'} commit{'' if commits == 1 else 's'} since"


def _commits(entry: Entry) -> int | None:
    reviewed = entry.review.reviewed
    return None if isinstance(reviewed, str) else commits_since(entry.source.path, reviewed)


def _in_columns(rows: list[tuple[str, ...]]) -> list[str]:
    """The rows, every column as wide as what stands in it; one that is empty takes no room."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    wanted = [[(cell, width) for cell, width in zip(row, widths, strict=True) if width] for row in rows]
    return ["  " + "  ".join(cell.ljust(width) for cell, width in row).rstrip() for row in wanted]


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
