"""Read data/evidence.toml and give each service the grade of the evidence for its condition."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pelican.plugins import signals
from pydantic import Field, RootModel

from plugins.citations import BIBLIOGRAPHY
from plugins.faults import Source, did_you_mean
from plugins.models.review import NOT_YET
from plugins.models.toml import TomlSource, read_toml
from plugins.models.validation import Model

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pelican import Pelican
    from pelican.contents import Content

    from plugins.faults import Fault
    from plugins.models.bibliography import Work

KEYS = Field(description='a list of keys of data/references.bib, such as ["anand2023"]')


class Grade(Model):
    """How sure the research is about one condition; never without the trials against."""

    name: str = Field(description="the condition as a reader would say it")
    grade: Literal["good short-term", "limited", "mixed", "no clear evidence"] = Field(
        description='"good short-term", "limited", "mixed" or "no clear evidence"'
    )
    sentence: str = Field(max_length=140, description="one plain sentence of at most 140 characters")
    supporting: tuple[str, ...] = KEYS
    opposing: tuple[str, ...] = KEYS
    fda: str = Field(description="one plain sentence on what the FDA has approved")


class Grades(RootModel[dict[str, Grade]]):
    """data/evidence.toml: a table for each condition."""


@dataclass(frozen=True)
class Evidence:
    """A grade with its works in place of their keys."""

    key: str
    name: str
    grade: str
    sentence: str
    fda: str
    supporting: list[Work]
    opposing: list[Work]


def read_grades(pelican: Pelican) -> None:
    """Put the grades, by condition, into ``settings["EVIDENCE"]``, and into ``EVIDENCE_READ`` whether that worked."""
    settings = pelican.settings
    faults: set[Fault] = settings["FAULTS"]
    path = Path(settings["DATA_PATH"]) / "evidence.toml"
    read = read_toml(path, Grades, faults)
    settings["EVIDENCE"] = grades = read.root if read else {}
    settings["EVIDENCE_READ"] = read is not None
    source = TomlSource.read(path)
    if grades:
        bibliography = Source.read(Path(settings["DATA_PATH"]) / BIBLIOGRAPHY)
        faults.update(left_out(grades, settings["WORKS"].values(), source, bibliography))
    for condition, grade in grades.items():
        for name in ("supporting", "opposing"):
            for key in getattr(grade, name):
                if key not in settings["KEYS"]:
                    todo = "correct it, or add it to data/references.bib"
                    faults.add(source.fault_at(f'no reference has the key "{key}"', todo, condition, name))
        if not grade.opposing and not grade.supporting:
            what = f'"{condition}" is graded without a source'
            faults.add(source.fault_at(what, "name the works for and against", condition))


def left_out(
    grades: Mapping[str, Grade], works: Iterable[Work], source: TomlSource, bibliography: Source
) -> Iterator[Fault]:
    """No grade goes without a work that found no clear benefit for its condition."""
    for work in works:
        for condition in work.no_benefit_for:
            if condition not in grades:
                entry = bibliography.text.find(f"{{{work.key},")
                at = bibliography.text.find(condition, bibliography.text.find("no_benefit_for", entry))
                todo = did_you_mean(condition, grades, "add it there, with its grade")
                yield bibliography.fault(f'data/evidence.toml has no condition "{condition}"', todo, at)
            elif work.key not in grades[condition].opposing:
                what = f'the grade of "{condition}" leaves out "{work.key}", which found no clear benefit for it'
                yield source.fault_at(
                    what, "add it to opposing, and look whether the grade holds", condition, "opposing"
                )


def graded(condition: str, settings: dict[str, Any]) -> Evidence:
    """The grade of a condition that data/evidence.toml knows; raises KeyError for any other."""
    found: Grade = settings["EVIDENCE"][condition]
    works: dict[str, Work] = settings["WORKS"]
    return Evidence(
        condition,
        found.name,
        found.grade,
        found.sentence,
        found.fda,
        [works[key] for key in found.supporting if key in works],
        [works[key] for key in found.opposing if key in works],
    )


def ungraded(condition: str, settings: dict[str, Any], source: Source, at: int) -> Fault:
    """What to say, at the character offset ``at``, about a condition that data/evidence.toml does not know."""
    grades = settings["EVIDENCE"]
    known = f"the conditions are {', '.join(grades)}; write one of them, or add it there"
    todo = did_you_mean(condition, grades, known if grades else "add it there")
    return source.fault(f'the condition "{condition}" has no grade in data/evidence.toml', todo, at)


def grade(content: Content) -> None:
    """Set ``content.evidence``, and ``content.grades`` of all its conditions; one that has no grade is a fault."""
    settings = content.settings
    grades: dict[str, Grade] = settings["EVIDENCE"]
    condition = getattr(content, "condition", None)
    for name in (condition, *getattr(content, "conditions", ())):
        if name not in {None, NOT_YET, *grades} and settings["EVIDENCE_READ"]:
            source = Source.read(Path(content.source_path))
            at = max(0, source.text.find(name, source.text.find("\nCondition")))
            settings["FAULTS"].add(ungraded(name, settings, source, at))
    content.evidence = graded(condition, settings) if condition in grades else None
    content.grades = [graded(name, settings) for name in getattr(content, "conditions", ()) if name in grades]


def register() -> None:
    """Called by Pelican."""
    signals.get_generators.connect(read_grades)
    signals.content_object_init.connect(grade)
