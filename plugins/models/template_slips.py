"""Say in everyday words what is wrong with a template, where Jinja says it in its own."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, NamedTuple

from jinja2.filters import FILTERS
from jinja2.tests import TESTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

OPENING = ("block", "call", "extends", "filter", "for", "from", "if", "import", "include", "macro", "set", "with")
STATEMENTS = (*OPENING, "elif", "else", "endblock", "endcall", "endfilter", "endfor", "endif", "endmacro", "endset")
MEND = "mend this line"
NAMES = {"end of statement block": "%}", "end of print statement": "}}", "begin of statement block": "{%"}


class Slip(NamedTuple):
    """What is wrong, and what to do."""

    what: str
    todo: str = MEND


def _close(open_: str, wanted: str = "") -> Slip:
    return Slip(f"{{% {open_} %}} is never closed", f"write {{% {wanted or f'end{open_}'} %}} where it ends")


def _unknown(kind: str, name: str, known: Iterable[str]) -> Slip:
    nearest = difflib.get_close_matches(name, list(known), n=1)
    return Slip(
        f'there is no {kind} "{name}"', f'did you mean "{nearest[0]}"?' if nearest else f"write a {kind} that Jinja has"
    )


def _statement(name: str, innermost: str = "") -> Slip:
    if name in STATEMENTS and innermost:
        return Slip(
            f"{{% {name} %}} stands inside {{% {innermost} %}}", f"close that first, with {{% end{innermost} %}}"
        )
    if name in STATEMENTS:
        return Slip(f"{{% {name} %}} closes nothing", "take it away, or write above what it closes")
    return _unknown("statement", name, STATEMENTS)


def _wanted(wanted: str, found: str) -> Slip:
    return Slip(f'"{NAMES.get(found, found)}" stands where {wanted} is wanted', "mend what stands before it")


def _without(name: str) -> Slip:
    return Slip(f'nothing here is called "{name}"', "correct the name, import it, or give it a value above")


def _attribute(owner: str, name: str) -> Slip:
    kind = owner.removesuffix(" object").split(".")[-1]
    return Slip(f'this {kind} has no "{name}"', "correct the name, or ask first whether it is defined")


# What Jinja says (jinja2 3.1: parser.py, lexer.py, compiler.py, runtime.py), and what we say.
SAID: tuple[tuple[str, Callable[..., Slip]], ...] = (
    (r"Unexpected end of template\..*that needs to be closed is '(\w+)'", _close),
    (r"Missing end of comment tag", lambda: Slip("{# is never closed", "write #} where the note ends")),
    (r"Missing end of raw directive", lambda: _close("raw")),
    (r"Encountered unknown tag '(\w+)'\.(?:.*that needs to be closed is '(\w+)')?", _statement),
    (r"No filter named '(\w+)'", lambda name: _unknown("filter", name, FILTERS)),
    (r"No test named '(\w+)'", lambda name: _unknown("test", name, TESTS)),
    (
        r"block '(\w+)' defined twice",
        lambda name: Slip(f'the block "{name}" stands here twice', "rename one of the two"),
    ),
    (r"expected token '(.+)', got '(.+)'", lambda wanted, found: _wanted(f'"{NAMES.get(wanted, wanted)}"', found)),
    (r"Expected an expression, got '(.+)'", lambda found: _wanted("a value", found)),
    (r"unexpected '(.+)', expected '(.+)'", lambda found, wanted: _wanted(f'"{wanted}"', found)),
    (
        r"unexpected (?:char )?['\"](.+)['\"]",
        lambda found: Slip(
            f'"{NAMES.get(found, found)}" cannot stand here',
            "write {{ … }} around a value, and {% … %} around a statement",
        ),
    ),
    (r"'(\w+)' is undefined", _without),
    (r"'(.+)' has no attribute '(\w+)'", _attribute),
)


def slip(message: str) -> Slip:
    """The slip that Jinja means by ``message``; its own words where they are none of those known."""
    for pattern, say in SAID:
        found = re.search(pattern, message, re.DOTALL)
        if found:
            return say(*(part or "" for part in found.groups()))
    return Slip(f"this template cannot be read: {' '.join(message.split())}")
