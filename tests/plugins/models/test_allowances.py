"""An allowance is for one rule, one paragraph, a reason and a time, or it is a fault."""

from __future__ import annotations

import pytest

from tests.plugins.claiming import complaints_of

FORM = "write <!-- allow C-05 until 2027-03-31: why it is right here -->"
HYPE = '"miracle" is praise, not a fact (C-05); take it out, or say plainly what was found'
SOUND = "<!-- allow C-05 until 2999-01-01: it is the name of a trial -->"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")  # September 2026


def test_it_holds_for_the_paragraph_below_it_and_for_no_other() -> None:
    assert complaints_of(f"{SOUND}\nOne miracle.\nAnother miracle.\n\nA third miracle.\n") == [f"x.md:5:9: {HYPE}"]


@pytest.mark.parametrize(
    "page", [f"{SOUND}\n\nOne miracle.", f"- {SOUND[:0]}a\n\n    {SOUND}\n    One miracle.", f"{SOUND}\n- a miracle\n"]
)
def test_it_may_stand_apart_and_indented(page: str) -> None:
    assert complaints_of(page) == []


def test_it_allows_one_rule_and_not_another() -> None:
    assert complaints_of(f"{SOUND}\nA miracle that cures all.") == [
        'x.md:2:16: "cures" promises a cure, which no trial shows (C-01); say what trials found, and how sure that is'
    ]


def test_two_may_stand_above_each_other() -> None:
    assert complaints_of(f"{SOUND}\n{SOUND.replace('C-05', 'C-01')}\nA miracle that cures all.") == []


@pytest.mark.parametrize(
    ("comment", "complaint"),
    [
        ("<!-- allow C-05 until 2999-01-01 -->", f"this allowance gives no reason; {FORM}"),
        ("<!-- allow C-05: a name -->", f"this allowance cannot be read; {FORM}"),
        ("<!-- C-05 is fine here -->", f"this allowance cannot be read; {FORM}"),
        (
            SOUND.replace("2999-01-01", "2026-09-01"),
            "this allowance ended on 2026-09-01; "
            "mend the words below it; or, if they are still right, say why and until when",
        ),
        (SOUND.replace("2999-01-01", "2027-02-30"), f"there is no day 2027-02-30; {FORM}"),
        (SOUND.replace("C-05", "C-5"), 'there is no rule "C-5"; did you mean "C-05"?'),
        (
            SOUND.replace("C-05", "T3"),
            "T3 is about the whole page, and no paragraph is allowed to break it; mend the page",
        ),
        (
            f"Words {SOUND}",
            "this allowance stands among other words; put it on a line of its own, before its paragraph",
        ),
    ],
)
def test_one_that_says_too_little_is_told_and_allows_nothing(comment: str, complaint: str) -> None:
    at = comment.index("<") + 1
    assert complaints_of(f"{comment}\nA miracle.") == [f"x.md:1:{at}: {complaint}", f"x.md:2:3: {HYPE}"]


def test_one_that_allows_nothing_is_told() -> None:
    assert complaints_of(f"{SOUND}\nPlain words.\n\nA miracle.") == [
        "x.md:1:1: this allowance allows nothing: the paragraph below it keeps to C-05; remove it",
        f"x.md:4:3: {HYPE}",
    ]


def test_other_comments_and_code_are_no_allowances() -> None:
    assert complaints_of(f"<!-- for the editor -->\nWords.\n\n```\n{SOUND}\n```\n") == []
