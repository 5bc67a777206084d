"""A template that is missing or wrong stops the build; Pelican's own theme never stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Project

ARTICLE = "content/articles/are-you-a-candidate-for-ketamine-therapy/index.md"
ADD = "add it to theme/templates/"
NAME_IT = "correct the name, import it, or give it a value above"
MISSING = {
    "service.html": [
        f'content/services/{name}.md:1:1: the theme has no template "service.html"; {ADD}'
        for name in ("chronic-pain", "depression", "ptsd")
    ],
    "article.html": [f'{ARTICLE}:1:1: the theme has no template "article.html"; {ADD}'],
    "base.html": [
        f'theme/templates/{name}.html:1:1: the theme has no template "base.html"; correct its name, or {ADD}'
        for name in ("article", "gallery", "index", "page")
    ],
}


@pytest.mark.parametrize(("name", "faults"), MISSING.items(), ids=MISSING.keys())
def test_a_missing_template_is_refused(project: Project, name: str, faults: list[str]) -> None:
    (project.path / "theme/templates" / name).unlink()

    outcome = project.build()

    assert outcome.lines == faults
    assert outcome.code == 1
    assert "Traceback" not in outcome.text
    assert not project.output.exists()


def test_undefined_names_in_templates_and_components_are_all_told(project: Project) -> None:
    project.write(
        "theme/templates/location.html", '{% extends "page.html" %}\n{% block side %}\n{{ nowhere }}{% endblock %}'
    )
    project.write(
        "theme/templates/service.html", '{% extends "page.html" %}\n{% block side %}{{ page.nothing }}{% endblock %}'
    )
    project.write(
        "theme/components/contents/contents.html", "{% macro contents(sections) %}\n\n{{ nobody }}{% endmacro %}"
    )

    outcome = project.build()

    assert outcome.lines == [
        f'theme/components/contents/contents.html:3:1: nothing here is called "nobody"; {NAME_IT}',
        f'theme/templates/location.html:3:1: nothing here is called "nowhere"; {NAME_IT}',
        'theme/templates/service.html:2:1: this Page has no "nothing"; '
        "correct the name, or ask first whether it is defined",
    ]
    assert outcome.code == 1
    assert "Traceback" not in outcome.text


def test_jinja_syntax_errors_are_all_told_before_anything_is_written(project: Project) -> None:
    project.write("theme/templates/service.html", '{% extends "page.html" %}\n{{ next_steps() }')
    project.write("theme/components/hero/hero.html", "{% macro hero(title, lead) %}\n{% if %}\n{% endmacro %}")

    outcome = project.build()

    assert outcome.lines == [
        'theme/components/hero/hero.html:2:1: "%}" stands where a value is wanted; mend what stands before it',
        'theme/templates/service.html:2:1: "}" cannot stand here; '
        "write {{ … }} around a value, and {% … %} around a statement",
    ]
    assert outcome.code == 1
    assert "Traceback" not in outcome.text
