"""A condition is never shown without its grade, nor a grade without its trials."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

from justhtml import JustHTML

from plugins.faults import ROOT
from tests.plugins.complaints import built, complaints, place

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Project

GRADES = """
[insomnia]
name = "Sleeplessness (insomnia)"
grade = "limited"
sentence = "Two small trials disagree."
supporting = ["good2020"]
opposing = ["bad2021"]
fda = "Not FDA-approved for insomnia."
"""
WORK = "\n@online{{{},\n  author = {{{}}},\n  title = {{T}},\n  study = {{review}},\n  direction = {{for}},\n}}\n"
SERVICE = "content/services/sleep.md"


def add(project: Project, grades: str) -> None:
    """Add grades and the two works that they may name."""
    for name, text in (
        ("data/evidence.toml", grades),
        ("data/references.bib", WORK.format("good2020", "Good") + WORK.format("bad2021", "Bad")),
    ):
        with (project.path / name).open("a", encoding="utf-8") as file:
            file.write(text)


def test_a_service_shows_the_grade_and_the_trials_for_and_against(project: Project) -> None:
    add(project, GRADES)
    project.page(SERVICE, Title="Rest", Condition="insomnia", Reviewed="not yet")
    page = (built(project).output / "services" / "sleep" / "index.html").read_text(encoding="utf-8")
    main = page[page.index("<main") : page.index("</main>")]
    text = " ".join(re.sub("<[^>]*>", " ", main).replace("&nbsp;", " ").split())
    for words in ("limited", "Two small trials disagree.", "Not FDA-approved for insomnia."):
        assert words in text
    assert re.search(r"\b1 found a benefit\b.*\b1 found no clear benefit\b", text), "both sides are counted"


def test_every_fault_of_the_grades_and_of_who_names_them_is_told(project: Project) -> None:
    project.write("data/evidence.toml", GRADES.replace("good2020", "god2020").replace("bad2021", "god2020"))
    works = (project.path / "data/references.bib").read_text(encoding="utf-8")
    works = re.sub(r"  no_benefit_for = .*\n", "", re.sub(r"\{(?:against|mixed)\}", "{for}", works))
    project.write("data/references.bib", works)
    add(
        project,
        '\n[fatigue]\nname = "F"\ngrade = "mixed"\nsentence = "S."\nsupporting = []\nopposing = []\nfda = "N."\n',
    )
    for path in (project.path / "content" / "services").glob("*.md"):
        path.unlink()
    for path in (project.path / "content" / "articles").glob("*/*.md"):
        path.unlink()
    for name in ("index", "404", "services/index"):
        project.page(
            f"content/{name}.md", Description=f"The page {name}, only here to be read by a test of the contract."
        )
    project.page(SERVICE, Title="On insomnia and insomnias", Condition="insomnias", Reviewed="not yet")
    project.page("content/services/x.md", Title="On pain", Condition="pain", Reviewed="not yet")
    project.page("content/articles/a/index.md", Title="Pain, fatig", Date="2026-01-01", Conditions="[insomnia, fatig]")
    project.page("content/articles/a/1-one.md", Description="", Conditions="[insomnya]")
    no_grade, correct = "has no grade in data/evidence.toml", "correct it, or add it to data/references.bib"
    assert complaints(project) == [
        f'content/articles/a/1-one.md:3:14: the condition "insomnya" {no_grade}; did you mean "insomnia"?',
        f'content/articles/a/index.md:5:24: the condition "fatig" {no_grade}; did you mean "fatigue"?',
        f'{SERVICE}:4:12: the condition "insomnias" {no_grade}; did you mean "insomnia"?',
        f'content/services/x.md:4:12: the condition "pain" {no_grade}; the conditions are insomnia, fatigue; '
        "write one of them, or add it there",
        f'data/evidence.toml:6:1: no reference has the key "god2020"; {correct}',
        f'data/evidence.toml:7:1: no reference has the key "god2020"; {correct}',
        'data/evidence.toml:10:1: "fatigue" is graded without a source; name the works for and against',
    ]


def test_no_grade_goes_without_a_work_that_found_no_benefit(project: Project) -> None:
    facts, bib = "data/evidence.toml", "data/references.bib"
    project.replace(facts, '"jelovac2025", ', "")
    project.replace(facts, '"abdallah2022", ', "")
    depression, ptsd = place(project, facts, 'opposing = ["shiroma'), place(project, facts, 'opposing = ["borgogna')
    project.replace(bib, "no_benefit_for = {crps}", "no_benefit_for = {crpss}")
    project.replace(bib, "  no_benefit_for = {social-anxiety},\n", "")
    leaves_out, hold = "which found no clear benefit for it", "add it to opposing, and look whether the grade holds"
    missing = '"no_benefit_for" is missing, and this randomized trial is "mixed"'
    assert [line for line in complaints(project) if line.startswith("data/")] == [
        f'{depression}: the grade of "depression" leaves out "jelovac2025", {leaves_out}; {hold}',
        f'{ptsd}: the grade of "ptsd" leaves out "abdallah2022", {leaves_out}; {hold}',
        f'{place(project, bib, "crpss")}: data/evidence.toml has no condition "crpss"; did you mean "crps"?',
        f"{place(project, bib, '@article{taylor2018')}: {missing}; "
        "add no_benefit_for = {…}: the conditions of data/evidence.toml, such as ptsd, that it is about",
    ]


def test_the_article_shows_the_grade_of_each_condition_in_words_and_picture(site: Path) -> None:
    page = site / "articles/are-you-a-candidate-for-ketamine-therapy/index.html"
    (grades,) = JustHTML(page.read_text(encoding="utf-8"), sanitize=False).query(".section__grades")
    shown = [" ".join(grade.to_text().split()) for grade in grades.query("p")]
    known = tomllib.loads((ROOT / "data/evidence.toml").read_text(encoding="utf-8"))
    assert shown == [
        f"{known[name]['name']}. Evidence: {known[name]['grade']} "
        f"{len(known[name]['supporting'])} for {len(known[name]['opposing'])} against"
        for name in ("depression", "ptsd", "chronic-pain")
    ]
    assert len(grades.query("svg.studies")) == 6
    assert all((svg.attrs or {}).get("aria-hidden") == "true" for svg in grades.query("svg"))


def test_a_broken_grade_is_told_once_and_blames_no_page(project: Project) -> None:
    project.write(
        "data/evidence.toml",
        GRADES.replace('"limited"', '"weak"').replace("fda", "fdas").replace("Two small", "Two small " * 20),
    )
    assert complaints(project) == [
        'data/evidence.toml:2:1: "fda" is missing; add fda = …: one plain sentence on what the FDA has approved',
        "data/evidence.toml:4:1: \"grade\" is 'weak'; "
        'write "good short-term", "limited", "mixed" or "no clear evidence"',
        'data/evidence.toml:5:1: "sentence" has 217 characters; write one plain sentence of at most 140 characters',
        'data/evidence.toml:8:1: there is no "fdas"; did you mean "fda"?',
    ]
