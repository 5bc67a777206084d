"""Every fault of a build is told at once, at its place, and then nothing is written."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from plugins.faults import ROOT, BuildRefused, Fault, LogFaults, Source, fault_of
from tests.plugins.complaints import built, complaints

if TYPE_CHECKING:
    from tests.conftest import Project

TEXT = "one two\nthree two-fold\n\n  two\n"


def test_faults_are_sorted_by_file_line_and_column_and_read_as_one_line() -> None:
    faults = [
        Fault("b.md", 1, 1, "late", "mend it"),
        Fault("a.md", 10, 1, "fourth", "mend it"),
        Fault("a.md", 2, 10, "third", "mend it"),
        Fault("a.md", 2, 9, "second", "mend it", warning=True),
        Fault("a.md", 2, 9, "first", "mend it"),
    ]
    refused = BuildRefused(faults)
    assert [fault.what for fault in refused.faults] == ["first", "second", "third", "fourth", "late"]
    assert str(refused).splitlines()[1:3] == [
        "a.md:2:9: first; mend it",
        "a.md:2:9: warning: second; mend it",
    ]


@pytest.mark.parametrize(
    ("needle", "nth", "place"),
    [
        ("one", 0, (1, 1)),
        ("two", 0, (1, 5)),
        ("two", 1, (4, 3)),
        ("two", 9, (4, 3)),
        ("two-fold", 0, (2, 7)),
        ("thr", 0, (1, 1)),
        ("absent", 0, (1, 1)),
    ],
    ids=["first", "middle", "not in a longer word", "the last for want of more", "hyphen", "part of a word", "absent"],
)
def test_a_place_counts_lines_and_columns_from_one(needle: str, nth: int, place: tuple[int, int]) -> None:
    source = Source(Path("x.md"), TEXT)
    fault = source.fault("what", "todo", source.find(needle, nth))
    assert (fault.line, fault.column) == place


def test_a_file_is_named_as_one_would_type_it_at_the_projects_root(tmp_path: Path) -> None:
    assert Source(ROOT / "content" / "index.md", "").name == "content/index.md"
    assert Source(tmp_path / "x.md", "").name == (tmp_path / "x.md").resolve().as_posix()


def test_a_file_is_named_by_where_it_really_is(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").symlink_to(tmp_path / "a")
    (tmp_path / "a" / "c.md").symlink_to(ROOT / "content" / "index.md")
    paths = ("a/x.md", "b/x.md", "b/../x.md", "b/c.md", "none/x.md")

    for path in (ROOT / "tests" / ".." / "content", ROOT.with_name(f"{ROOT.name}x"), *map(tmp_path.joinpath, paths)):
        real = path.resolve()
        own = real.relative_to(ROOT) if real.is_relative_to(ROOT) else real
        assert Source(path, "").name == own.as_posix()


def test_a_file_that_is_not_utf_8_is_refused_where_it_stops_being_so(tmp_path: Path) -> None:
    path = tmp_path / "clinic.toml"
    path.write_bytes('# naïve\nname = "caf'.encode() + b"\xe9")
    with pytest.raises(BuildRefused) as refused:
        Source.read(path)
    (fault,) = refused.value.faults
    assert (fault.line, fault.column, fault.what) == (2, 12, "this file is not UTF-8")


def test_what_pelican_only_logs_becomes_a_fault_unless_links_tell_it_better() -> None:
    handler = LogFaults()
    logger = logging.Logger("a logger of its own")
    logger.addHandler(handler)
    logger.info("All is well")
    logger.warning("Something\nis  %s", "odd")
    logger.warning("Unable to find '/x.md', skipping url replacement.")
    assert [str(fault) for fault in handler.faults] == [
        "pelicanconf.py:1:1: Pelican says: Something is odd; mend what it names"
    ]


def test_an_exception_from_nowhere_of_ours_still_says_what_it_is() -> None:
    assert str(fault_of(OSError("disk full"))) == "pelicanconf.py:1:1: OSError: disk full; mend this line"


def test_faults_of_several_templates_are_told_in_one_build(project: Project) -> None:
    home = built(project).output / "index.html"
    last = home.read_bytes()
    head = '{% extends "page.html" %}\n{% block after %}\n'
    project.write("theme/templates/about.html", head + "{{ page.colour }}{% endblock %}")
    project.write("theme/templates/location.html", head + "{{ 1 / 0 }}{% endblock %}")
    project.write("theme/templates/accessibility.html", head + '{% include "none.html" %}{% endblock %}')
    assert complaints(project) == [
        'theme/templates/about.html:3:1: this Page has no "colour"; '
        "correct the name, or ask first whether it is defined",
        'theme/templates/accessibility.html:3:1: the theme has no template "none.html"; '
        "correct its name, or add it to theme/templates/",
        "theme/templates/location.html:3:1: ZeroDivisionError: division by zero; mend this line",
    ]
    assert home.read_bytes() == last, "the last good site is kept"


def test_faults_of_content_and_templates_that_cannot_be_read_are_told_together(project: Project) -> None:
    project.write("theme/templates/about.html", '{% extends "page.html" %}\n{% if %}')
    project.write("theme/templates/privacy.html", "{% block main %}")
    project.page(Titel="A", Title="B")
    complained = complaints(project)
    assert [line.split("; ")[0] for line in complained] == [
        'content/new.md:4:1: there is no "Titel"',
        'theme/templates/about.html:2:1: "%}" stands where a value is wanted',
        "theme/templates/privacy.html:1:1: {% block %} is never closed",
    ]
