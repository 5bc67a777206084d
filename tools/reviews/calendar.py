"""Gather what clinicians are to review, and by when."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from plugins.contract import kind_of
from plugins.faults import BuildRefused, Fault, Source
from plugins.front_matter import cut, held
from plugins.models.review import Terms
from plugins.models.texts import texts
from plugins.reviews import Review, Standing, review_of, standing
from plugins.sections import OPENING
from tools.build import read_clinic, read_people

if TYPE_CHECKING:
    import datetime
    from pathlib import Path


class Entry(NamedTuple):
    """A page or section with its review; ``at`` is the offset in ``source`` of the field that says when."""

    source: Source
    title: str
    review: Review
    standing: Standing
    at: int


def calendar(root: Path, day: datetime.date, faults: set[Fault]) -> list[Entry]:
    """What the site shows of content that a clinician reviews, as it stands on ``day``: the most urgent first.

    Drafts are left out, and so is what cannot be read, with its complaints added to ``faults``.
    Raises BuildRefused where data/ has faults.
    """
    clinic, people, content = read_clinic(root), read_people(root), root / "content"
    terms = Terms(people.root.keys(), clinic.reviews.months)
    entries: dict[Path, Entry] = {}
    drafts = set()
    for path in texts(content):
        kind = kind_of(path.relative_to(content).as_posix())
        try:
            source = Source.read(path)
        except BuildRefused as refused:
            faults.update(refused.faults)
            continue
        fields, _ = cut(source, faults)
        page = held(kind, fields, source, terms, faults) if fields else None
        if fields is None or page is None:
            continue
        review = review_of(page, people, clinic.reviews)
        if getattr(page, "status", None) == "draft":
            drafts.add(path)
        elif review:
            now = standing(review, day, clinic.reviews.notice_days)
            at = fields.places.get("next_review", fields.places["reviewed"])
            entries[path] = Entry(source, page.title, review, now, at)
    openings = {path.parent for path in drafts if path.name == OPENING}
    return sorted((entry for path, entry in entries.items() if path.parent not in openings), key=_urgency)


def _urgency(entry: Entry) -> tuple[int, str, str]:
    return [*Standing].index(entry.standing), str(entry.review.due), entry.source.name
