"""Leave of a Markdown file only what a reader reads, each word at its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plugins.faults import Source

READ_FIELDS = ("Title", "Menu_title", "Description")
FENCES = re.compile(r"\A\s*---[ \t]*\n(?P<fields>.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
FIELD = re.compile(r"^(?P<name>\w+)[ \t]*:(?P<value>.*(?:\n[ \t]+.*)*)", re.MULTILINE)
CODE = re.compile(
    r"""
    ^(?P<fence>[ \t]*(?:```+|~~~+))[^\n]*\n.*?(?:^(?P=fence)[ \t]*$|\Z)  # a block between fences
    | (?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)  # `code` in a paragraph
    """,
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)
# Each way to begin is a character of its own, so that the search leaps from one such character to the next: a line
# begins at the "\n" before it, and what looks behind does so from its first character.
UNREAD = re.compile(
    r"""
    <!--.*?-->
    | \[@[^\]]*\]  # a citation
    | \((?<=\]\()(?:<[^>]*>|(?:[^()\s]|\([^()\s]*\))*)  # where a link leads; its title is read
    | \[(?<=\n\[)[^\]^]+\]:[ \t]*\S+  # where a link that is named below the text leads
    | \[(?<=\]\[)[^\]]*\]  # the name of such a link
    | \[\^[^\]]+\]:?  # a footnote's mark
    | </?[a-zA-Z][^>]*>  # an HTML tag
    | <(?:https?://|www\.)[^\s<>]*
    | h(?<!\wh)ttps?://[^\s<>]*
    | w(?<!\ww)ww\.[^\s<>]*
    | \{[#.:][^}\n]*\}  # an attribute list
    | \n[ \t]*!!![ \t]+[\w-]+  # a callout's kind
    | \n[ \t]*/{3,}[ \t]*(?:note|warning)[ \t]*\|  # a callout's kind; its title is read
    | \n[ \t]*///[^\n]*  # any other block's name and argument
    | &\#?\w+;
    """,
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)
MAILBOX = re.compile(r"@(?<=[\w.+-]@)[\w-]")  # stands in every e-mail address, and is found far sooner than one
UNREAD_WITH_MAILBOXES = re.compile(rf"{UNREAD.pattern} | [\w.+-]+@[\w-]+\.[\w.-]+", UNREAD.flags)
CALLOUT = re.compile(r"^!!! .*$", re.MULTILINE)
INDENTED = re.compile(r"^ {4}(?=\S|[ \t])")
LETTERS = r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*"  # a word, "it's" too
POSSESSIVE = re.compile(r"['\u2019]s?$")


def blank(text: str) -> str:
    """As many spaces as ``text`` has characters, its line ends kept."""
    return "\n".join([" " * len(line) for line in text.split("\n")]) if "\n" in text else " " * len(text)


def without_code(text: str) -> str:
    """The text of a Markdown file with its code blanked."""
    return CODE.sub(_blanked, text) if "`" in text or "~~~" in text else text


def body_start(text: str) -> int:
    """The offset at which the text behind the front matter begins."""
    fences = FENCES.match(text)
    return fences.end() if fences else 0


def prose(source: Source) -> str:
    """The file's text with blanks where nothing is read, so that an offset means the same place in both."""
    start = body_start(source.text)
    fields, body = blank(source.text[:start]), without_code(source.text[start:])
    for field in FIELD.finditer(source.text, 0, start):
        if field["name"] in READ_FIELDS:
            fields = fields[: field.start("value")] + field["value"] + fields[field.end("value") :]
    unread = UNREAD_WITH_MAILBOXES if MAILBOX.search(body) else UNREAD
    return fields + unread.sub(_blanked, f"\n{body}")[1:]


def _blanked(match: re.Match[str]) -> str:
    return blank(match[0])


def scannable(text: str) -> str:
    """The text without front matter, and with callouts, which Markdown libraries do not know, taken apart.

    Lines stay where they are; what stood in a callout begins 4 columns earlier.
    """
    start = body_start(text)
    lines, inside = ["" for _ in text[:start].splitlines()], False
    for line in text[start:].removeprefix("\n").split("\n"):
        if CALLOUT.match(line):
            inside = True
            lines.append("")
        else:
            inside = inside and (not line.strip() or bool(INDENTED.match(line)))
            lines.append(line[4:] if inside else line)
    return "\n".join(lines)
