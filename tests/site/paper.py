"""Look at a page as it is printed: a handout that says whose it is and where it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.site.legible import unseen
from tests.site.pages import NAMED

if TYPE_CHECKING:
    from playwright.sync_api import Page

LEFT_OUT = "nav, .skip-link, .call-bar, [popovertarget]"
STILL_THERE = f"""(selector) => {{
  {NAMED}
  const shown = [...document.querySelectorAll(selector)].filter((element) =>
    element.checkVisibility() && element.getBoundingClientRect().bottom + scrollY > 0)
    .map((element) => `${{named(element)}} is printed`);
  const fixed = [...document.querySelectorAll("body *")].filter((element) =>
    /fixed|sticky/.test(getComputedStyle(element).position) && element.checkVisibility())
    .map((element) => `${{named(element)}} is fixed`);
  return [...shown, ...fixed];
}}"""


def printed(page: Page, wanted: list[str]) -> list[str]:
    """What is wrong with the page on paper, where all of ``wanted`` must stand; leaves it as it is on a screen."""
    page.emulate_media(media="print")
    text = " ".join(page.evaluate("document.body.innerText").split())
    wanted = [*wanted, page.evaluate("document.querySelector('link[rel=canonical]')?.href ?? 'its own address'")]
    found = [f'"{words}" is not printed' for words in wanted if words not in text]
    found += page.evaluate(STILL_THERE, LEFT_OUT)
    found += unseen(page)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    ground = page.evaluate("getComputedStyle(document.documentElement).backgroundColor") if ", 0)" in ground else ground
    if ground not in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"):
        found.append(f"the paper is {ground}")
    if (
        page.locator("#references, .references").count()
        and not page.locator("#references, .references").first.is_visible()
    ):
        found.append("the references are not printed")
    page.emulate_media(media="screen")
    return found
