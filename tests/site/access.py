"""What a browser sees of a page that axe does not judge: reflow, landmarks, targets, motion, print."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from tests.site.pages import NAMED

if TYPE_CHECKING:
    from playwright.sync_api import Page

REFLOW = f"""() => {{
  {NAMED}
  const width = document.documentElement.clientWidth, found = [], range = new Range();
  const all = document.documentElement.scrollWidth;
  if (all > width) found.push(`the page scrolls sideways: it is ${{all}} px wide in ${{width}}`);
  for (const element of document.querySelectorAll("body *")) {{
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const style = getComputedStyle(element), hides = /hidden|clip/;
    if (!element.checkVisibility() || element.clientWidth === 1 || element.closest(".visually-hidden, svg")) continue;
    const tall = hides.test(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
    const wide = hides.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
    if ((tall || wide) && style.display !== "inline") found.push(`${{named(element)}} cuts off what it holds`);
    for (let up = element; up; up = up.parentElement)
      if (/auto|scroll/.test(getComputedStyle(up).overflowX)) own.length = 0;
    for (const node of own) {{
      range.selectNodeContents(node);
      const {{ left, right }} = range.getBoundingClientRect();
      if (right > width + 1 || left < -1)
        found.push(`${{named(element)}} reaches from ${{Math.round(left)}} to ${{Math.round(right)}} of ${{width}} px`);
    }}
  }}
  return found;
}}"""
# A target inside a sentence is exempt (WCAG 2.5.8); a field's label is part of its target.
TARGETS = f"""() => {{
  {NAMED}
  const found = [], main = ".button, .call-bar a, [popovertarget], [popover] a, header nav a, summary";
  for (const element of document.querySelectorAll("a[href], button, summary, select, input:not([type=hidden])")) {{
    const label = /radio|checkbox/.test(element.type) && element.labels[0];
    if (!element.checkVisibility({{ visibilityProperty: true }}) || element.matches(".skip-link")) continue;
    let block = element;
    while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
    const words = (node) => node.textContent.replace(/\\s/g, "").length;
    if (getComputedStyle(element).display === "inline" && words(block) > words(element)) continue;
    const least = element.matches(main) ? 44 : 24;
    const boxes = [element, label].filter(Boolean).map((part) => part.getBoundingClientRect());
    const width = Math.max(...boxes.map((box) => box.width)), height = Math.max(...boxes.map((box) => box.height));
    if (Math.min(width, height) < least - 0.01)
      found.push(`${{named(element)}} is ${{width.toFixed(0)}} x ${{height.toFixed(0)}} px, less than ${{least}}`);
  }}
  return found;
}}"""
MOTION = f"""() => {{
  {NAMED}
  const found = [], longest = (times) => Math.max(...times.split(",").map(parseFloat));
  const rules = (list) => [...list].flatMap((rule) =>
    rule.media && !matchMedia(rule.media.mediaText).matches ? [] : [rule, ...rules(rule.cssRules ?? [])]);
  const all = rules([...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]));
  if (all.some((rule) => rule.constructor.name === "CSSViewTransitionRule" && rule.navigation === "auto"))
    found.push("the page moves when another is opened: @view-transition");
  for (const element of document.querySelectorAll("*"))
    for (const part of ["", "::before", "::after"]) {{
      const style = getComputedStyle(element, part);
      if (longest(style.transitionDuration) > 0.01) found.push(`${{named(element)}}${{part}} has a transition`);
      const timed = style.animationName !== "none" && style.animationTimeline === "auto";
      if (timed && longest(style.animationDuration) > 0.01)
        found.push(`${{named(element)}}${{part}} is animated: ${{style.animationName}}`);
      if (!part && style.scrollBehavior === "smooth") found.push(`${{named(element)}} scrolls smoothly`);
    }}
  return found;
}}"""


def reflow(page: Page) -> list[str]:
    """No text leaves the window or is cut off, so that nobody scrolls sideways (WCAG 1.4.4, 1.4.10, 1.4.12)."""
    return list(page.evaluate(REFLOW))


def small_targets(page: Page) -> list[str]:
    """Every target is 24 px wide and high, and 44 px where it matters: buttons, menu, call bar (WCAG 2.5.8, 2.5.5)."""
    return list(page.evaluate(TARGETS))


def motion(page: Page) -> list[str]:
    """Nothing moves for a visitor who asked for that (WCAG 2.3.3)."""
    return list(page.evaluate(MOTION))


def structure(page: Page) -> list[str]:
    """Language, landmarks and headings as Chromium tells them to a screen reader (WCAG 1.3.1, 2.4.6, 3.1.1)."""
    found = []
    if (language := page.evaluate("document.documentElement.lang")) != "en":
        found.append(f'the language is "{language}", not "en"')
    nodes = [node for node in accessibility_tree(page) if not node["ignored"]]
    roles = Counter(node["role"]["value"] for node in nodes)
    found += [
        f"{roles[role]} {role} landmarks, not 1" for role in ("banner", "main", "contentinfo") if roles[role] != 1
    ]
    names = Counter(_name(node) for node in nodes if node["role"]["value"] == "navigation")
    found += [f'{count} navigations are named "{name}"' for name, count in names.items() if not name or count > 1]
    headings = [(_level(node), _name(node)) for node in nodes if node["role"]["value"] == "heading"]
    levels = [level for level, _ in headings]
    if levels[:1] != [1] or levels.count(1) != 1:
        found.append(f"the levels of the headings are {levels}, not one 1 and then the others")
    found += [
        f'"{name}" is an h{level} below an h{above}'
        for (above, _), (level, name) in pairwise(headings)
        if level > above + 1
    ]
    return found + ["a heading is empty" for _, name in headings if not name]


def accessibility_tree(page: Page) -> list[dict[str, Any]]:
    """Chromium's accessibility tree, in the order in which it is read."""
    session = page.context.new_cdp_session(page)
    nodes = {node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]}
    session.detach()
    todo, read = [next(iter(nodes.values()))], []
    while todo:
        read.append(node := todo.pop())
        todo += [nodes[child] for child in reversed(node["childIds"]) if child in nodes]
    return read


def _name(node: dict[str, Any]) -> str:
    return str(node.get("name", {}).get("value", "")).strip()


def _level(node: dict[str, Any]) -> int:
    return next(int(item["value"]["value"]) for item in node["properties"] if item["name"] == "level")
