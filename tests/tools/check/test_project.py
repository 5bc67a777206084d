"""One terrible page in a copy of the project: every complaint is in one report, at the line where it was typed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.plugins.complaints import place
from tools.check.origin import find, heading, markdown_of
from tools.check.project import check_project

if TYPE_CHECKING:
    from tests.conftest import Outcome, Project

INDEX = "content/articles/are-you-a-candidate-for-ketamine-therapy/index.md"
CHECK = """
import sys
from tools.check.project import check_project
from tools.check.report import report
sys.exit(report(check_project(), "{form}"))
"""
BODY = """## Getting home

#### By taxi

A friend's taxi\u2014or a [bus](#nowhere)\u2014is best. Ask [us]({filename}/about.md#no-such-part)
about the treatement.
"""


def checked(project: Project, form: str = "text") -> Outcome:
    return project.run("-c", CHECK.format(form=form))


def printed(outcome: Outcome) -> list[str]:
    return [line for line in outcome.text.splitlines() if line.startswith(("content/", "data/", "output/"))]


def test_every_complaint_stands_at_the_line_where_it_was_typed(project: Project) -> None:
    project.page(body=BODY, Title="About us")
    article = "content/articles/are-you-a-candidate-for-ketamine-therapy/6-parting-words.md"
    project.write(article, (project.path / article).read_text(encoding="utf-8") + "\nSee [this](#hystory).\n")
    project.replace("data/addresses.toml", "[redirects]\n", '[redirects]\n"/us/" = "/abuot/"\n')
    outcome = checked(project)

    use = "use one of that page's headings: #"
    spelt = "If it is right as it is, add it to data/words.txt"
    assert outcome.code == 1
    assert "Traceback" not in outcome.text
    told = [line for line in outcome.text.splitlines() if line.startswith(("content/", "data/", "output/"))]
    assert [line.split(use)[0] for line in told] == [
        f'{place(project, article, "#hystory")}: the link "#hystory" leads to no heading of {INDEX}; ',
        'content/new.md:2:1: its title, "About us - Nova Health Recovery, Alexandria VA", '
        "is that of content/about.md too; say what sets this page apart",
        "content/new.md:7:1: an h4 follows an h2; let headings go down one level at a time",
        'content/new.md:9:28: the link "#nowhere" leads to no heading of content/new.md; ',
        'content/new.md:9:75: the link "/about/#no-such-part" leads to no heading of content/about.md; ',
        f'content/new.md:10:11: "treatement" is not in the dictionary; did you mean "treatment"? {spelt}',
        'data/addresses.toml:8:1: "/us/" leads to "/abuot/", and nothing is there; did you mean "/about/"?',
    ]
    assert "7 to mend in 3 files" in outcome.text


def test_a_refused_build_keeps_the_other_checks_and_json_is_nothing_but_json(project: Project) -> None:
    project.page(body="The [clinic](clinic:cal) has a treatement. ")
    done = subprocess.run(
        [sys.executable, "-c", CHECK.format(form="json")],
        cwd=project.path,
        env={**os.environ, "PYTHONPATH": str(project.path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert [
        (fault["path"], fault["line"], fault["column"], fault["severity"]) for fault in json.loads(done.stdout)
    ] == [
        ("content/new.md", 5, 14, "error"),
        ("content/new.md", 5, 32, "error"),
        ("content/new.md", 5, 43, "warning"),
    ]


def test_the_project_as_it_stands_is_in_order() -> None:
    again = "more than a year ago"  # a law is to be looked at again, which needs no change of the project
    assert [str(fault) for fault in check_project() if again not in fault.what] == []


def test_the_markdown_behind_a_page_is_found(project: Project) -> None:
    content = project.path / "content"
    article = markdown_of("/articles/are-you-a-candidate-for-ketamine-therapy/", content)

    assert [source.path.name[:2] for source in article] == ["in", "1-", "2-", "3-", "4-", "5-", "6-"]
    names = ["/", "/404.html", "/about/", "/services/", "/services/ptsd/", "/gallery/"]
    found = [[source.path.relative_to(content).as_posix() for source in markdown_of(name, content)] for name in names]
    assert found == [["index.md"], ["404.md"], ["about.md"], ["services/index.md"], ["services/ptsd.md"], []]
    place = heading(article, "What Is Ketamine Therapy?", 3)
    assert place
    assert place.source.path.name.startswith("1-")
    assert place.source.text[place.at :].startswith("### What Is")
    quoted = find(article, "This nasal spray holds one of ketamine\u2019s two mirror-image forms.")
    assert quoted
    assert quoted.source.path.name.startswith("1-")
    assert find(article, "words that stand nowhere") is None
