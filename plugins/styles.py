"""Gather the theme's style sheets into one block a page: those that all pages share, and those of its components."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from string import ascii_lowercase
from typing import TYPE_CHECKING, NamedTuple

import rcssmin
from markupsafe import Markup
from pelican.plugins import signals

if TYPE_CHECKING:
    from pelican import Pelican
    from pelican.generators import Generator

FIRST = "layers.css"
COMPONENTS = "@layer components {"
CLASSES = re.compile(r'\sclass="([^"]*)"')
RULE = re.compile(r"(?<=[{}])\.([\w-]+)[^{},]*\{[^{}]*\}")  # for one class, in minified CSS
# Of custom properties, in minified CSS: BEM's names of classes have two hyphens too, but stand elsewhere.
DECLARED = re.compile(r"(?<=[{;])--[\w-]+(?=:)")
ASKED_FOR = re.compile(r"(?<=var\()--[\w-]+")
NAME = re.compile(r"(?<=[{;(])--[\w-]+")
SHORT_NAMES = [f"--{first}{second}" for first in ("", *ascii_lowercase) for second in ascii_lowercase]


class Styles(NamedTuple):
    """The theme's CSS, minified: what pages share, and what each component's layer holds, by its name."""

    shared: str
    components: dict[str, str]

    def block(self, html: str) -> Markup:
        """The styles that ``html`` needs: a component or a utility whose class is not in it costs it no byte."""
        written = {name for classes in CLASSES.findall(html) for name in classes.split()}
        own = "".join(css for name, css in self.components.items() if name in written)
        shared = RULE.sub(lambda rule: rule[0] if rule[1] in written else "", self.shared)
        return Markup(spare(f"{shared}@layer components{{{own}}}" if own else shared))  # noqa: S704


@cache
def spare(css: str) -> str:
    """Minified ``css`` without the custom properties that nothing asks for, the others named by a letter or two."""
    css = without_unused(css)
    short = dict(zip(dict.fromkeys(NAME.findall(css)), SHORT_NAMES, strict=False))
    return NAME.sub(lambda found: short[found[0]], css)


def without_unused(css: str) -> str:
    """Minified ``css`` without the custom properties that nothing in it asks for."""
    while unused := set(DECLARED.findall(css)) - set(ASKED_FOR.findall(css)):
        css = re.sub(rf"(?<=[{{;])(?:{'|'.join(sorted(unused))}):[^;}}]*;?", "", css)
    return css


def gather(theme: Path) -> Styles:
    """Read css/, the order of the layers first, and the components by name."""
    sheets = sorted((theme / "css").glob("*.css"), key=lambda path: (path.name != FIRST, path.name))
    shared = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    own = {sheet.stem: _inside(sheet.read_text(encoding="utf-8")) for sheet in sorted(theme.glob("components/*/*.css"))}
    return Styles(rcssmin.cssmin(shared), {name: rcssmin.cssmin(css) for name, css in own.items()})


def _inside(sheet: str) -> str:
    """What a component's sheet says inside its layer: opened once for all of them, it costs no bytes for each."""
    before, layer, inside = sheet.partition(COMPONENTS)
    return before + inside.rstrip().removesuffix("}") if layer else sheet


def read_styles(pelican: Pelican) -> None:
    """Read the styles once for each build."""
    pelican.settings["STYLES"] = gather(Path(pelican.settings["THEME"]))


def hand_over(generator: Generator) -> None:
    """Give the templates ``styles``."""
    generator.context["styles"] = generator.settings["STYLES"]


def register() -> None:
    """Called by Pelican."""
    signals.get_generators.connect(read_styles)
    signals.generator_init.connect(hand_over)
