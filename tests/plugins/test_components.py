"""Templates call components by name, and nothing is taken from any other theme."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from jinja2 import Environment, StrictUndefined, TemplateNotFound

from plugins.components import component_names, components, use_theme
from tests.conftest import write_files
from tests.plugins.complaints import built, complaints

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Project


def theme_with(folder: Path, files: dict[str, str]) -> Environment:
    """An environment that uses a theme of these files."""
    env = Environment(autoescape=True, undefined=StrictUndefined)
    use_theme(env, write_files(folder, files))
    return env


def test_a_folder_is_a_function_and_components_call_each_other(tmp_path: Path) -> None:
    env = theme_with(
        tmp_path,
        {
            "components/call-now/call-now.html": "{% macro call_now(who) %}<b>{{ big(who) }}</b>{% endmacro %}",
            "components/big/big.html": "{% macro big(text) %}<big>{{ text }}</big>{% endmacro %}",
            "components/notes/readme.html": "no component",
        },
    )
    assert component_names(tmp_path) == ["big", "call-now"]
    assert env.from_string("{{ call_now('<us>') }}").render() == "<b><big>&lt;us&gt;</big></b>"


def test_what_has_no_words_of_a_page_is_made_once(tmp_path: Path) -> None:
    nth = "{% macro nth(what=none) %}{{ what }} {{ count() }}{% endmacro %}"
    env = theme_with(tmp_path, {"components/nth/nth.html": nth})
    env.globals["count"] = itertools.count().__next__
    calls = ["nth()", "nth()", "nth(1)", "nth(true)", "nth(what=true)", "nth(what=1)", "nth(1)", *("nth('a')",) * 2]

    assert [env.from_string(f"{{{{ {call} }}}}").render() for call in calls] == [
        *("None 0", "None 0", "1 1", "True 2", "True 3", "1 4", "1 1", "a 5", "a 6"),
    ]


def test_examples_are_rendered_with_their_arguments(tmp_path: Path) -> None:
    env = theme_with(
        tmp_path,
        {
            "components/big/big.html": "{% macro big(text='none') %}<big>{{ text }}</big>{% endmacro %}",
            "components/big/examples.toml": '[[example]]\nname = "empty"\n\n'
            '[[example]]\nname = "with words"\n[example.arguments]\ntext = "A & B"\n',
        },
    )
    (big,) = components(env, tmp_path)
    assert big.rendered() == [("empty", "<big>none</big>"), ("with words", "<big>A &amp; B</big>")]


@pytest.mark.parametrize("name", ["page.html", "article.html", "index.html", "tags.html", "categories.html"])
def test_no_other_themes_template_is_found(tmp_path: Path, name: str) -> None:
    env = theme_with(tmp_path, {"templates/base.html": ""})
    assert env.get_template("base.html")
    with pytest.raises(TemplateNotFound):
        env.get_template(name)


def test_faults_in_the_use_of_components_name_the_template_and_its_line(project: Project) -> None:
    project.write(
        "theme/templates/about.html", '{% extends "page.html" %}\n{% block after %}\n{{ call_nov() }}{% endblock %}'
    )
    project.write(
        "theme/templates/location.html",
        '{% extends "page.html" %}\n{% block after %}{{ call_now(colour="red") }}{% endblock %}',
    )
    project.write("theme/components/sleepy/sleepy.html", "{# #}\n{% macro slepy() %}{% endmacro %}")
    project.write("theme/components/sleepy/examples.toml", '[[example]]\nname = "one"\n')
    project.write(
        "theme/templates/privacy.html", '{% extends "page.html" %}\n{% block after %}{{ sleepy() }}{% endblock %}'
    )
    assert [line.removesuffix("; mend this line") for line in complaints(project, "--production")] == [
        'theme/templates/about.html:3:1: nothing here is called "call_nov"; '
        "correct the name, import it, or give it a value above",
        "theme/templates/location.html:2:1: TypeError: macro 'call_now' takes no keyword argument 'colour'",
        "theme/templates/privacy.html:2:1: AttributeError: 'TemplateModule' object has no attribute 'sleepy'",
    ]


def test_the_gallery_shows_every_example_of_every_component(project: Project) -> None:
    naps = {"a nap": 1, "a night": 8}
    project.write(
        "theme/components/sleepy/sleepy.html", "{% macro sleepy(hours) %}<i>{{ hours }} hours</i>{% endmacro %}"
    )
    project.write(
        "theme/components/sleepy/examples.toml",
        "".join(f'[[example]]\nname = "{name}"\narguments = {{hours = {hours}}}\n' for name, hours in naps.items()),
    )
    gallery = (built(project).output / "gallery" / "index.html").read_text(encoding="utf-8")
    for words in ('id="sleepy"', "a nap", "<i>1 hours</i>", "a night", "<i>8 hours</i>"):
        assert words in gallery
    for name in component_names(project.path / "theme"):
        assert f'<h2 id="{name}">' in gallery
    assert not (built(project, "--production").output / "gallery").exists()
