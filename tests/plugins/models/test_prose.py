"""What a reader reads is found by fast searches, which find what the plainest ones do, in any text."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from plugins.faults import Source
from plugins.models.passages import MARKS, WRAPPED, readable
from plugins.models.prose import CODE, prose
from plugins.models.sentences import sentences

UNREAD = re.compile(
    r"""<!--.*?-->
    | \[@[^\]]*\]
    | (?<=\])\((?:<[^>]*>|(?:[^()\s]|\([^()\s]*\))*)
    | ^\[[^\]^]+\]:[ \t]*\S+
    | (?<=\])\[[^\]]*\]
    | \[\^[^\]]+\]:?
    | </?[a-zA-Z][^>]*>
    | <?\b(?:https?://|www\.)[^\s<>]*
    | [\w.+-]+@[\w-]+\.[\w.-]+
    | \{[#.:][^}\n]*\}
    | ^[ \t]*!!![ \t]+[\w-]+
    | ^[ \t]*/{3,}[ \t]*(?:note|warning)[ \t]*\|
    | ^[ \t]*///[^\n]*
    | &\#?\w+;""",
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)
MARKED = re.compile(
    r"^[ \t>]*(?:\#{1,6}(?=\s)|(?:[-+*:]|\d+[.)])(?=[ \t]))|^[ \t]*>|!(?=\[)|\*+|==|[\[\]`|\\]|(?<!\w)_+|_+(?!\w)",
    re.MULTILINE,
)
WRAPPING = re.compile(
    r"""^\w+:[ \t]*(["'])(?P<field>.*)\1[ \t]*$
    | ^[ \t]*!!![ \t]*\w+[ \t]+"(?P<callout>[^"\n]*)"
    | \]\([^)\s]+\s+"(?P<caption>[^"\n]*)"\)""",
    re.MULTILINE | re.VERBOSE,
)
FRONT = "---\nTitle: A\n---\n"
PIECES = [
    *"<>[]()!-+*:#=_`~|\\/&;.,?'\"@^{} \n\t1ax\u00e9\u2019\u00a0\u2003",
    *("\n", " ", "\n\n", "\n    ", "<!--", "-->", "[@a2020]", "](", ")", "][b]", "[b]: ", "[^1]", "<b>", "</b>", "<a"),
    *(
        "http://",
        "xhttp://",
        "https://a.b",
        "<https://",
        "www.",
        "xwww.",
        "x@y.org",
        "a.b+c@d",
        "{: .c }",
        "{#",
        "}",
        "!!! note",
        "!!! ",
    ),
    *(
        "/// note |",
        "/// fees",
        "///",
        "&amp;",
        "&#8212;",
        "```",
        "~~~",
        "`",
        "==",
        "**",
        "__",
        "_a_",
        "- ",
        "1. ",
        "> ",
    ),
    *(
        "## ",
        "![",
        "[](",
        "A word. ",
        'it\'s "so"',
        ' "c")',
        'Title: "A"',
        "Menu_title: b",
        "---",
        " ...",
        "Two , three ",
    ),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


def spaced(pattern: re.Pattern[str], text: str) -> str:
    """The text with a space for each character of a match, its line ends kept."""
    return pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


@given(TEXTS)
def test_what_nobody_reads_is_left_out(text: str) -> None:
    found = prose(Source(Path("x.md"), FRONT + text))[len(FRONT) :]

    assert found == spaced(UNREAD, spaced(CODE, text))


@given(TEXTS)
def test_marks_are_found_wherever_they_stand(text: str) -> None:
    found = spaced(MARKS, f"\n{text}")[1:]

    assert re.sub(r"[*\[\]`|\\]", " ", found) == spaced(MARKED, text)


@given(TEXTS)
def test_quotation_marks_that_quote_nothing_are_found(text: str) -> None:
    wrapped = [match.span(match.lastgroup or 0) for match in WRAPPED.finditer(f"\n{text}")]

    assert wrapped == [
        (start + 1, end + 1) for start, end in (m.span(m.lastgroup or 0) for m in WRAPPING.finditer(text))
    ]


@example("A word. A word. ")
@given(TEXTS)
def test_every_letter_of_a_sentence_leads_to_its_place(text: str) -> None:
    source = Source(Path("x.md"), text)
    read = readable(source)
    assert len(read) == len(text)

    until = -1
    for each in sentences(source):
        places = [each.place(at) for at, letter in enumerate(each.text) if letter != " "]
        assert until < places[0] == each.at
        assert places == sorted(set(places))
        assert "".join(read[place] for place in places) == each.text.replace(" ", "")
        assert read[each.at : places[-1] + 1].replace(" ", "") == each.text.replace(" ", "")
        until = places[-1]
