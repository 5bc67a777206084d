"""The measure of plain language is itself measured, on words and texts whose measure others have published."""

from __future__ import annotations

import pytest

from plugins.models.sentences import sentences_of_fact
from tests.tools.check.words import GLOSSARY
from tools.check.readability import by_rule, grade, is_passive, syllables, weight

KNOWN = {
    1: "the help phone years made used looked through quite cause dose 40 times tells risks voice lives rates it's",
    2: "people pages needed little started doses nurses never table quiet being spinal causes houses social patient",
    3: "ketamine medicine hospital approval pregnancy prescription depression conditions clinician's",
    4: "information dissociate intravenous",
    5: "association university alexandria",
}
WORDS = [pytest.param(word, count, id=word) for count, line in KNOWN.items() for word in line.split()]
GETTYSBURG = """Four score and seven years ago our fathers brought forth on this continent, a new nation, conceived in
Liberty, and dedicated to the proposition that all men are created equal. Now we are engaged in a great civil war,
testing whether that nation, or any nation so conceived and so dedicated, can long endure. We are met on a great
battle-field of that war. We have come to dedicate a portion of that field, as a final resting place for those who here
gave their lives that that nation might live. It is altogether fitting and proper that we should do this. But, in a
larger sense, we can not dedicate, we can not consecrate, we can not hallow this ground. The brave men, living and dead,
who struggled here, have consecrated it, far above our poor power to add or detract. The world will little note, nor
long remember what we say here, but it can never forget what they did here. It is for us the living, rather, to be
dedicated here to the unfinished work which they who fought here have thus far so nobly advanced. It is rather for us to
be here dedicated to the great task remaining before us, that from these honored dead we take increased devotion to that
cause for which they gave the last full measure of devotion, that we here highly resolve that these dead shall not have
died in vain, that this nation, under God, shall have a new birth of freedom, and that government of the people, by the
people, for the people, shall not perish from the earth."""
PASSIVE = """The dose is given slowly.
It was not shown to help.
You will be watched by staff.
Such use is usually called off-label.
The trials were done in animals.
He got bitten.""".splitlines()
ACTIVE = """Staff give the dose slowly.
You are tired and worried.
We are open.
They have watched you.
It is red.
The need is great.
A doctor who was there read it.""".splitlines()


@pytest.mark.parametrize(("word", "count"), WORDS)
def test_syllables_of_known_words(word: str, count: int) -> None:
    assert syllables(word) == count
    if word.isalpha():
        assert by_rule(word) == count


def test_the_platypus_has_its_published_grade() -> None:
    """13 words, 24 syllables, grade 11.3: Wikipedia, "Flesch-Kincaid readability tests"."""
    sentence = sentences_of_fact("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.")

    assert (len(sentence[0].words), sum(map(syllables, sentence[0].words))) == (13, 24)
    assert round(grade(sentence, GLOSSARY), 1) == 11.3


def test_the_gettysburg_address_has_its_published_grade() -> None:
    """Microsoft Word gives it 10 sentences of 27 words and grade 10.9; GNU style, which counts by rule, 10.2."""
    found = sentences_of_fact(GETTYSBURG)

    assert len(found) == 10
    assert round(grade(found, GLOSSARY), 1) == 10.9


def test_the_grade_is_flesch_and_kincaids_reckoned_by_hand() -> None:
    assert grade(sentences_of_fact("Go."), GLOSSARY) == pytest.approx(-3.40)
    assert grade(sentences_of_fact("The cat sat on the mat."), GLOSSARY) == pytest.approx(0.39 * 6 + 11.8 * 1 - 15.59)
    two = sentences_of_fact("The cat sat. The people never looked there.")
    assert grade(two, GLOSSARY) == pytest.approx(0.39 * 4 + 11.8 * 10 / 8 - 15.59)


def test_a_term_of_the_glossary_and_a_name_weigh_two_syllables_a_word() -> None:
    (plain_words,) = sentences_of_fact("It can cause heart attacks.")
    (terms,) = sentences_of_fact("Ketamine can cause dissociation.")

    assert weight(plain_words, GLOSSARY) == 1 + 1 + 1 + 1 + 2
    assert weight(terms, GLOSSARY) == 2 + 1 + 1 + 2
    assert weight(sentences_of_fact("Electroconvulsive therapy works.")[0], GLOSSARY) == 2 + 2 + 1


@pytest.mark.parametrize("text", PASSIVE)
def test_a_passive_sentence_is_known(text: str) -> None:
    assert is_passive(sentences_of_fact(text)[0])


@pytest.mark.parametrize("text", ACTIVE)
def test_another_is_not(text: str) -> None:
    assert not is_passive(sentences_of_fact(text)[0])
