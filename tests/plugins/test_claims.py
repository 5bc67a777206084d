"""Every claim is told where it stands, in every build; what is allowed is published without the word that allows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plugins.faults import ROOT, Source
from plugins.models.bibliography import Work
from plugins.models.page_claims import Whole, page_faults
from plugins.models.sentences import sentences
from plugins.models.unclosed import read_as_meant
from tests.plugins.claiming import KNOWN, complaints_of, told_of
from tests.plugins.complaints import built, complaints, place
from tools.check.project import markdown_files

if TYPE_CHECKING:
    from tests.conftest import Project

SECTION = "content/articles/are-you-a-candidate-for-ketamine-therapy/6-parting-words.md"
ALLOWED = "<!-- allow C-05 until 2999-01-01: it quotes the title of a study -->\nIts authors called the study Miracle."
BODY = """Ketamine **cures** depression[^1]. It is never harmless.

<!-- allow C-05 -->
A miracle: 70% respond. They have been shown to feel well [@anand2023].

/// warning | FDA-approved ketamine therapy
From $400, *our
patients say*.
///

![Studies show relief.](/images/how-long-relief-lasts.svg "You will feel better")

[^1]: It rewires the brain.
"""


def test_all_claims_of_a_build_are_told_at_their_places(project: Project) -> None:
    project.page(body=BODY, Title="The leading clinic", Menu_title="Get your life back")
    project.replace("data/evidence.toml", "One trial of 15 people found relief", "It eliminates panic, found")
    project.replace("data/clinic.toml", "Relax the mind, awaken the spirit", "A miracle for the mind")
    project.replace(SECTION, "with real limits and harms", "with guaranteed results")

    told = [line.split(")")[0] for line in complaints(project)]

    assert told == [
        f'{place(project, SECTION, "guaranteed")}: "guaranteed" promises more than any treatment keeps (C-02',
        'content/new.md:2:12: "leading clinic" sets the clinic above others without proof (C-06',
        'content/new.md:4:13: "Get your life back" promises the reader an outcome (C-07',
        'content/new.md:6:12: "cures" promises a cure, which no trial shows (C-01',
        "content/new.md:6:20: this page names ketamine with mental illness and does not tell: "
        "that its use for mental illness is off-label, other treatments (T3",
        "content/new.md:8:1: this allowance gives no reason; "
        "write <!-- allow C-05 until 2027-03-31: why it is right here -->",
        'content/new.md:9:3: "miracle" is praise, not a fact (C-05',
        'content/new.md:9:12: "70%" has no source in its sentence (C-09',
        'content/new.md:11:15: "FDA-approved" says that ketamine is approved for more than anesthesia (C-03',
        'content/new.md:12:6: "$400" speaks of a price, a discount or a certificate without the whole of it (M2',
        'content/new.md:12:13: "our patients say" brings in what patients say (T2',
        'content/new.md:16:60: "You will feel better" promises the reader an outcome (C-07',
        'content/new.md:18:10: warning: "rewires the brain" states as settled how the treatment works (C-08',
        'data/clinic.toml:7:14: "miracle" is praise, not a fact (C-05',
        f"{place(project, 'data/evidence.toml', 'eliminates')}: "
        '"eliminates panic" promises a cure, which no trial shows (C-01',
    ]


def test_an_allowance_is_not_published(project: Project) -> None:
    project.page(body=f"Words before.\n\n{ALLOWED}\n\n- an item\n\n    {ALLOWED.splitlines()[0]}\n    A miracle.\n")
    html = (built(project).output / "new" / "index.html").read_text(encoding="utf-8")
    assert "the study Miracle." in html
    assert "A miracle." in html
    assert "allow" not in html.partition("<main")[2]
    assert "<!--" not in html


def test_the_content_needs_no_allowance() -> None:
    texts = [path.read_text(encoding="utf-8") for path in markdown_files()]
    assert len(texts) > 15
    assert not [text for text in texts if "<!--" in text]
    assert [complaints_of(text) for text in texts] == [[] for _ in texts]


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Ketamine for pain.", "that its use for pain is off-label, risks, other treatments"),
        ("Ketamine for PTSD is off-label.", "risks, other treatments"),
        ("Ketamine for PTSD is off-label. It can do harm.", "other treatments"),
        ("Ketamine for PTSD or pain: each use is off-label. It can do harm. There are other treatments.", ""),
        ("We are a ketamine clinic.", ""),
        ("Pain wears people down.", ""),
    ],
)
def test_a_page_that_names_ketamine_with_an_illness_is_balanced(text: str, missing: str) -> None:
    told = [each.what.partition("does not tell: ")[2] for each in told_of(text)]
    assert told == ([f"{missing} (T3)"] if missing else [])


def test_a_one_sided_page_is_warned_of() -> None:
    lines = [
        "It eased pain [@a].",
        "It lifted mood [@a].",
        "It brought relief [@a].",
        "It improved sleep [@a].",
        "It helps.",
    ]
    text = "Ketamine is here.\n\n## Benefits\n\n" + "\n".join(lines)
    heading, count = [each for each in told_of(text, kind="service") if "C-11" in each.what]
    assert heading.warning
    assert text.startswith("## Benefits", heading.at)
    assert count.what == "6 sentences of this page tell of gains and 0 of risks or limits (C-11)"


def test_old_and_retracted_works_are_told() -> None:
    def work(key: str, year: str, **more: str) -> Work:
        facts = {"key": key, "title": key, "study": "review", "direction": "for", "year": year}
        return Work.model_validate({**facts, "author": ("Doe, A.",), **more})

    works = {each.key: each for each in (work("a2009", "2009"), work("b2024", "2024", retracted="2025"))}
    text = "Old [@a2009]. Gone [@a2009; @b2024]."
    gone, old = [each for each in told_of(text, kind="service", works=works) if "C-16" in each.what]
    assert (text[gone.at : gone.at + 6], gone.warning) == ("@b2024", False)
    assert (old.what, old.warning) == ("the newest study that this page cites is of 2009 (C-16)", True)
    assert not told_of(text.replace("; @b2024", ""), kind="page", works=works)


def test_what_the_clinic_is_certified_for_it_may_offer() -> None:
    from plugins.models.claims.rule import claims

    found = sentences(Source(ROOT / "x.md", "We offer Spravato."))
    assert [claim.rule.id for claim in claims(found, KNOWN)] == ["T4"]
    assert claims(found, KNOWN._replace(offers_spravato=True)) == []


def test_a_draft_is_warned_of_what_a_page_must_tell() -> None:
    text = "---\nTitle: A\n---\nKetamine may ease pain."
    part = (source := Source(ROOT / "x.md", text), sentences(source))
    [later] = page_faults("page", [part], [], {})
    [now] = page_faults("page", [part], [part], {})
    assert (later.warning, now.warning) == (True, False)
    assert later.what == f"once this is no draft: {now.what}"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("\n---\nTitle: A\n...\nWords.", True),
        ("---\nTitle: A\n\nWords.", False),
        ("---\nTitle: A\n---\nOn ==To be confirmed: a day.", False),
        ("---\nTitle: A\n---\nOn `==a` day.", True),
    ],
)
def test_a_page_that_cannot_be_read_as_meant_is_not_held_against_what_it_must_tell(text: str, whole: bool) -> None:
    assert read_as_meant(text) == whole


@pytest.mark.parametrize(
    ("words", "each_day"), [("Words.", 1), ("<!-- allow C-05 until 2026-03-02: so it is -->\n\nWords.", 2)]
)
def test_what_is_allowed_until_a_day_is_looked_at_each_day(
    words: str, each_day: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = Whole("page", [Source(ROOT / "x.md", f"---\nTitle: A\n---\n{words}")])
    keys = set()
    for second in (1_772_409_600, 1_772_496_000):  # March 2 and 3, 2026
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(second))
        keys.add(page.key({"MACHINERY": b""}))

    assert len(keys) == each_day
