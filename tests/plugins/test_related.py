"""A service and an article lead on to what shares a condition with them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.plugins.complaints import built

if TYPE_CHECKING:
    from tests.conftest import Project


def test_pages_lead_to_those_that_share_most_conditions(project: Project) -> None:
    project.page("content/services/sleep.md", Title="Sleep", Condition="crps", Reviewed="not yet")
    project.page("content/services/rest.md", Title="Rest", Condition="crps", Reviewed="not yet", Status="draft")
    project.page(
        "content/articles/both/index.md",
        Title="Both",
        Date="2026-01-02",
        Conditions="[crps, ptsd]",
        Description=f"{'An article about two conditions. ' * 3}",
    )
    output = built(project).output

    def leads(page: str) -> list[str]:
        html = (output / page / "index.html").read_text(encoding="utf-8")
        related = re.search(r'<nav class="related".*?</nav>', html, re.DOTALL)
        return re.findall(r'href="([^"]*)"', related[0]) if related else []

    article = "/articles/are-you-a-candidate-for-ketamine-therapy/"
    assert leads("services/sleep") == ["/articles/both/"]
    assert leads("articles/both") == ["/services/ptsd/", article, "/services/sleep/"]
    assert leads("about") == []
