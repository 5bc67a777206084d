"""Leave out what Python-Markdown does where a text holds nothing for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown import Markdown
    from markdown.util import Registry

    Needed = Callable[[str], bool]

# A file may hold these two, which Markdown writes where it remembers something: it drops them as it reads.
STX, ETX = "\x02", "\x03"


def with_triggers(registry: Registry[Any], triggers: dict[str, tuple[str, ...]]) -> list[tuple[Any, str, str]]:
    """All that is registered, in order, each with the two of which a text must hold one; "" where any text may do."""
    known = {registry[name]: held for name, held in triggers.items() if name in registry}
    return [(each, held[0], held[-1]) for each in registry for held in (known.get(each, ("",)),)]


def holding(*held: str) -> Needed:
    """Whether a text holds one of these."""
    return lambda text: any(map(text.__contains__, held))


def _elsewhere(text: str) -> bool:
    """Whether a brace stands where it is not the beginning of a link's address."""
    return text.count("{") > text.count("({")


# Of each step, what a text is asked, and what is done where the answer is no.
PREPROCESSORS: dict[str, tuple[Needed, Callable[..., Any]]] = {
    "normalize_whitespace": (holding(" \n", "\t", "\r", STX, ETX), lambda lines: [*lines, "", ""]),
    "html_block": (holding("<", "&"), lambda lines: lines),
}
TREEPROCESSORS: dict[str, tuple[Needed, Callable[..., Any]]] = {
    "attr_list": (_elsewhere, lambda _: None),
    "unescape": (holding("\\", STX), lambda _: None),
}
CONTENTS: dict[str, tuple[Needed, Callable[..., Any]]] = {  # of the table of contents
    "build_toc_div": (holding("[TOC]", STX, ETX), lambda _: Element("div")),
    "replace_marker": (holding("[TOC]", STX, ETX), lambda *_: None),
}


def guard(md: Markdown) -> None:
    """Let this converter look at each text before it takes a step."""
    for steps, guards in ((md.preprocessors, PREPROCESSORS), (md.treeprocessors, TREEPROCESSORS)):
        for name, guarded in guards.items():
            steps[name].run = _where(md, steps[name].run, *guarded)
    toc = md.treeprocessors["toc"]
    for name, guarded in CONTENTS.items():
        setattr(toc, name, _where(md, getattr(toc, name), *guarded))


def _where(md: Any, stock: Callable[..., Any], needed: Needed, otherwise: Callable[..., Any]) -> Callable[..., Any]:
    return lambda *given: (stock if needed(f"{md.source.text}\n") else otherwise)(*given)
