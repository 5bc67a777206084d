"""Front matter is read as the contract has it, and what keeps it from being read is told."""

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
        "GLOSSARY": None,
        "REVIEW_TERMS": None,
        "NOTICES_OFF": {},
        "KEYS": [],
        "TYPOGRIFY_IGNORE_TAGS": pelicanconf.TYPOGRIFY_IGNORE_TAGS,
        "TYPOGRIFY_OMIT_FILTERS": pelicanconf.TYPOGRIFY_OMIT_FILTERS,
    }
    html, metadata = FrontMatterReader(settings).read(str(page))
    return html, metadata, [str(fault).removeprefix(f"{page.resolve()}:") for fault in sorted(settings["FAULTS"])]


WORDS = ["10:30", "No", "on", "off", "Yes", "true", "0o17", "0x1F", "1_000", "1e3", "2026-03-31", "It's so", "naïve"]


@pytest.mark.parametrize("title", WORDS)
def test_what_the_contract_calls_words_stays_words(tmp_path: Path, title: str) -> None:
    _, metadata, faults = read(tmp_path, f"---\nTitle: {title}\n{DESCRIPTION}---\n")
    assert (metadata["plain_title"], faults) == (title, [])


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("Words.\n", '1:1: this file does not begin with front matter; begin it with "---", "Title: …" and "---"'),
        (
            "---\nTitle: One\n",
            '1:1: the front matter that begins here has no end; write a line "---" below its last field',
        ),
        ('---\nTitle: " "\n---\n', '2:1: "Title" is empty; write the page\'s heading, at most 70 characters'),
        (
            "\n--- \nTitle: A\ntitle: B\n---\n",
            '4:1: the field "title" is written twice, first in line 3; keep one of the two',
        ),
        ("---\n---\n", '1:1: "Title" is missing; add Title: …: the page\'s heading, at most 70 characters'),
    ],
    ids=["no fence", "no end", "blank", "twice", "no fields"],
)
def test_a_page_without_its_fields_is_told(tmp_path: Path, text: str, complaint: str) -> None:
    assert complaint in read(tmp_path, text)[2]


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"---\nTitle: caf\xe9\n---\n", "2:11"),
        ("---\nTitle: One\n---\n".encode("utf-16"), "1:1"),
        (b"\x00\xff", "1:2"),
    ],
    ids=["Windows", "Notepad's Unicode", "no text"],
)
def test_a_file_that_is_not_utf_8_is_refused_at_the_first_such_byte(tmp_path: Path, data: bytes, place: str) -> None:
    todo = 'save it again with the encoding "UTF-8" (in Notepad: Save as, then Encoding)'
    assert read(tmp_path, data)[2] == [f"{place}: this file is not UTF-8; {todo}"]


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
