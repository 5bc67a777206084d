"""Ask axe-core what is wrong with a page: WCAG 2.0 to 2.2, A and AA, best practice, and any rule beside them."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any

from tests.site.legible import faint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

SOURCE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What colors, sizes and forced colors can change, and whether axe asks by itself; all else is the same in every look.
OF_LOOKS = {
    "color-contrast": True,
    "color-contrast-enhanced": False,
    "link-in-text-block": True,
    "scrollable-region-focusable": True,
    "target-size": True,
}
NO_WORDS = {"nonBmp", "shortTextContent"}  # an arrow, a single sign: not text


def axe(page: Page, rules: dict[str, bool], within: str = "html", *, of_looks: bool = False) -> list[str]:
    """Every violation as "rule at selector: what is wrong", and each text too faint whose contrast axe cannot tell.

    ``rules`` turns single rules on or off; ``within`` is a selector; ``of_looks`` asks only about OF_LOOKS.
    """
    page.evaluate(SOURCE)
    asked = [name for name, on in (OF_LOOKS | rules).items() if on and name in OF_LOOKS]
    options = {
        "runOnly": {"type": "rule", "values": asked} if of_looks else {"type": "tag", "values": TAGS},
        "rules": {name: {"enabled": on} for name, on in rules.items()},
        "resultTypes": ["violations", "incomplete"],
    }
    result = page.evaluate("([within, options]) => axe.run(within, options)", [within, options])
    untold = list(_untold(result["incomplete"]))
    return [*_violations(result["violations"]), *(faint(page, untold) if untold else [])]


def _violations(rules: list[dict[str, Any]]) -> Iterator[str]:
    for rule in rules:
        for node in rule["nodes"]:
            what = "; ".join(check["message"] for check in node["any"] + node["all"] + node["none"])
            yield f"{rule['id']} at {node['target'][0]}: {what}"


def _untold(rules: list[dict[str, Any]]) -> Iterator[str]:
    """The selectors of texts whose contrast axe could not tell."""
    nodes = [node for rule in rules if rule["id"] == "color-contrast" for node in rule["nodes"]]
    for node in nodes:
        if not NO_WORDS & {(check["data"] or {}).get("messageKey") for check in node["any"]}:
            yield node["target"][0]
