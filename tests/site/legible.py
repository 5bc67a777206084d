"""Look at the pixels of a text, where styles alone do not tell its contrast."""

from __future__ import annotations

import io
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from PIL import Image

from tests.site.pages import NAMED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playwright.sync_api import Page

    Color = tuple[int, int, int]

SEEN, ENOUGH, ENOUGH_LARGE = 3, 7, 4.5  # the edges of small letters are paler than their color
COLOR = """const pen = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
const color = (written) => {
  pen.fillStyle = written;
  pen.fillRect(0, 0, 1, 1);
  return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
};"""
ON_PAGE = """const onPage = (box, inside = 0) => [box.left + scrollX + inside, box.top + scrollY + inside,
  box.right + scrollX - inside, box.bottom + scrollY - inside].map(Math.round);"""
SHARED = f"""{NAMED}
{COLOR}
{ON_PAGE}
const boxes = (node) => {{
  const range = new Range();
  range.selectNodeContents(node);
  return [...range.getClientRects()].filter((box) => box.width > 3).map((box) => onPage(box));
}};"""
TEXTS = f"""() => {{
  {SHARED}
  const texts = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {{
    const node = walker.currentNode, element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility({{ visibilityProperty: true }})) continue;
    const box = boxes(node)[0];
    if (box && box[3] > 0 && !element.closest(".visually-hidden")) texts.push([named(element), box]);
  }}
  return texts;
}}"""
CHOSEN = f"""(selectors) => {{
  {SHARED}
  return selectors.map((selector) => {{
    const element = document.querySelector(selector), style = getComputedStyle(element);
    const size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    const found = boxes(element), inBorders = onPage(element.getBoundingClientRect(), 20);
    return [named(element), color(style.color), large, found.length ? found : [inBorders]]; // a field, no grip
  }});
}}"""
WITHOUT_TEXT = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { color: transparent !important; text-decoration-color: transparent !important }");
  document.adoptedStyleSheets.push(sheet);
}"""


def unseen(page: Page) -> list[str]:
    """Every text in whose place no two pixels have a contrast of 3:1."""
    texts, picture = page.evaluate(TEXTS), photograph(page)
    ratios = [(name, spread(colors_of(picture, [box]))) for name, box in texts]
    return [f"{name} can hardly be seen: {ratio:.1f}:1" for name, ratio in ratios if ratio < SEEN]


def faint(page: Page, selectors: list[str]) -> list[str]:
    """Every text chosen whose color has less than 7:1 (4.5:1 when large) against any pixel that lies behind it."""
    texts = page.evaluate(CHOSEN, selectors)
    page.evaluate(WITHOUT_TEXT)
    picture = photograph(page)
    page.evaluate("() => void document.adoptedStyleSheets.pop()")
    found = []
    for name, color, large, boxes in texts:
        ratio = min((spread([color, pixel]) for pixel in colors_of(picture, boxes)), default=1)
        if ratio < (ENOUGH_LARGE if large else ENOUGH):
            found.append(f"{name} is faint against what lies behind it: {ratio:.1f}:1")
    return found


def photograph(page: Page) -> Image.Image:
    """The whole page as a picture."""
    return Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB")


def colors_of(picture: Image.Image, boxes: list[list[int]]) -> list[Color]:
    """The colors inside these boxes (left, top, right, bottom), the most frequent first."""
    counted: Counter[Color] = Counter()
    for left, top, right, bottom in boxes:
        part = picture.crop((left, top, right, bottom))
        for number, color in part.getcolors(maxcolors=part.width * part.height) or []:
            assert isinstance(color, tuple)
            counted[color[0], color[1], color[2]] += number
    return [color for color, _ in counted.most_common()]


def spread(some: Iterable[Color]) -> float:
    """The contrast between the lightest and the darkest of some colors, as WCAG 2.2 defines it."""
    lights = [luminance(*color) for color in some]
    return (max(lights) + 0.05) / (min(lights) + 0.05) if lights else 1


@cache
def luminance(red: int, green: int, blue: int) -> float:
    """The relative luminance of a color, 0 to 1 (WCAG 2.2)."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (red / 255, green / 255, blue / 255)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
