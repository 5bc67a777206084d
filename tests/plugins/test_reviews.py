"""Who reviewed a page is published with it, and how that stands today is for the preview alone."""

from __future__ import annotations

import datetime
import re
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from plugins.models.clinic import Reviews
from plugins.reviews import Review, Standing, review_of, standing
from tests.conftest import Project
from tests.plugins.complaints import built
from tests.plugins.known import people

if TYPE_CHECKING:
    from pathlib import Path

DAY = datetime.date(2026, 3, 1)
TERMS = Reviews(months=12, notice_days=30)
FOLDER = "articles/are-you-a-candidate-for-ketamine-therapy"
ENDS = r"(?=</?(?:article|div|header|h\d|nav|ol|p|section|ul)\b)"  # of a paragraph, whose own end tag is left out
NOTE = re.compile(rf'<p class="review-note small">(.*?){ENDS}')
MARK = re.compile(rf'<p class="review-due small">(.*?){ENDS}')
TAG = re.compile(r"<[^>]*>")
ANN = """
[ann]
name = "Ann Roe"
credentials = "MD"
role = "clinical reviewer"
license_state = "Virginia"
board = "American Board of Examples"
page = "about.md"
"""


def review(**fields: Any) -> Review | None:
    page = {"reviewed": DAY, "reviewer": "pat", "next_review": None}
    return review_of(SimpleNamespace(**(page | fields)), people(), TERMS)


def test_a_review_says_who_until_when_and_what_changed_since() -> None:
    pat = people().root["pat"]
    assert review() == (DAY, pat, datetime.date(2027, 3, 1), None, None)
    changed = datetime.date(2026, 3, 2)
    assert review(modified=changed) == (DAY, pat, datetime.date(2027, 3, 1), changed, None)
    assert review(modified=datetime.datetime(2026, 3, 2)) == review(modified=changed)
    assert review(modified=DAY) == review()
    assert review(next_review=changed) == (DAY, pat, changed, None, None)
    assert review(reviewed="not yet", reviewer=None) == ("not yet", None, None, None, None)
    assert review(reviewed=None) is None


@pytest.mark.parametrize(
    ("days", "stands"),
    [(-1, "overdue"), (0, "due soon"), (30, "due soon"), (31, "later")],
)
def test_a_review_is_due_soon_before_it_is_overdue(days: int, stands: str) -> None:
    found = review(next_review=DAY + datetime.timedelta(days=days))
    assert found
    assert standing(found, DAY, TERMS.notice_days) == stands
    assert standing(found._replace(due=None), DAY, TERMS.notice_days) == Standing.NEVER


class Shown(NamedTuple):
    """What the article, a service and a page say of their reviews at their feet, and what only the preview says."""

    notes: list[str]
    marks: list[str]


def shown(project: Project, day: str, *arguments: str) -> Shown:
    """Build on a day and read."""
    moment = datetime.datetime.fromisoformat(f"{day}T12:00+00:00")
    output = built(project, *arguments, SOURCE_DATE_EPOCH=str(int(moment.timestamp()))).output
    names = (FOLDER, "services/ptsd", "privacy")
    html = "".join((output / name / "index.html").read_text(encoding="utf-8") for name in names)
    return Shown(*([TAG.sub("", found) for found in pattern.findall(html)] for pattern in (NOTE, MARK)))


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with pages and sections in every standing on 20 February 2027."""
    project = Project(tmp_path_factory.mktemp("reviewed") / "project")
    people_file = project.path / "data/people.toml"
    people_file.write_text(people_file.read_text(encoding="utf-8") + ANN, encoding="utf-8")
    first, second = sorted((project.path / "content" / FOLDER).glob("[12]-*.md"))
    for path, fields in (
        (first, "Reviewed: 2026-02-19\nReviewer: ann\nModified: 2026-04-05"),
        (second, "Reviewed: 2026-03-01\nReviewer: reviewer"),
        (project.path / "content/services/ptsd.md", "Reviewed: 2026-11-22\nReviewer: ann\nNext_review: 2027-03-23"),
    ):
        project.replace(path.relative_to(project.path).as_posix(), "Reviewed: not yet", fields)
    return project


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


NOT_YET = ["Not yet reviewed by a clinician."] * 3
REVIEWED_BY_ANN = "Reviewed by Ann Roe, MD (licensed in Virginia, certified by the American Board of Examples)"
NOTES = [
    f"{REVIEWED_BY_ANN} on 19 February 2026. Next review by 19 February 2027. "
    "Changed on 5 April 2026, after this review.",
    "Reviewed by To be named: clinical reviewer (licensed in To be confirmed: state) on 1 March 2026. "
    "Next review by 1 March 2027.",
    *NOT_YET,
    f"{REVIEWED_BY_ANN} on 22 November 2026. Next review by 23 March 2027.",
]


def test_the_preview_marks_what_is_due_overdue_and_never_reviewed(reviewed: Project) -> None:
    assert shown(reviewed, "2027-02-20") == (
        NOTES,
        [
            "Review overdue: it was due by 19 February 2027.",
            "Review due by 1 March 2027.",
            *["To be reviewed before it is published."] * 3,
        ],
    )
    article = (reviewed.output / FOLDER / "index.html").read_text(encoding="utf-8")
    assert article.index('<h2 id="understanding') < article.index("Review overdue") < article.index('<h2 id="the-sci')
    assert '<a href="/about/">Ann Roe, MD</a>' in article
    assert "<mark>To be named: clinical reviewer</mark>" in article


def test_what_is_published_is_the_same_on_any_day(reviewed: Project) -> None:
    assert shown(reviewed, "2026-11-23", "--production") == (NOTES, [])
    before = files(reviewed.output)
    assert shown(reviewed, "2028-01-01", "--production") == (NOTES, [])
    assert files(reviewed.output) == before
