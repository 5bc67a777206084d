"""Gather the theme's style sheets into one block a page: those that all pages share, and those of its components."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate
from pathlib import Path
from string import ascii_lowercase
from typing import TYPE_CHECKING, NamedTuple

import rcssmin
from markupsafe import Markup
from pelican.plugins import signals

if TYPE_CHECKING:
    from pelican import Pelican
    from pelican.generators import Generator

ORDER = "layers.css"
COMPONENTS = "components"
LAYER = re.compile(r"@layer ([\w-]+)\{(.*)\}")
BRACE = re.compile(r"[{}]")
CLASSES = re.compile(r'class="(?<=\sclass=")([^"]*)"')  # "class" first, for which a search leaps
RULE = re.compile(r"(?<=[{}])([^{}@]+)\{[^{}]*\}")  # in minified CSS
ONE_CLASS = re.compile(r"\.([\w-]+)[^,]*")
# Elements that only words and forms bring, and no script adds.
OPTIONAL = "table|t[hd]|d[dt]|h3|img|select|textarea"
BROUGHT, ELEMENTS = re.compile(rf"(?<![\w.#:-])(?:{OPTIONAL})(?![\w-])"), re.compile(rf"<({OPTIONAL})\b")
# Of custom properties, in minified CSS: BEM's names of classes have two hyphens too, but stand elsewhere.
ROOT = re.compile(r":root\{([^}]*)\}")  # the first, which no condition stands before
PLAIN = re.compile(r"(--[\w-]+):((?:(?!var\()[^;])*)(?=;|$)")  # a declaration that asks for no other property
DECLARED = re.compile(r"(?<=[{;])--[\w-]+(?=:)")
ASKED_FOR = re.compile(r"(?<=var\()--[\w-]+")
NAME = re.compile(r"(?<=[{;(])--[\w-]+")
SHORT_NAMES = [f"--{first}{second}" for first in ("", *ascii_lowercase) for second in ascii_lowercase]

Sheets = tuple[tuple[str, str], ...]  # the name of each, and what it says


class Styles(NamedTuple):
    """The theme's CSS, minified: what stands in each layer, in their order, and in each component's sheet, by name."""

    layers: dict[str, str]
    components: dict[str, str]

    def block(self, html: str) -> Markup:
        """The styles that ``html`` needs: a component, a utility or an element that is not in it costs it no byte.

        Layers stand in their order, so that it need not be said.
        """
        classes = frozenset(" ".join(CLASSES.findall(html)).split())
        elements = frozenset(ELEMENTS.findall(html))
        return Markup(styles_of(tuple(self.layers.items()), tuple(self.components.items()), classes, elements))  # noqa: S704


@cache  # many pages have the same components and elements
def styles_of(layers: Sheets, components: Sheets, classes: frozenset[str], elements: frozenset[str]) -> str:
    """What a page with these classes, and these ``OPTIONAL`` elements, needs of the layers and components' sheets."""
    shared = {name: _needed(f"{{{css}}}", classes, elements)[1:-1] for name, css in layers}
    own = "".join(css for name, css in components if name in classes)
    return spare("".join(f"@layer {name}{{{css}}}" for name, css in (shared | {COMPONENTS: own}).items() if css))


def _needed(css: str, classes: frozenset[str], elements: frozenset[str]) -> str:
    """Minified ``css`` without its rules for one class that is missing, and without selectors of missing elements."""

    def kept(rule: re.Match[str]) -> str:
        one = ONE_CLASS.fullmatch(rule[1])
        if one:
            return rule[0] if one[1] in classes else ""
        if "(" in rule[1]:
            return rule[0]
        selectors = [each for each in rule[1].split(",") if elements.issuperset(BROUGHT.findall(each))]
        return f"{','.join(selectors)}{rule[0][len(rule[1]) :]}" if selectors else ""

    return RULE.sub(kept, css)


def spare(css: str) -> str:
    """Minified ``css`` without the custom properties that it can do without, the others named by a letter or two."""
    css = without_names(without_unused(css))
    short = dict(zip(dict.fromkeys(NAME.findall(css)), SHORT_NAMES, strict=False))
    return NAME.sub(lambda found: short[found[0]], css)


def without_unused(css: str) -> str:
    """Minified ``css`` without the custom properties that nothing in it asks for."""
    while unused := set(DECLARED.findall(css)) - set(ASKED_FOR.findall(css)):
        css = re.sub(rf"(?<=[{{;])(?:{'|'.join(sorted(unused))}):[^;}}]*;?", "", css)
    return css


def without_names(css: str) -> str:
    """Minified ``css`` with the plain values of custom properties that are asked for once and never change."""
    root = ROOT.search(css)
    for name, value in PLAIN.findall(root[1]) if root else ():
        asked = re.findall(rf"var\({name}\b(?!-)", css)
        if len(asked) == 1 and f"var({name})" in css and len(re.findall(rf"(?<=[{{;]){name}:", css)) == 1:
            css = css.replace(f"{name}:{value}", "", 1).replace(f"var({name})", value)
    return re.sub(r"(?<=[{;]);+|;(?=\})", "", css)


def gather(theme: Path) -> Styles:
    """Read css/, layer by layer, and the components by name. ValueError: a sheet is not one layer."""
    order = re.findall(r"[\w-]+", (theme / "css" / ORDER).read_text(encoding="utf-8").removeprefix("@layer"))
    layers = dict.fromkeys(order, "")
    for path in sorted((theme / "css").glob("*.css")):
        if path.name != ORDER:
            name, css = _inside(path)
            layers[name] += css
    return Styles(layers, {path.stem: _inside(path)[1] for path in sorted(theme.glob("components/*/*.css"))})


def _inside(path: Path) -> tuple[str, str]:
    """A sheet's layer and what it says there: a layer that is opened once for all of them costs no bytes for each."""
    css = str(rcssmin.cssmin(path.read_text(encoding="utf-8")))
    layer = LAYER.fullmatch(css)
    if not layer or _closes_more(layer[2]):
        raise ValueError(f"{path} is not one layer: write @layer name {{ … }} around all of it")
    return layer[1], layer[2]


def _closes_more(css: str) -> bool:
    """Whether a brace in it closes what was opened before it."""
    return min(accumulate(1 if brace == "{" else -1 for brace in BRACE.findall(css)), default=0) < 0


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
