"""A date is told to machines and to people, the same on every machine."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from plugins.dates import day
from tests.plugins.complaints import built

if TYPE_CHECKING:
    from tests.conftest import Project

ARTICLE = "articles/are-you-a-candidate-for-ketamine-therapy/index"


@pytest.mark.parametrize(
    ("date", "iso", "words"),
    [
        (datetime.date(2026, 11, 22), "2026-11-22", "22 November 2026"),
        (datetime.date(1965, 1, 2), "1965-01-02", "2 January 1965"),
        (datetime.datetime(2026, 12, 31, 23, 59), "2026-12-31", "31 December 2026"),
    ],
)
def test_a_day_is_told_to_machines_and_to_people(date: datetime.date, iso: str, words: str) -> None:
    assert day(date) == f'<time datetime="{iso}">{words}</time>'


def test_an_article_tells_when_it_was_published_changed_and_reviewed(project: Project) -> None:
    folder = "content/articles/are-you-a-candidate-for-ketamine-therapy"
    project.replace(f"{folder}/index.md", "Date: 2026-11-22", "Date: 2026-01-02\nModified: 2026-02-03")
    project.replace(
        f"{folder}/1-understanding-ketamine-therapy.md", "Reviewed: not yet", "Reviewed: 2026-03-04\nReviewer: reviewer"
    )
    html = (built(project).output / f"{ARTICLE}.html").read_text(encoding="utf-8")
    for iso, words in (
        ("2026-01-02", "2 January 2026"),
        ("2026-02-03", "3 February 2026"),
        ("2026-03-04", "4 March 2026"),
    ):
        assert f'<time datetime="{iso}">{words}</time>' in html
