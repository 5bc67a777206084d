"""None of the errors of the page that this site replaces can come back, however it is worded."""

from __future__ import annotations

import pytest

from plugins.models.claims.rule import RULES
from tests.plugins.claiming import broken, told_of

# Each is a sentence of our own that makes the error again, with the rule that stops it.
ERRORS = [
    (
        "infusion and psychotherapy are one",
        "C-21",
        "Ketamine infusions, sometimes called ketamine-assisted psychotherapy, take an hour.",
    ),
    (
        "pain is a mental illness",
        "C-21",
        "We help people with mental health conditions like depression, PTSD and long-lasting pain.",
    ),
    ("vein or nose, all the same", "C-21", "Ketamine goes into a vein or, just as well, into the nose as a spray."),
    ("some time in a decade", "C-09", "Chemists first made ketamine in the 1960s."),
    ("dissociation came as a surprise", "C-09", "As years went by, scientists found that it brings on dissociation."),
    ("breathing is hardly at risk", "C-04", "One advantage is that it carries little risk of slowed breathing."),
    (
        "fast relief without its end",
        "T1",
        "Ketamine quickly eases the symptoms of depression, even where nothing else has helped.",
    ),
    ("proven in veterans", "C-12", "Trials have proved that ketamine works for PTSD, above all in veterans."),
    ("dissociation as a treatment", "T1", "Dissociation helps people to work through their traumatic memories."),
    ("fibromyalgia", "C-10", "Ketamine has been found to ease fibromyalgia and nerve pain."),
    ("well-being by way of pain", "T1", "By easing pain, infusions improve quality of life."),
    ("pain signals", "C-20", "It cuts off pain signals in the brain."),
    (
        "reuptake",
        "C-20",
        "Ketamine keeps nerve cells from taking glutamate back up: it blocks its reuptake [@zanos2018].",
    ),
    ("growth as a fact", "C-20", "A protein called BDNF then rises and builds new connections between nerve cells."),
    (
        "balance of messengers",
        "C-20",
        "Ketamine also brings serotonin and dopamine back into balance, which lifts mood.",
    ),
    ("anxiety", "C-10", "Its calming effect on anxiety makes it useful for worried minds."),
    ("safe for you", "C-04", "A first visit makes sure that treatment is safe for you."),
    ("control over life", "C-07", "Ketamine lets people take back control of their lives."),
    ("breakthrough", "C-05", "This remarkable breakthrough is near you."),
    ("several sessions", "C-22", "Treatment usually takes a number of sessions."),
    ("vague danger", "C-14", "Using ketamine by yourself can be dangerous."),
    (
        "protocols for what is hardly studied",
        "C-10",
        "Doctors are fine-tuning the best protocols for bipolar disorder, anxiety and OCD.",
    ),
]
OFF_LABEL_FOR_THE_MIND = "For depression, ketamine is still off-label. It may ease chronic pain too."


@pytest.mark.parametrize(("rule", "sentence"), [pytest.param(*rest, id=name) for name, *rest in ERRORS])
def test_an_error_of_the_old_page_is_stopped(rule: str, sentence: str) -> None:
    assert rule in broken(f"### A heading\n\nA first sentence.\n{sentence}\n")
    assert RULES[rule].severity == "fault"


def test_off_label_for_the_mind_alone_is_stopped() -> None:
    (complaint,) = told_of(f"{OFF_LABEL_FOR_THE_MIND} It has risks, and there are other treatments.")
    assert "that its use for pain is off-label" in complaint.what


def test_an_article_without_its_other_side_is_stopped() -> None:
    (complaint,) = told_of("Ketamine may ease depression.", "A section. It is off-label.", kind="article")
    assert complaint.source.name == "0.md"
    assert complaint.at == len("Ketamine may ease ")
    assert complaint.what == (
        "this page names ketamine with mental illness and does not tell: that its use for mental illness is off-label, "
        "who should not have it, side effects, that breathing can slow, bladder harm, misuse, medicines that do not go "
        "with it, pregnancy, driving, other treatments, what it costs, the crisis line (988) (T3)"
    )
