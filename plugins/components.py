"""Make every folder of theme/components/ a function that templates call, and show all of them in the gallery."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader, TemplateSyntaxError
from pelican.plugins import signals

from plugins.faults import fault_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup
    from pelican.generators import Generator

# Pelican loads these even where none of them is written.
NEVER_WRITTEN = DictLoader(dict.fromkeys(("archives.html", "tag.html", "category.html", "author.html"), ""))


class Example(NamedTuple):
    """One state of a component, as its examples.toml describes it."""

    name: str
    html: Markup


class Component(NamedTuple):
    """A component's name, its macro and its examples' arguments."""

    name: str
    macro: Any
    examples: list[dict[str, Any]]

    def rendered(self) -> list[Example]:
        """Every example as HTML."""
        return [Example(example["name"], self.macro(**example.get("arguments", {}))) for example in self.examples]


def component_names(theme: Path) -> list[str]:
    """The names of the component folders, sorted."""
    return sorted(path.parent.name for path in theme.glob("components/*/*.html") if path.stem == path.parent.name)


def use_theme(env: Environment, theme: Path) -> None:
    """Let ``env`` load this theme's templates and nothing else, and call its components by name."""
    env.loader = ChoiceLoader([FileSystemLoader([theme / "templates", theme]), NEVER_WRITTEN])
    for name in component_names(theme):
        macro = name.replace("-", "_")
        env.globals[macro] = _later(env, f"components/{name}/{name}.html", macro)


def _later(env: Environment, template: str, macro: str) -> Any:
    """The macro, read when it is first called: a component may call any other.

    With nothing but numbers and yes or no it looks the same on every page of a build, so that is kept.
    """

    def made(*args: Any, **kwargs: Any) -> Any:
        return read()(*args, **kwargs)

    read = cache(lambda: getattr(env.get_template(template).module, macro))
    kept = lru_cache(typed=True)(made)

    def call(*args: Any, **kwargs: Any) -> Any:
        alike = all(isinstance(each, int) for each in (*args, *kwargs.values()))
        return (kept if alike else made)(*args, **kwargs)

    return call


def components(env: Environment, theme: Path) -> Iterator[Component]:
    """Every component of the theme with its examples."""
    for name in component_names(theme):
        examples = tomllib.loads((theme / "components" / name / "examples.toml").read_text(encoding="utf-8"))
        yield Component(name, env.globals[name.replace("-", "_")], examples["example"])


def hand_over(generator: Generator) -> None:
    """Called by Pelican for each generator, which has a Jinja environment of its own."""
    theme = Path(generator.settings["THEME"])
    use_theme(generator.env, theme)
    if "gallery" in generator.settings["DIRECT_TEMPLATES"]:
        generator.context["gallery"] = Gallery(generator.env, theme)


def read_all(generators: list[Generator]) -> None:
    """A template that cannot be read is a fault; Pelican would stop at the first, half-way through the output."""
    env, settings = generators[0].env, generators[0].settings
    theme = Path(settings["THEME"])
    for path in (*theme.glob("templates/*"), *theme.glob("components/*/*.html")):
        try:
            env.get_template(path.relative_to(theme).as_posix())
        except TemplateSyntaxError as error:
            settings["FAULTS"].add(fault_of(error))


class Gallery:
    """Every component's examples, rendered when the gallery's template asks for them."""

    def __init__(self, env: Environment, theme: Path) -> None:
        self.env, self.theme = env, theme

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for component in components(self.env, self.theme):
            yield {"name": component.name, "examples": component.rendered()}


def register() -> None:
    """Called by Pelican."""
    signals.generator_init.connect(hand_over)
    signals.all_generators_finalized.connect(read_all)
