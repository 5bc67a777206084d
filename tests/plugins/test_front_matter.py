"""Front matter is YAML 1.2, and what is not is told in plain words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

import pelicanconf
from plugins.front_matter import FrontMatterReader
from tests.plugins.complaints import built

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Project

DESCRIPTION = "Description: A page that is only here to be read by a test, long enough for its contract.\n"


def read(folder: Path, text: str | bytes) -> tuple[str, dict[str, Any], list[str]]:
    """The page's HTML, its metadata, and its complaints as "line:column: what; todo"."""
    page = folder / "page.md"
    page.write_bytes(text.encode() if isinstance(text, str) else text)
    settings: dict[str, Any] = {
        "PATH": str(folder),
        "FAULTS": set(),
        "MARKDOWN": pelicanconf.MARKDOWN,
        "CLINIC_LINKS": {},
        "LINK_NAMES": [],
        "KEYS": [],
    }
    html, metadata = FrontMatterReader(settings).read(str(page))
    return html, metadata, [str(fault).removeprefix(f"{page.resolve()}:") for fault in sorted(settings["FAULTS"])]


@pytest.mark.parametrize("title", ["10:30", "No", "on", "Yes", "0x", "It's so", "R&D, naïve"])
def test_words_stay_words_as_yaml_1_2_has_it(tmp_path: Path, title: str) -> None:
    _, metadata, faults = read(tmp_path, f"---\nTitle: {title}\n{DESCRIPTION}---\n")
    assert (metadata["plain_title"], faults) == (title, [])


@pytest.mark.parametrize(
    ("front", "complaint"),
    [
        ("Title: One\nTitle: Two", '3:1: the field "Title" is written twice; keep one of the two'),
        ("Title:\n\tA", "3:1: a tab stands here; use spaces"),
        (
            "Title: One: two",
            '2:11: a second colon stands on this line; put the whole value in double quotes: Title: "One: two"',
        ),
        ('Title: "One\nMenu: header', "2:8: a quotation mark is opened here and never closed; close it, or remove it"),
        (
            "Title: [One\nMenu: header",
            "2:8: a bracket is opened here and never closed; close it, or put the whole value in double quotes",
        ),
        (
            "Title: One\nDescription: @home",
            '3:14: this line is not a field; write "Name: value", '
            "the value in double quotes if it begins with a special character",
        ),
        (
            "Only words",
            '2:1: the front matter has no fields; write one on each line, such as "Title: Our location"',
        ),
        ("Title: One\nReviewed: 2026-02-30", "3:11: there is no such day; write a date such as 2026-03-31"),
        ("Title: O\x07ne", "2:9: a character stands here that cannot be shown; remove it"),
    ],
    ids=["duplicate", "tab", "second colon", "quote", "bracket", "special", "no field", "no such day", "control"],
)
def test_what_is_not_yaml_is_told_in_plain_words(tmp_path: Path, front: str, complaint: str) -> None:
    assert read(tmp_path, f"---\n{front}\n---\nWords.\n")[2] == [complaint]


@pytest.mark.parametrize("text", ["Words.\n", "---\nTitle: One\n", "\n---\nTitle: One\n---\n"])
def test_a_page_without_fences_gets_one_complaint(tmp_path: Path, text: str) -> None:
    todo = 'begin it with "---", "Title: …" and "---"'
    assert read(tmp_path, text)[2] == [f"1:1: this file does not begin with front matter; {todo}"]


def test_a_file_that_is_not_utf_8_is_refused_at_the_first_such_byte(tmp_path: Path) -> None:
    assert read(tmp_path, b"---\nTitle: caf\xe9\n---\n")[2] == ["2:11: this file is not UTF-8; save it again as UTF-8"]


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    text = f"---\nTitle: One\n{DESCRIPTION}---\nWords.\n\n- a list\n- of two\n"
    plain = read(tmp_path, text)
    assert plain[2] == []
    assert read(tmp_path, b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()) == plain


def test_a_fence_line_inside_the_page_is_a_rule_and_no_fence(tmp_path: Path) -> None:
    html, _, faults = read(tmp_path, f"---\nTitle: One\n{DESCRIPTION}---\nAbove.\n\n---\n\nBelow.\n")
    assert (html, faults) == ("<p>Above.</p>\n<hr>\n<p>Below.</p>", [])


def test_an_apostrophe_after_a_tag_turns_the_right_way(tmp_path: Path) -> None:
    html, _, _ = read(tmp_path, f"---\nTitle: One\n{DESCRIPTION}---\n*Nova*'s way\n")
    assert html == "<p><em>Nova</em>&#8217;s way</p>"


def test_a_title_with_special_characters_is_right_wherever_it_stands(project: Project) -> None:
    project.page(Title="""'R&D, <b> and "quotes" it''s'""")
    page = (built(project).output / "new" / "index.html").read_text(encoding="utf-8").replace("&nbsp;", " ")
    plain = "R&amp;D, &lt;b&gt; and &#34;quotes&#34; it&#39;s"
    assert f"<title>{plain} - " in page
    assert f'<meta property="og:title" content="{plain}">' in page
    assert re.findall("<h1.*?>(.*?)</h1>", page) == ["R&amp;D, &lt;b&gt; and &#8220;quotes&#8221; it&#8217;s"]
