"""Every page and every section of an article stands in the list from A to Z."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.a_to_z import Entry, a_to_z
from tests.plugins.complaints import built

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Project


def test_titles_are_filed_without_their_little_words_and_by_their_letter() -> None:
    the, apple, number, same = (
        Entry("The Zoo", "/z/"),
        Entry("apple", "/a/"),
        Entry("988", "/9/"),
        Entry("Apple", "/b/"),
    )

    assert [(letter.name, letter.entries) for letter in a_to_z([the, apple, number, same])] == [
        ("0-9", [number]),
        ("A", [apple, same]),
        ("Z", [the]),
    ]


def test_every_page_but_those_that_nobody_looks_for_is_listed(site: Path) -> None:
    listed = re.findall(r'a-to-z__entry"><a href="([^"]*)"', (site / "search/index.html").read_text(encoding="utf-8"))
    pages = {f"/{path.parent.relative_to(site).as_posix()}/".replace("/./", "/") for path in site.rglob("index.html")}

    assert {address for address in listed if "#" not in address} == pages - {"/search/", "/thank-you/"}
    assert len([address for address in listed if "#" in address]) == 6
    assert len(set(listed)) == len(listed)


def test_a_hidden_page_and_a_draft_are_not_listed(project: Project) -> None:
    project.page("content/parking.md", Title="Parking")
    project.page(
        "content/secret.md", Title="Secret", Status="hidden", Description=f"{'A hidden page of our own. ' * 3}"
    )
    project.page("content/unready.md", Title="Unready", Status="draft", Description=f"{'A draft of our own. ' * 4}")
    listed = (built(project).output / "search/index.html").read_text(encoding="utf-8")

    assert ">Parking</a>" in listed
    assert "Secret" not in listed
    assert "Unready" not in listed
