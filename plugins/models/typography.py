"""Set quotation marks, dashes and points as typogrify does, without looking where nothing can be found."""

from __future__ import annotations

import re
from functools import cache, wraps
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
# Of what stands between two tags, what it must hold for smartypants to change any of it, with the options set below.
HELD = ("'", '"', "--", "...", ". . .", "``", "\\", "&quot;")
TAG = re.compile(r"(<[^>]*>)")
# Where more counts than what stands between two tags: in notes, in what is skipped, for a quotation mark by itself.
IN_CONTEXT = re.compile(rf"<(?:!--|(?i:{'|'.join(smartypants.tags_to_skip)}))")
ALONE = {"'", '"', "&quot;"}
# Between two letters it is no quotation mark. Of two with an "s" between them, smartypants may take one for another.
APOSTROPHE = re.compile(r"'(?<=[^\W\d_]')(?<!'s')(?=[^\W\d_])(?!s')")
IGNORED = ("pre", "code")  # by typogrify, whatever it is told


def guard(stock: Filter, trigger: str) -> Filter:
    """``stock``, which is not called with a text that holds no ``trigger``, a regular expression."""
    found = re.compile(trigger).search

    @wraps(stock)
    def guarded(text: str) -> str:
        return stock(text) if found(text) else text

    return guarded


def sparing(stock: Callable[..., str]) -> Callable[..., str]:
    """smartypants, called only with what stands between two tags and may change."""

    @wraps(stock)
    def set_between_tags(text: str, attr: int | None = None) -> str:
        parts = TAG.split(text)
        words = parts[::2]
        if attr is not None or IN_CONTEXT.search(text) or not ALONE.isdisjoint(words):
            return stock(text, attr)
        between = APOSTROPHE.sub("&#8217;", "<".join(words))  # only the last of them may hold a "<"
        held = [each for each in HELD if each in between]
        words = between.split("<", len(words) - 1)
        parts[::2] = [stock(part) if any(map(part.__contains__, held)) else part for part in words] if held else words
        return "".join(parts)

    return set_between_tags


@cache  # once is enough
def install() -> None:
    """Guard typogrify's filters, and those of smartypants and itself, in their modules."""
    for (module, name), trigger in TRIGGERS.items():
        setattr(module, name, guard(getattr(module, name), trigger))
    smartypants.Attr.default = smartypants.Attr.set1 | smartypants.Attr.w
    smartypants.smartypants = sparing(smartypants.smartypants)


@cache
def _ignoring(tags: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any of these tags in lower case."""
    return re.compile(f"<(?:{'|'.join(tags)})")


def typeset(html: str, ignored_tags: Iterable[str], omitted: Iterable[str]) -> str:
    """``html`` as typogrify sets it, ``omitted`` filters left out, as Pelican's own settings name both.

    Two hyphens are an em dash, and ``&quot;`` counts as a quotation mark, as Pelican asks of it.
    """
    install()
    left_out = dict.fromkeys(omitted, False)
    if _ignoring((*IGNORED, *ignored_tags)).search(html.lower()):
        return str(filters.typogrify(html, ignored_tags, **left_out))
    return str(filters.applyfilters(html, **left_out))
