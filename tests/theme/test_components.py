"""Every component renders every example as sound HTML, and keeps to its own folder and class."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from jinja2 import Environment, StrictUndefined
from justhtml import JustHTML

from plugins.components import component_names, components, use_theme
from plugins.dates import day
from plugins.facts import CONSULTATION, mark_placeholder
from plugins.faults import ROOT
from tools.build import read_clinic, read_people

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

THEME = ROOT / "theme"
NAMES = component_names(THEME)
CLASSES = re.compile(r"\.([a-zA-Z][\w-]*)")
# Python-Markdown prints this markup, so the component takes its words.
NOT_OUR_WORDS = {"admonition": {"admonition-title", "note", "warning"}}


def selectors(css: str) -> str:
    """The CSS without comments, declarations and what stands in brackets of a rule."""
    return re.sub(r"/\*.*?\*/|\{[^{}]*\}", "", css, flags=re.DOTALL)


def block(name: str) -> str:
    """The component that a class belongs to: ``call-now__number`` is of call-now."""
    return re.split("__|--", name)[0]


UTILITIES = {name for path in THEME.glob("css/*.css") for name in CLASSES.findall(selectors(path.read_text("utf-8")))}


def environment() -> Environment:
    env = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    env.filters |= {"fact": mark_placeholder, "day": day}
    env.globals.update(clinic=read_clinic(), people=read_people(), home="/", consultation_address=f"/{CONSULTATION}/")
    use_theme(env, THEME)
    return env


EXAMPLES = [
    pytest.param(component.name, component.macro, example, id=f"{component.name}: {example['name']}")
    for component in components(environment(), THEME)
    for example in component.examples
]


def test_every_folder_is_a_component() -> None:
    assert [path.name for path in sorted((THEME / "components").iterdir())] == NAMES
    assert {example.values[0] for example in EXAMPLES} == set(NAMES)


@pytest.mark.parametrize(("name", "macro", "example"), EXAMPLES)
def test_an_example_is_sound_html_of_known_classes(
    name: str, macro: Callable[..., str], example: dict[str, Any]
) -> None:
    html = macro(**example.get("arguments", {}))

    document = JustHTML(html, fragment=True, sanitize=False, collect_errors=True)
    used = {word for element in document.query("[class]") for word in str((element.attrs or {})["class"]).split()}

    assert [error.message for error in document.errors] == []
    assert "style=" not in html
    assert {word for word in used - UTILITIES if block(word) not in NAMES} <= NOT_OUR_WORDS.get(name, set())


@pytest.mark.parametrize("name", NAMES)
def test_a_component_writes_only_its_own_parts_and_names_no_other_folder(name: str) -> None:
    source = (THEME / "components" / name / f"{name}.html").read_text(encoding="utf-8")
    written = {
        word
        for value in re.findall(r'class="([^"]*)"', re.sub(r"\{[{%].*?[}%]\}", "", source))
        for word in value.split()
    }
    strange = written - UTILITIES - NOT_OUR_WORDS.get(name, set())

    assert {word for word in strange if "__" in word and block(word) != name} == set()
    assert source.startswith(f"{{% macro {name.replace('-', '_')}(")
    assert source.count("{% macro ") == 1
    assert "import" not in source


@pytest.mark.parametrize("name", NAMES)
def test_a_component_folder_holds_its_files_and_no_others(name: str) -> None:
    folder = THEME / "components" / name
    html = (folder / f"{name}.html").read_text(encoding="utf-8")
    files = {path.name for path in folder.iterdir()}

    assert {f"{name}.html", "examples.toml"} <= files <= {f"{name}.html", f"{name}.css", f"{name}.js", "examples.toml"}
    assert f"{name}.css" in files or f"{name}__" not in html
    assert len(html.splitlines()) <= 40


@pytest.mark.parametrize("path", sorted(THEME.glob("components/*/*.css")), ids=lambda path: path.stem)
def test_a_component_styles_itself_alone_in_its_layer(path: Path) -> None:
    css = path.read_text(encoding="utf-8")
    rules = selectors(css)
    name = path.stem

    assert path.parent.name == name
    assert re.findall(r"@layer ([^{;]*)", css) == ["components "]
    assert {word for word in CLASSES.findall(rules) if block(word) != name} <= NOT_OUR_WORDS.get(name, set())
    assert len(css.splitlines()) <= 80
