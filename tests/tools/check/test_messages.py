"""The slips that editors make most often, and what each is told, word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.conftest import Project
from tests.plugins.complaints import complaints

if TYPE_CHECKING:
    from collections.abc import Callable

ARTICLE = "articles/are-you-a-candidate-for-ketamine-therapy"
DESCRIPTION = "Description: A page that is only here to be read by a test, long enough for its contract.\n"
DAY = (
    "write the day of publication, such as 2026-03-31, not later than today "
    '("Status: draft" is for a page that is to wait)'
)
SERVICE = "Title, Description, Menu, Menu_title, Order, Status, Reviewed, Reviewer, Next_review, Modified, Condition"


class Slip(NamedTuple):
    """A file of content/, its front matter behind the description, its words, and what is told behind its name."""

    file: str
    fields: str
    told: list[str]
    words: str = "Words."


SLIPS = {
    "bad date": Slip("articles/a/index.md", "Title: A\nDate: March 2026", [f"4:1: \"Date\" is 'March 2026'; {DAY}"]),
    "no such day": Slip(
        "articles/b/index.md",
        "Title: A\nDate: 2026-02-30",
        [f'4:1: "Date" is 2026-02-30, and there is no such day; {DAY}'],
    ),
    "missing title": Slip(
        "c.md", "Menu: footer", ['1:1: "Title" is missing; add Title: …: the page\'s heading, at most 70 characters']
    ),
    "duplicate address": Slip(
        "about/index.md",
        "Title: A",
        ["1:1: its address, /about/, is that of content/about.md too; rename or remove one of the two"],
    ),
    "unknown field": Slip(
        "services/d.md",
        "Title: A\nReviewed: not yet\nConditon: ptsd\nCondition: ptsd\nColour: red",
        [
            '5:1: there is no "Conditon"; did you mean "Condition"?',
            f'7:1: there is no "Colour"; the names known here are {SERVICE}',
        ],
    ),
    "unknown condition": Slip(
        "services/e.md",
        "Title: A\nReviewed: not yet\nCondition: depresion",
        ['5:12: the condition "depresion" has no grade in data/evidence.toml; did you mean "depression"?'],
    ),
    "broken link": Slip(
        "f.md",
        "Title: A",
        ['5:10: the link "{filename}/abuot.md" leads to no file; did you mean "{filename}/about.md"?'],
        "See [us]({filename}/abuot.md).",
    ),
    "broken link to a section": Slip(
        "g.md",
        "Title: A",
        [
            f'5:10: the link "{{filename}}/{ARTICLE}/6-parting.md" leads to no file; '
            f'did you mean "{{filename}}/{ARTICLE}/6-parting-words.md"?'
        ],
        f"See [it]({{filename}}/{ARTICLE}/6-parting.md).",
    ),
    "missing picture": Slip(
        "h.md",
        "Title: A",
        [
            '5:12: there is no picture "/images/course-of-a-sesion.svg"; '
            'did you mean "/images/course-of-a-session.svg"?',
        ],
        "![A visit](/images/course-of-a-sesion.svg)",
    ),
    "picture without words": Slip(
        "i.md",
        "Title: A",
        [
            '5:3: the picture "/images/course-of-a-session.svg" has no words; '
            "say between the square brackets what it shows: ![A quiet room](/images/room.jpg)"
        ],
        "![](/images/course-of-a-session.svg)",
    ),
    "telephone typed by hand": Slip(
        "j.md",
        "Title: A",
        [
            '5:6: a telephone number, "703-684-1234", is typed here; '
            "write [](clinic:call), or add the line to data/clinic.toml and name it"
        ],
        "Call 703-684-1234 now.",
    ),
    "unknown source": Slip(
        "k.md",
        "Title: A",
        ['5:11: no reference has the key "anand2032"; did you mean "anand2023"?'],
        "It is so [@anand2032].",
    ),
    "tab in the front matter": Slip(
        "l.md",
        "Title: A\n\tMenu: footer",
        ["4:1: a tab stands before this field; take away what stands before the field"],
    ),
    "colon in a title": Slip(
        "m.md",
        "Title: Sleep: a page",
        ['3:13: a second colon stands on this line; put the whole value in double quotes: Title: "Sleep: a page"'],
    ),
    "field twice": Slip(
        "n.md", "Title: A\nTitle: B", ['4:1: the field "Title" is written twice, first in line 3; keep one of the two']
    ),
    "status misspelt": Slip(
        "o.md",
        "Title: A\nStatus: drfat",
        [
            "4:1: \"Status\" is 'drfat'; "
            'write "published", "draft" (only the preview shows it) or "hidden" (published, but listed nowhere)'
        ],
    ),
    "no space behind a colon": Slip("p.md", "Title:A", ['3:7: a space is missing behind the colon; write "Title: …"']),
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[str]]:
    """What one build with all the slips says of a file."""
    project = Project(tmp_path_factory.mktemp("slips") / "project")
    for slip in SLIPS.values():
        project.write(f"content/{slip.file}", f"---\n{DESCRIPTION}{slip.fields}\n---\n{slip.words}\n")
    lines = complaints(project)
    return lambda file: [line.removeprefix(f"content/{file}:") for line in lines if line.startswith(f"content/{file}:")]


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_is_told_in_everyday_words_where_it_stands(told: Callable[[str], list[str]], slip: Slip) -> None:
    assert told(slip.file) == slip.told
