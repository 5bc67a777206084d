"""What is denied, quoted, asked or doubted is told from what is said in earnest."""

from __future__ import annotations

import re

import pytest

from plugins.models.sentences import sentences_of_fact
from plugins.models.stance import asserted, is_hedged

CURE = re.compile(r"\bcures?\b")
SAID = [
    "It cures pain.",
    "Not only pills: it is a cure.",
    "There is no doubt that it is a cure.",
    "People who did not respond to pills find a cure here.",
    "When nothing else has helped, it is a cure.",
    "It is not a pill, but it is a cure.",
    "Are you ready for a cure?",
    'We call it a "cure".',
    "It cures without a scar.",
    "If you want a cure, call us.",
    "Pills do not cure it; ketamine does.",
]
NOT_SAID = [
    "It does not cure pain.",
    "It isn't a cure.",
    "No trial has ever shown that it can be called a cure.",
    "Nobody can promise relief, calm or a cure.",
    "It eases, rather than cures, some pain.",
    'Ads promise a "cure".',
    "Beware of whoever offers a cure.",
    "Is it a cure?",
    "Ask whether it is a cure.",
    "A cure has not been shown.",
    "That it is a cure is a myth.",
    "A cure is unlikely.",
]


@pytest.mark.parametrize(("text", "said"), [(text, True) for text in SAID] + [(text, False) for text in NOT_SAID])
def test_what_is_said_in_earnest(text: str, said: bool) -> None:
    (sentence,) = sentences_of_fact(text, frozenset())
    assert bool([*asserted(sentence, CURE)]) is said


def test_a_rule_on_words_hears_them_denied_too() -> None:
    (sentence,) = sentences_of_fact("It is no cure.", frozenset())
    assert [*asserted(sentence, CURE, denied_too=True)]


@pytest.mark.parametrize(
    ("text", "hedged"), [("It may help.", True), ("It tends to fade.", True), ("It helps.", False)]
)
def test_a_hedge_is_heard(text: str, hedged: bool) -> None:
    assert is_hedged(sentences_of_fact(text, frozenset())[0]) is hedged
