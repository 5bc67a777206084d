"""What the tests of structured data share: a clinic that has said everything, and each page's graph."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from tests.plugins.complaints import built
from tests.site.confirmed import confirm

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Project

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>')
ARTICLE = "articles/are-you-a-candidate-for-ketamine-therapy"
PERSON = {"name": "Pat Doe", "credentials": "MD", "license_state": "Virginia"}


def graph_of(site: Path, page: str = "") -> dict[str, Any]:
    """The one JSON-LD document of a page, which is named by its folder; "" is the home page."""
    (text,) = SCRIPT.findall((site / page / "index.html").read_text(encoding="utf-8"))
    document: dict[str, Any] = json.loads(text)
    return document


def told(document: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The things at the top of a graph, by their type."""
    return {node["@type"]: node for node in document["@graph"]}


def say_everything(project: Project) -> Project:
    """Build ``project`` for a clinic with hours, a director with a page, a second place and reviewed pages."""
    confirm(project)
    project.replace("data/clinic.toml", "To be confirmed: registered name", "Nova Health Recovery PLLC")
    for field, value in PERSON.items():
        people = (project.path / "data/people.toml").read_text(encoding="utf-8")
        project.write("data/people.toml", re.sub(rf'(?m)^{field} = ".*"', f'{field} = "{value}"', people, count=1))
    board = 'board = "American Board of Anesthesiology"\npage = "people/pat-doe.md"\n\n[reviewer]'
    project.replace("data/people.toml", "[reviewer]", board)
    project.page(
        "content/people/pat-doe.md", "Licensed in Virginia, American Board of Anesthesiology.", Title="Pat Doe"
    )
    review = "Reviewed: 2026-11-20\nReviewer: medical-director"
    for path in (*(project.path / "content" / ARTICLE).glob("*.md"), project.path / "content/services/ptsd.md"):
        name = path.relative_to(project.path).as_posix()
        project.write(name, path.read_text(encoding="utf-8").replace("Reviewed: not yet", review, 1))
    project.replace(f"content/{ARTICLE}/index.md", "Date: 2026-11-22", "Date: 2026-11-20\nModified: 2026-11-21")
    return built(project, "--production")
