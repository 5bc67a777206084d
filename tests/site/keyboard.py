"""Walk through a page with the Tab key, as a visitor without a mouse does."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tests.site.legible import COLOR, ON_PAGE, colors_of, photograph, spread
from tests.site.pages import NAMED

if TYPE_CHECKING:
    from playwright.sync_api import Page

# What Tab must reach; of a group of radio buttons it reaches the chosen one, or else the first.
START = f"""() => {{
  {NAMED}
  const group = (field) => [...document.querySelectorAll(`input[type=radio][name="${{field.name}}"]`)];
  const chosen = (fields) => fields.find((one) => one.checked) ?? fields[0];
  const left = (field) => field.type === "radio" && field !== chosen(group(field));
  window.stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
    .filter((element) => element.tabIndex >= 0 && !element.disabled && !left(element)
      && element.checkVisibility({{ visibilityProperty: true }}));
  window.shadows = new Map(stops.map((element) => [element, getComputedStyle(element).boxShadow]));
  return stops.map(named);
}}"""
STOP = f"""() => {{
  {NAMED}
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element), boxes = [...element.getClientRects()];
  const clear = /[,/] 0\\)/.test(style.outlineColor);
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && !clear;
  const ringed = style.boxShadow !== "none" && style.boxShadow !== shadows.get(element);
  const over = [...document.querySelectorAll("body *")].filter((other) =>
    /fixed|sticky/.test(getComputedStyle(other).position) && !other.contains(element) && !element.contains(other));
  const covers = over.find((other) => {{
    const top = other.getBoundingClientRect();
    return boxes.some((box) => {{
      const left = Math.max(box.left, top.left), right = Math.min(box.right, top.right);
      const above = Math.max(box.top, top.top), below = Math.min(box.bottom, top.bottom);
      return right - left > 1 && below - above > 1
        && other.contains(document.elementFromPoint((left + right) / 2, (above + below) / 2));
    }});
  }});
  const seen = boxes.some((box) => box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth);
  return {{ place: stops.indexOf(element), name: named(element), marked: outlined || ringed,
    covered: covers ? named(covers) : "", seen }};
}}"""
# The color of each stop's ring, and the four strips of the page that it is drawn on.
RINGS = f"""() => {{
  {NAMED}
  {COLOR}
  {ON_PAGE}
  const rings = stops.map((element) => {{
    const before = element.getClientRects()[0];
    element.focus({{ focusVisible: true, preventScroll: true }});
    const style = getComputedStyle(element), box = element.getClientRects()[0];
    const inner = parseFloat(style.outlineOffset), outer = inner + parseFloat(style.outlineWidth);
    const [left, top, right, bottom] = onPage(box, -outer), [west, north, east, south] = onPage(box, -inner);
    const strips = [
      [left, top, right, north], [left, south, right, bottom], [left, top, west, bottom], [east, top, right, bottom],
    ];
    return [named(element), color(style.outlineColor), strips, before.y !== box.y];
  }});
  document.activeElement.blur();
  return rings;
}}"""
WITHOUT_RING = """(place) => {
  stops[place].focus({ focusVisible: true });
  stops[place].style.outlineColor = "transparent";
}"""
SKIPS = """() => {
  const target = document.querySelector(location.hash || "none"), element = document.activeElement;
  return Boolean(target) && (target.contains(element) || (target.compareDocumentPosition(element) & 4) === 4);
}"""


RING = 3  # to 1: WCAG 1.4.11


class Stop(NamedTuple):
    """Where the focus is: its place among all that Tab must reach (-1: not one of these), and how it looks."""

    place: int
    name: str
    marked: bool
    covered: str
    seen: bool


def walk(page: Page) -> list[str]:
    """Tab reaches, marks and shows everything, in the page's order, and gets out (WCAG 2.1.2, 2.4.3, 2.4.7, 2.4.11)."""
    wanted: list[str] = page.evaluate(START)
    found, reached = [], [-1]
    for _ in range(2 * len(wanted) + 2):
        page.keyboard.press("Tab")
        state = page.evaluate(STOP)
        if state is None or (stop := Stop(**state)).place in reached[1:]:
            break
        if 0 <= stop.place < max(reached):
            found.append(f"{stop.name} takes the focus after {wanted[max(reached)]}, which stands behind it")
        if not stop.marked:
            found.append(f"{stop.name} does not show that it has the focus")
        if stop.covered:
            found.append(f"{stop.name} has the focus under {stop.covered}")
        if not stop.seen:
            found.append(f"{stop.name} has the focus outside the window")
        if stop.place >= 0:
            reached.append(stop.place)
    return found + [f"Tab never reaches {name}" for index, name in enumerate(wanted) if index not in reached]


def rings(page: Page) -> list[str]:
    """The ring around what has the focus stands out from what it is drawn on by 3:1 (WCAG 1.4.11)."""
    page.evaluate(START)
    drawn = page.evaluate(RINGS)
    picture, found = photograph(page), []
    for place, (name, color, strips, moves) in enumerate(drawn):
        if moves:  # as a link does that is only there while it has the focus
            page.evaluate(WITHOUT_RING, place)
        ground = colors_of(photograph(page) if moves else picture, strips)
        if ground and (ratio := spread([color, ground[0]])) < RING:
            found.append(f"the ring of {name} can hardly be seen: {ratio:.1f}:1")
    return found


def skip_link(page: Page) -> list[str]:
    """The first Tab shows a link that takes the focus past the header (WCAG 2.4.1)."""
    page.evaluate(START)
    page.keyboard.press("Tab")
    first = page.evaluate(STOP)
    if not page.evaluate("document.activeElement.matches('a[href^=\"#\"]')"):
        return [f"the first Tab stop is {first and first['name']}, not a link to the main text"]
    found = [] if first["seen"] else [f"{first['name']} is not seen when it has the focus"]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    return found if page.evaluate(SKIPS) else [*found, f"{first['name']} does not take the focus to its target"]
