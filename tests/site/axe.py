"""Ask axe-core what is wrong with a page: WCAG 2.0 to 2.2, A and AA, best practice, and a contrast of 7:1."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any

from tests.site.legible import faint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Page

SOURCE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# WCAG's level AAA asks 7:1 of text and 4.5:1 of large text; all else is as axe has it for level AA.
CONTRAST = {
    "ignoreUnicode": True,
    "ignoreLength": False,
    "ignorePseudo": False,
    "boldValue": 700,
    "boldTextPt": 14,
    "largeTextPt": 18,
    "contrastRatio": {"normal": {"expected": 7}, "large": {"expected": 4.5}},
    "pseudoSizeThreshold": 0.25,
    "shadowOutlineEmMax": 0.1,
    "textStrokeEmMin": 0.03,
}
CONFIGURED = {"checks": [{"id": "color-contrast", "options": CONTRAST}]}
# What a look can change of a page that axe has been asked everything about.
OF_COLORS = ("color-contrast", "link-in-text-block")
OF_SIZES = ("scrollable-region-focusable", "target-size")
NO_WORDS = {"nonBmp", "shortTextContent"}  # an arrow, a single sign: not text


def axe(page: Page, rules: dict[str, bool], within: str = "html", only: Sequence[str] = ()) -> list[str]:
    """Every violation as "rule at selector: what is wrong", and each text too faint whose contrast axe cannot tell.

    ``rules`` turns single rules on or off; ``within`` is a selector; ``only`` these rules are asked about, if any.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(SOURCE)
        page.evaluate("(spec) => axe.configure(spec)", CONFIGURED)
    options = {
        "runOnly": {"type": "rule", "values": list(only)} if only else {"type": "tag", "values": TAGS},
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
