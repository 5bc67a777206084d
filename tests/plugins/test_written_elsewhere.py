"""A page is the same whoever wrote its file: a hand, a program on Windows, or a content management system."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import Project
from tests.plugins.complaints import built, complaints

if TYPE_CHECKING:
    from pathlib import Path

SAYS = "A page that is only here to be read by a test, and long enough for what its contract asks of it."
BODY = 'Words: naïve, "quoted".\n\n- a list\n- of two\n\n---\n\n| A | B |\n|---|---|\n| 1 | 2 |\n'
SERVICE = f"""---
Title: "Sleep: what we know"
Description: {SAYS}
Condition: ptsd
Reviewed: 2026-03-01
Reviewer: reviewer
Next_review: 2027-01-01
Order: 7
---
{BODY}"""
ARTICLE = f"""---
Title: 10:30
Description: {SAYS}
Date: 2026-01-31
Modified: 2026-02-01
Conditions: [depression, ptsd]
---
{BODY}"""
SECTION = f"---\nTitle: No\nReviewed: not yet\n---\n{BODY}"
BY_HAND = {"services/sleep.md": SERVICE, "articles/new/index.md": ARTICLE, "articles/new/1-no.md": SECTION}
BY_CMS = {
    "services/sleep.md": f"""---\x20\x20
title: 'Sleep: what we know'
description: >-
  {SAYS[:40]}
  {SAYS[41:]}
condition: "ptsd"
reviewed: 2026-03-01T00:00:00.000Z
reviewer: "reviewer"
next_review: 2027-01-01T00:00:00.000Z
modified: ""
order: 7
menu: ""
menu_title: null
---\x20
{BODY}""",
    "articles/new/index.md": f"""---
{{
  "title": "10:30",
  "description": "{SAYS}",
  "date": "2026-01-31T09:15:00-05:00",
  "modified": "2026-2-1",
  "conditions": ["depression", "ptsd"],
  "status": "published"
}}
---
{BODY}""",
    "articles/new/1-no.md": f"\n---\ntitle: 'No'\nreviewed: 'not yet'\nconditions: []\n...\n{BODY}",
}


def on_windows(text: str) -> bytes:
    """The text as Notepad saves it."""
    return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()


def site(folder: Path, files: dict[str, bytes]) -> dict[str, bytes]:
    """Every file of the site that is built with these files in content/, by its name."""
    project = Project(folder)
    for name, data in files.items():
        project.write(f"content/{name}", "").write_bytes(data)
    output = built(project).output
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def by_hand(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return site(tmp_path_factory.mktemp("hand") / "project", {name: text.encode() for name, text in BY_HAND.items()})


@pytest.mark.parametrize(
    "files",
    [
        {name: on_windows(text) for name, text in BY_HAND.items()},
        {name: text.encode() for name, text in BY_CMS.items()},
        {name: on_windows(text) for name, text in BY_CMS.items()},
    ],
    ids=["Windows", "CMS", "CMS on Windows"],
)
def test_the_site_is_the_same_byte_for_byte(tmp_path: Path, by_hand: dict[str, bytes], files: dict[str, bytes]) -> None:
    built_now = site(tmp_path / "project", files)
    assert [name for name in by_hand | built_now if by_hand.get(name) != built_now.get(name)] == []
    assert b"Sleep: what we know" in by_hand["services/sleep/index.html"]
    assert b"10:30" in by_hand["articles/new/index.html"]


def test_a_file_in_an_encoding_of_windows_is_told_where_it_differs(project: Project) -> None:
    project.write("content/new.md", "").write_bytes(SECTION.encode("cp1252"))
    todo = 'save it again with the encoding "UTF-8" (in Notepad: Save as, then Encoding)'
    assert complaints(project) == [f"content/new.md:5:10: this file is not UTF-8; {todo}"]
