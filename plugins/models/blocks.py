"""Name the blocks that an editor may write in Markdown, and the component that shows each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from plugins.evidence import graded
from plugins.models.fences import Shape

if TYPE_CHECKING:
    from collections.abc import Callable

    from markupsafe import Markup


ESTIMATE = "{filename}/good-faith-estimate.md"


class Given(NamedTuple):
    """What a component is made from: the build's settings, the words behind the bar, and HTML.

    ``rows`` is the title of a text, or the parts of each line; ``content`` is the text.
    """

    settings: dict[str, Any]
    argument: str
    rows: list[list[Markup]]
    content: Markup


class Kind(NamedTuple):
    """A block: what an editor writes in it, the component that shows it, and that component's arguments."""

    shape: Shape
    macro: str
    arguments: Callable[[Given], dict[str, Any]]


def _callout(kind: str) -> Kind:
    shape = Shape(argument="its title", text=True)
    return Kind(shape, "admonition", lambda given: {"title": given.rows[0][0], "content": given.content, "kind": kind})


# Links as the editor would type them, so that they are checked, and whole in feeds.


def _to_form(given: Given) -> dict[str, Any]:
    link = given.settings["CLINIC_LINKS"]["consultation"]
    return {"text": link.text, "address": link.href}


def _to_estimate(_: Given) -> dict[str, Any]:
    return {"address": ESTIMATE}


def _fees(given: Given) -> dict[str, Any]:
    return {"lines": given.rows, "estimate_address": ESTIMATE}


BLOCKS = {
    "call": Kind(Shape(), "call_now", lambda _: {"number": True}),
    "consultation": Kind(Shape(), "button", _to_form),
    "estimate": Kind(Shape(), "estimate", _to_estimate),
    "evidence": Kind(
        Shape(argument="the name of a condition"),
        "evidence",
        lambda given: {"grading": graded(given.argument, given.settings), "named": True},
    ),
    "fees": Kind(Shape(parts=("What", "price", "what it includes")), "fees", _fees),
    "note": _callout("note"),
    "warning": _callout("warning"),
}
