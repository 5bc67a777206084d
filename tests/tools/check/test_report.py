"""A report is sorted and counted, says nothing twice, and can be read by an editor, by a program and by GitHub."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from plugins.faults import Fault
from tools.check.report import refusal, report

if TYPE_CHECKING:
    from collections.abc import Collection

LATE = Fault("content/b.md", 2, 1, "a tab stands here", "use spaces", warning=True)
EARLY = Fault("content/a.md", 10, 4, "100% sure,\nsays: who", "name the source")
FIRST = Fault("content/a.md", 9, 1, "this is wrong", "mend it")


class Terminal(io.StringIO):
    """What takes a person's eyes for its reader."""

    def isatty(self) -> bool:
        """Say yes."""
        return True


def printed(faults: Collection[Fault], form: str = "text", stream: io.StringIO | None = None) -> tuple[int, str]:
    stream = stream or io.StringIO()
    return report(faults, form, stream), stream.getvalue()


def test_text_is_sorted_counted_and_never_says_the_same_twice() -> None:
    code, text = printed([LATE, FIRST, Fault("content/a.md", 12, 1, "so is this", "mend it"), FIRST])

    assert code == 1
    assert text.splitlines() == [
        "content/a.md:9:1: this is wrong; mend it",
        "content/a.md:12:1: so is this; mend it",
        "content/b.md:2:1: warning: a tab stands here; use spaces",
        "2 to mend, 1 warning in 2 files",
    ]


@pytest.mark.parametrize(
    ("faults", "code", "last"),
    [
        ([], 0, "Everything is in order."),
        ([LATE], 0, "1 warning in 1 file"),
        ([LATE, Fault("content/b.md", 3, 1, "this too", "use spaces", warning=True)], 0, "2 warnings in 1 file"),
        ([FIRST], 1, "1 to mend in 1 file"),
    ],
    ids=["nothing", "a warning", "two warnings", "a fault"],
)
def test_warnings_alone_do_not_fail(faults: list[Fault], code: int, last: str) -> None:
    told, text = printed(faults)

    assert (told, text.splitlines()[-1]) == (code, last)


def test_colors_are_for_terminals_and_not_for_those_who_want_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    colored = printed([FIRST, LATE], stream=Terminal())[1]
    plain = printed([FIRST, LATE])[1]

    assert "\x1b[31m" in colored
    assert "\x1b[33m" in colored
    assert "\x1b" not in plain
    monkeypatch.setenv("NO_COLOR", "1")
    assert printed([FIRST, LATE], stream=Terminal())[1] == plain


def test_json_is_a_list_of_objects() -> None:
    code, text = printed([LATE, FIRST], "json")

    assert code == 1
    assert json.loads(text) == [
        {
            "path": "content/a.md",
            "line": 9,
            "column": 1,
            "severity": "error",
            "what": "this is wrong",
            "todo": "mend it",
        },
        {
            "path": "content/b.md",
            "line": 2,
            "column": 1,
            "severity": "warning",
            "what": "a tab stands here",
            "todo": "use spaces",
        },
    ]
    assert printed([], "json") == (0, "[]\n")


def test_github_gets_commands_that_no_sign_can_break() -> None:
    odd = Fault("content/a,b:c.md", 1, 2, "odd", "rename it", warning=True)

    assert printed([EARLY, odd], "github")[1].splitlines() == [
        "::warning file=content/a%2Cb%3Ac.md,line=1,col=2::odd; rename it",
        "::error file=content/a.md,line=10,col=4::100%25 sure,%0Asays: who; name the source",
    ]


@pytest.mark.parametrize(
    ("faults", "code_in_order", "said"),
    [
        ([EARLY, LATE], True, "1 to mend, 1 warning in 2 files, as listed above the code's checks; the code itself is"),
        ([LATE], False, "words and pages are in order; the code is to be mended"),
    ],
)
def test_a_failed_check_ends_with_what_is_at_fault(faults: list[Fault], code_in_order: bool, said: str) -> None:
    assert refusal(faults, code_in_order=code_in_order).startswith(f"Not everything is in order: {said}")
