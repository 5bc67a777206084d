"""Hold what editors write against the rules of Markdown that readers would notice."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from pymarkdown.api import PyMarkdownApi

from plugins.faults import Fault, Source
from plugins.models.prose import scannable
from tools.check.markdown_rules import indented_by_four, space_before_address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pymarkdown.api import PyMarkdownScanFailure

FIX = "type .venv/bin/invoke check --fix"
LEVELS = re.compile(r"Expected: h(\d); Actual: h(\d)")

# The library's rule: what is wrong, what to do, and whether that is only untidy and not seen on the page.
RULES: dict[str, tuple[str, str, bool]] = {
    "MD001": ("an h{actual} follows an h{above}", "let headings go down one level at a time", False),
    "MD009": ("spaces stand at the end of this line", FIX, True),
    "MD010": ("a tab stands here", FIX, True),
    "MD011": ("this link is the wrong way round", "write [words](address)", False),
    "MD022": (
        "a heading stands close to other text",
        f"leave a blank line around it, or {FIX} where it changes nothing else",
        True,
    ),
    "MD024": ("this heading stands on the page twice", "give one of the two other words", False),
    "MD032": ("this list begins in the middle of a paragraph", f"leave a blank line before it, or {FIX}", False),
    "MD034": ("this address is not a link", "write [words](address)", False),
    "MD042": ("this link leads nowhere", "write an address between its round brackets", False),
    "MD047": ("the last line has no line end", FIX, True),
}


@cache
def _library() -> PyMarkdownApi:
    api = PyMarkdownApi().log_error_and_above().disable_rule_by_identifier("*")
    for rule in RULES:
        api = api.enable_rule_by_identifier(rule)
    return api


def as_the_library_finds(source: Source) -> Iterator[Fault]:
    """The library's complaints, in the house's words."""
    text = scannable(source.text)
    lines = source.text.split("\n")
    if not text.strip():
        return
    for found in _library().scan_string(text).scan_failures:
        if found.rule_id in RULES:
            yield _in_house_words(found, source, lines, text.split("\n"))


def _in_house_words(found: PyMarkdownScanFailure, source: Source, lines: list[str], scanned: list[str]) -> Fault:
    what, todo, warning = RULES[found.rule_id]
    levels = LEVELS.search(found.extra_error_information or "")
    if levels:
        what = what.format(above=int(levels[1]) - 1, actual=levels[2])
    shift = len(lines[found.line_number - 1]) - len(scanned[found.line_number - 1])
    return Fault(source.name, found.line_number, found.column_number + shift, what, todo, warning)


OWN_RULES: tuple[Callable[[Source], Iterator[Fault]], ...] = (
    as_the_library_finds,
    indented_by_four,
    space_before_address,
)


def check_markdown(files: Iterable[Source]) -> list[Fault]:
    """Every fault of style in these Markdown files, sorted."""
    return sorted({fault for source in files for rule in OWN_RULES for fault in rule(source)})
