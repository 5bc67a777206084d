"""Cut a Markdown file into its paragraphs, titles, items, rows and pictures, each with its kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from plugins.models.prose import FIELD, body_start, prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.faults import Source

Kind = Literal["text", "field", "title", "warning", "quotation", "picture", "caption", "abbreviation", "table", "fees"]
# The "\n" before a line that is empty, that stands alone, or with which something begins.
CUT = re.compile(
    r"""\n(?=
    [^\S\n]*(?:\n|\Z)
    | (?P<alone>(?=[ \t>]*(?:\#{1,6}\s|!!!|/{3,}|\*\[)|[^\n]*\|)[^\n]*\n?)
    | [ \t>]*(?:[-+*:]\s|\d+[.)]\s|\[\^|!\[)
    )""",
    re.VERBOSE,
)
KIND = re.compile(
    r"""\s*(?:
    (?P<warning>(?:!!!|/{3,})[ \t]*warning\b)
    | (?P<title>\#{1,6}\s|!!!|/{3,})
    | (?P<quotation>>)
    | (?P<picture>!\[[^\]]*\])
    | (?P<abbreviation>\*\[)
    | (?P<table>[^\n]*\|)
    )""",
    re.VERBOSE,
)
FEES = re.compile(r"^[ \t]*/{3,}[ \t]*fees\b.*?(?:^[ \t]*/{3,}[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
PLACEHOLDER = re.compile(r"==To be (?:confirmed|named):.*?==", re.DOTALL)
FACT = re.compile(r"\[(?<!!\[)\]\(.")
A_FACT = "Fact"  # stands for a fact, whatever it is, as one short word
# Quotation marks that belong to YAML, to a callout or to a caption, and quote nothing. As in plugins/models/prose.py,
# a line begins at the "\n" before it.
WRAPPED = re.compile(
    r"""\n\w+:[ \t]*(["'])(?P<field>.*)\1[ \t]*$
    | \n[ \t]*!!![ \t]*\w+[ \t]+"(?P<callout>[^"\n]*)"
    | \]\([^)\s]+\s+"(?P<caption>[^"\n]*)"\)""",
    re.MULTILINE | re.VERBOSE,
)
LINK_END = re.compile(r"\]\((?:<[^>\n]*>|(?:[^()\s]|\([^()\s]*\))*)(?:\s+\"[^\"\n]*\")?(?=\))")
MARKS = re.compile(
    r"\n[ \t>]*(?:\#{1,6}(?=\s)|(?:[-+*:]|\d+[.)])(?=[ \t]))|\n[ \t]*>|!(?=\[)|==|_(?:(?<!\w_)_*|_*(?!\w))"
)
STRAIGHT = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"") | {
    code: " " for code in range(0x3001) if chr(code).isspace()
}
READABLE = STRAIGHT | str.maketrans("*[]`|\\", " " * 6)  # marks wherever they stand


class Passage(NamedTuple):
    """A part of a file, from one offset to another, that no sentence crosses.

    ``kind`` tells running text ("text": a paragraph or an item) from a field of the front matter, a heading or the
    title of a callout, the title of a warning, what a picture shows, and so on.
    """

    start: int
    end: int
    kind: Kind


def passages(text: str) -> Iterator[Passage]:
    """Every passage of a Markdown file in order, from the fields of its front matter on."""
    body = body_start(text)
    for field in FIELD.finditer(text, 0, body):
        yield Passage(*field.span(), "field")
    fees = [match.span() for match in FEES.finditer(text, body)] if "///" in text else []
    for start, end in _cut(text, body):
        found = KIND.match(text, start)
        if any(first <= start < last for first, last in fees):
            yield Passage(start, end, "fees")
        elif found and found.lastgroup == "picture":
            yield Passage(start, found.end(), "picture")
            yield Passage(found.end(), end, "caption")
        else:
            yield Passage(start, end, cast("Kind", found.lastgroup) if found else "text")


def readable(source: Source) -> str:
    """The file's text as it is read, without marks and placeholders, each word at its place.

    Quotes are straight, and all white space is spaces.
    """
    text = f"\n{source.text}"
    plain = [" ", *prose(source).translate(READABLE)]
    for pattern in (MARKS, PLACEHOLDER):
        for match in pattern.finditer(text):
            plain[match.start() : match.end()] = " " * len(match[0])
    for match in FACT.finditer(text):
        plain[match.start() : match.end()] = A_FACT
    for match in LINK_END.finditer(text):
        plain[match.end()] = " "
    for match in WRAPPED.finditer(text):
        start, end = match.span(match.lastgroup or 0)
        plain[start - 1], plain[end] = " ", " "
    return "".join(plain[1:])


def _cut(text: str, body: int) -> Iterator[tuple[int, int]]:
    """The first and last offset of each paragraph, heading, item of a list and row of a table."""
    start = body
    for line in CUT.finditer(f"\n{text}", body):
        at = line.start()
        if text[start:at].strip():
            yield start, at
        start = at
        if line["alone"]:
            start += len(line["alone"])
            yield at, start
    if text[start:].strip():
        yield start, len(text)
