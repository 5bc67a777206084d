"""Set quotation marks, dashes and points as typogrify does, without looking where nothing can be found."""

from __future__ import annotations

import re
from functools import wraps
from typing import TYPE_CHECKING

import smartypants
from typogrify import filters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import ModuleType

    Filter = Callable[[str], str]

# Of each filter, what a text must hold for it to change anything.
TRIGGERS: dict[tuple[ModuleType, str], str] = {
    (smartypants, "process_escapes"): r"\\",
    (smartypants, "convert_dashes"): "--",
    (smartypants, "convert_dashes_oldschool"): "--",
    (smartypants, "convert_dashes_oldschool_inverted"): "--",
    (smartypants, "convert_ellipses"): r"\.\.\.|\. \. \.",
    (smartypants, "convert_backticks"): "``|''",
    (smartypants, "convert_single_backticks"): "[`']",
    (smartypants, "convert_quotes"): "[\"']",
    (filters, "amp"): "&",
    (filters, "caps"): r"[A-Z](?:\d*|\.\s?)[A-Z]",
    (filters, "initial_quotes"): "[\"']|&ldquo;|&#8220;|&lsquo;|&#8216;",
    (filters, "widont"): r"\s",
}
MARKED = "guarded"


def guard(stock: Filter, trigger: str) -> Filter:
    """``stock``, which is not called with a text that holds no ``trigger``, a regular expression."""
    found = re.compile(trigger).search

    @wraps(stock)
    def guarded(text: str) -> str:
        return stock(text) if found(text) else text

    vars(guarded)[MARKED] = True
    return guarded


def install() -> None:
    """Guard typogrify's filters and those of smartypants, in their modules; the second time, do nothing."""
    for (module, name), trigger in TRIGGERS.items():
        if not hasattr(getattr(module, name), MARKED):
            setattr(module, name, guard(getattr(module, name), trigger))


def typeset(html: str, ignored_tags: Iterable[str], omitted: Iterable[str]) -> str:
    """``html`` as typogrify sets it, ``omitted`` filters left out, as Pelican's own settings name both.

    Two hyphens are an em dash, and ``&quot;`` counts as a quotation mark, as Pelican asks of it.
    """
    smartypants.Attr.default = smartypants.Attr.set1 | smartypants.Attr.w
    install()
    return str(filters.typogrify(html, [*ignored_tags], **dict.fromkeys(omitted, False))) if html else html
