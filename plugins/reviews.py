"""Tell of each page and section who reviewed it and when, and how that stands on a day."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from pelican.plugins import signals

from plugins.models.days import today
from plugins.models.review import NOT_YET, Terms, due

if TYPE_CHECKING:
    from pelican import Pelican
    from pelican.contents import Content

    from plugins.models.clinic import Reviews
    from plugins.models.people import People, Person


class Standing(StrEnum):
    """How a review stands, the most urgent first."""

    OVERDUE = "overdue"
    SOON = "due soon"
    LATER = "later"
    NEVER = "never reviewed"


class Review(NamedTuple):
    """What is known of a page's review. ``due`` is the last day for the next, None where there was none yet.

    ``changed`` is the day on which the words changed after the review; ``standing`` is set for the preview alone,
    because what is published must not depend on the day.
    """

    reviewed: datetime.date | Literal["not yet"]
    reviewer: Person | None
    due: datetime.date | None
    changed: datetime.date | None
    standing: Standing | None = None


def review_of(page: Any, people: People, terms: Reviews) -> Review | None:
    """The review of a page as the contract or Pelican holds it; None where there is nothing to review."""
    if page.reviewed is None:
        return None
    reviewer = people.root.get(page.reviewer or "")
    if page.reviewed == NOT_YET:
        return Review(page.reviewed, reviewer, None, None)
    modified = getattr(page, "modified", None)
    changed = modified.date() if isinstance(modified, datetime.datetime) else modified
    following = page.next_review or due(page.reviewed, terms.months)
    return Review(page.reviewed, reviewer, following, changed if changed and changed > page.reviewed else None)


def standing(review: Review, day: datetime.date, notice_days: int) -> Standing:
    """How ``review`` stands on ``day``: due soon from ``notice_days`` before it is due, overdue from the day after."""
    if review.due is None:
        return Standing.NEVER
    if review.due < day:
        return Standing.OVERDUE
    return Standing.SOON if (review.due - day).days <= notice_days else Standing.LATER


def set_terms(pelican: Pelican) -> None:
    """Put what front matter is held against into ``settings["REVIEW_TERMS"]``, None where the facts have faults."""
    clinic, people = pelican.settings["CLINIC"], pelican.settings["PEOPLE"]
    pelican.settings["REVIEW_TERMS"] = Terms(people.root.keys(), clinic.reviews.months) if clinic and people else None


def review(content: Content) -> None:
    """Set ``content.review``, None where there is nothing to review."""
    settings = content.settings
    content.review = None
    if settings["REVIEW_TERMS"] and getattr(content, "reviewed", None):
        terms: Reviews = settings["CLINIC"].reviews
        found = review_of(content, settings["PEOPLE"], terms)
        if found and not settings["PRODUCTION"]:
            found = found._replace(standing=standing(found, today(), terms.notice_days))
        content.review = found


def register() -> None:
    """Called by Pelican."""
    signals.get_generators.connect(set_terms)
    signals.content_object_init.connect(review)
