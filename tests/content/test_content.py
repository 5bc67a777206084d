"""The words are true to their outline, honest about approval, and repeat no error of the old page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from justhtml import JustHTML

if TYPE_CHECKING:
    from pathlib import Path

OUTLINE = """Understanding Ketamine Therapy
What Is Ketamine Therapy?
The History of Ketamine in Medicine
The Science Behind Ketamine Therapy
How Does Ketamine Work?
The Role of Ketamine in Mental Health Treatment
Who Can Benefit from Ketamine Therapy?
Ketamine Therapy for Depression
Ketamine Therapy for PTSD
Ketamine Therapy for Chronic Pain
Evaluating Your Suitability for Ketamine Therapy
Medical Conditions and Ketamine Therapy
Mental Health and Ketamine Therapy
The Process of Ketamine Therapy
What to Expect During a Ketamine Therapy Session
The Duration and Frequency of Therapy Sessions
Parting Words""".splitlines()
# The errors of the old page (reference/FACTS.md, part 10), as words that only they would use.
ERRORS = {
    "E01": r"also (?:known as|called) (?:ketamine[- ])?(?:assisted|infusion)",
    "E02": r"mental health conditions such as depression, PTSD,? and chronic pain",
    "E04": r"1960s",
    "E05": r"discovered its ability|dissociative state",
    "E06": r"low risk of respiratory",
    "E07": r"rapidly reduce",
    "E08": r"demonstrated the efficacy|particularly in veterans",
    "E09": r"process(?:ing)? (?:their )?traumatic memories",
    "E10": r"shown promise|found to alleviate",
    "E11": r"overall well-being",
    "E12": r"interrupt\w* pain signals",
    "E13": r"reuptake",
    "E15": r"balanc\w+ (?:serotonin|dopamine|neurotransmitters)",
    "E16": r"anti-anxiety effects",
    "E17": r"(?<!not )(?<!not been )FDA[- ]approved (?:ketamine|for)",
    "E18": r"ensur\w+ (?:your )?safety|safe for you|completely safe|\bsafest\b",
    "E20": r"regain control|life-changing|breakthrough|remarkable|innovative|cutting-edge|miracle|\bcures?\b",
    "E21": r"a course consists of several sessions",
    "E23": r"optimi[sz]e (?:the )?protocols",
}
CONDITION = re.compile(r"depress|PTSD|traumatic|chronic pain|lasting pain|anxiety|bipolar", re.IGNORECASE)


def text_of(path: Path, query: str = "main") -> str:
    """What a reader reads in a part of a built page, on one line."""
    found = JustHTML(path.read_text(encoding="utf-8"), sanitize=False).query_one(query)
    assert found is not None
    return " ".join(found.to_text().replace("\u2019", "'").split())


def test_the_article_follows_its_outline(site: Path) -> None:
    page = site / "articles/are-you-a-candidate-for-ketamine-therapy/index.html"
    article = JustHTML(page.read_text(encoding="utf-8"), sanitize=False)
    headings = [" ".join(found.to_text().split()) for found in article.query("section.section h2, section.section h3")]

    assert [title for title in headings if title in OUTLINE] == OUTLINE
    h1 = article.query_one("h1")
    assert h1 is not None
    assert " ".join(h1.to_text().split()) == "Are You a Candidate for Ketamine Therapy?"


def test_no_error_of_the_old_page_is_repeated(site: Path) -> None:
    pages = {path.relative_to(site).as_posix(): text_of(path, "body") for path in sorted(site.rglob("*.html"))}

    found = [
        (name, code, match[0])
        for name, text in pages.items()
        for code, pattern in ERRORS.items()
        for match in re.finditer(pattern, text, re.IGNORECASE)
    ]

    assert len(pages) > 15
    assert found == []


def test_a_page_that_names_ketamine_with_a_condition_says_off_label(site: Path) -> None:
    pages = {path.relative_to(site).as_posix(): text_of(path) for path in sorted(site.rglob("*.html"))}
    naming = {name: text for name, text in pages.items() if "ketamine" in text.lower() and CONDITION.search(text)}

    assert {"index.html", "services/index.html", "services/ptsd/index.html"} <= naming.keys()
    assert [name for name, text in naming.items() if "off-label" not in text.lower()] == []


def test_every_page_tells_of_988_and_911(site: Path) -> None:
    for path in site.rglob("*.html"):
        text = text_of(path, "body")
        assert "call 988" in text.lower()
        assert "call 911" in text.lower()


def test_placeholders_are_marked_wherever_they_show(site: Path) -> None:
    for path in site.rglob("*.html"):
        body = path.read_text(encoding="utf-8").split("<body>")[1]
        assert "<mark>" in body
        assert re.findall(r"To be (?:confirmed|named)[^<]*", re.sub(r"<mark>.*?</mark>", "", body)) == []
