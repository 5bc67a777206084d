"""Of sentences written for them, the rules stop what must be stopped and pass what must pass."""

from __future__ import annotations

import re
import tomllib
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.faults import ROOT
from plugins.models.claims.money import BOARD
from plugins.models.claims.page import PAGE_RULES
from plugins.models.claims.rule import RULES
from plugins.models.claims.safety import SAFE
from plugins.models.claims.terms import Later
from plugins.models.claims.wording import BY_NOSE, NASAL
from tests.plugins.claiming import broken

HERE = Path(__file__).parent
# Precision and recall. Nobody who wrote the rules had seen the second and third files when 0.90 and 0.65, then 0.98 and
# 0.76 were measured on them; what they had missed was then mended, as kinds of sentences, so that they now hold the
# rules to what they have learned.
FLOORS = {"claims.toml": (0.98, 0.98), "claims_unseen.toml": (0.97, 0.95), "claims_unseen_second.toml": (0.98, 0.94)}


def sentences_of(name: str) -> list[dict[str, str]]:
    """The sentences of a file, each a text and the rule that is to stop it, "" for none."""
    found: list[dict[str, str]] = tomllib.loads((HERE / name).read_text(encoding="utf-8"))["sentence"]
    return found


@pytest.mark.parametrize("name", FLOORS)
def test_precision_and_recall(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    stopped, missed, wronged = 0, [], []
    rows = sentences_of(name)
    for row in rows:
        found = broken(row["text"])
        if row["stop"] and row["stop"] in found:
            stopped += 1
        elif row["stop"]:
            missed.append(f"{row['stop']} does not stop: {row['text']}")
        elif found:
            wronged.append(f"{found} stop: {row['text']}")
    precision, recall = stopped / (stopped + len(wronged)), stopped / (stopped + len(missed))
    with capsys.disabled():
        print(f"\n{name}: {len(rows)} sentences, precision {precision:.3f}, recall {recall:.3f}")

    assert precision >= FLOORS[name][0], wronged
    assert recall >= FLOORS[name][1], missed


def test_the_corpus_is_large_and_even_and_has_each_rule() -> None:
    rows = sentences_of("claims.toml")
    to_stop = [row["stop"] for row in rows if row["stop"]]

    assert len(rows) >= 160
    assert 0.4 <= len(to_stop) / len(rows) <= 0.6
    assert set(to_stop) == set(RULES)
    own = {row["text"] for row in rows}
    assert len(own) == len(rows)
    for name, count in {"claims_unseen.toml": 160, "claims_unseen_second.toml": 140}.items():
        assert len({row["text"] for row in sentences_of(name)} - own) == count


def test_no_rule_has_learned_a_sentence_by_heart() -> None:
    modules = {import_module(rule.find.__module__) for rule in RULES.values()}
    values = [value for module in modules for value in vars(module).values()]
    patterns = [value.pattern for value in values if isinstance(value, re.Pattern | Later)]
    assert len(patterns) > 40

    for name in FLOORS:
        for row in sentences_of(name):
            words = row["text"].lower().rstrip(".").split()
            runs = [" ".join(words[at : at + 5]) for at in range(len(words) - 4)]
            assert [run for run in runs for pattern in patterns if run in pattern] == []


def test_every_rule_says_what_it_is_where_it_comes_from_and_what_to_do() -> None:
    guide = (ROOT / "docs" / "editing.md").read_text(encoding="utf-8")

    kept = {number: (rule.find.__doc__, rule.source) for number, rule in RULES.items()}
    kept |= {number: (rule.find.__doc__, rule.source) for number, rule in PAGE_RULES.items()}
    assert len(kept) == len(RULES) + len(PAGE_RULES) >= 22
    for number, (says, source) in kept.items():
        assert says
        assert source
        assert f"| {number} |" in guide


@pytest.mark.parametrize(("pattern", "looked_for"), [(SAFE, "safe"), (BOARD, "board"), (BY_NOSE, NASAL.pattern)])
@given(data=st.data())
def test_nothing_is_found_without_what_is_looked_for_first(
    pattern: Later, looked_for: str, data: st.DataObject
) -> None:
    assert re.search(looked_for, data.draw(st.from_regex(pattern.compiled)))


@pytest.mark.parametrize(
    ("text", "stopped"),
    [
        ("Depression lifts.", {"T1"}),  # an illness, no treatment, from the first word on
        ("In spring, depression lifts.", set()),
        ("The drip does not slow the heart.", {"C-04"}),  # of care, and of no word for health
        ("The door does not slow the lift.", set()),
    ],
)
def test_what_a_sentence_is_about_decides(text: str, stopped: set[str]) -> None:
    assert set(broken(text)) == stopped
