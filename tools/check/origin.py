"""Find in content/ what a built page was made from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from plugins.faults import Source
from plugins.sections import FILE_NAME, FOLDER, OPENING

if TYPE_CHECKING:
    from pathlib import Path

# typogrify shows quotation marks, dashes and three points otherwise than they are typed.
TYPED = {
    "\u201c": '["\u201c]',
    "\u201d": '["\u201d]',
    "\u2018": "['\u2018]",
    "\u2019": "['\u2019]",
    "\u2013": "(?:\u2013|--)",
    "\u2014": "(?:\u2014|---?)",
    "\u2026": r"(?:\u2026|\.\.\.)",
}


class Place(NamedTuple):
    """A place in a Markdown file: the file, and the offset of a character in it."""

    source: Source
    at: int


def markdown_of(address: str, content: Path) -> list[Source]:
    """The files behind the page at ``address``, such as "/about/": one, or an article's opening and its sections."""
    name = address.strip("/").removesuffix(".html")
    paths = [content / f"{name or 'index'}.md", content / name / OPENING]
    path = next((path for path in paths if path.is_file()), None)
    if path is None:
        return []
    is_article = path.parent.parent == content / FOLDER
    sections = [file for file in path.parent.glob("*.md") if is_article and FILE_NAME.fullmatch(file.name)]
    in_order = sorted(sections, key=lambda file: (int(file.name.split("-")[0]), file.name))
    return [Source.read(file) for file in (path, *in_order)]


def find(sources: list[Source], *typed: str) -> Place | None:
    """The first place where an editor typed the first of ``typed`` that is found."""
    for words in filter(str.strip, typed):
        for source in sources:
            match = pattern_of(words).search(source.text)
            if match:
                return Place(source, match.start())
    return None


def pattern_of(words: str) -> re.Pattern[str]:
    """What finds ``words``, as a page shows them, in the Markdown they come from."""
    typed = (r"\s+").join("".join(TYPED.get(sign, re.escape(sign)) for sign in word) for word in words.split())
    end = r"(?![\w-])" if words[-1:].isalnum() else ""
    return re.compile(typed + end)


def heading(sources: list[Source], text: str, level: int) -> Place | None:
    """Where the heading is typed: with its signs, or as the title of a page or section."""
    words = pattern_of(text.strip()).pattern
    forms = (rf"^{'#' * level}[ \t]*{words}", rf"^Title:[ \t]*[\"']?{words}")
    for form in forms:
        for source in sources:
            match = re.search(form, source.text, re.MULTILINE)
            if match:
                return Place(source, match.start())
    return None
