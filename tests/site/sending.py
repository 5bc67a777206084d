"""Fill in the consultation form and send it, as a visitor does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.facts import CONSULTATION

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

FORM = f"/{CONSULTATION}/"
SCRIPT = "**/scripts/consultation-form-*.js"
TYPED = {
    "name": "Ana O'Neill & Søn",
    "telephone": "0100",
    "email": "ana@example.com",
    "best_time": "Morning",
    "reach_by": "Text",
    "consent": "yes",
}
# What the form holds, of what a visitor types or chooses.
HELD = """(names) => {
  const data = new FormData(document.querySelector(".consultation-form"));
  return names.map((name) => [name, data.get(name)]);
}"""
PATIENCE = 15_000  # milliseconds that the script waits for an answer


def fill(page: Page) -> None:
    """Type and choose everything."""
    page.get_by_label("Your name").fill(TYPED["name"])
    page.get_by_label("Telephone").fill(TYPED["telephone"])
    page.get_by_label("E-mail (if you like)").fill(TYPED["email"])
    page.get_by_label("Best time to reach you").select_option(TYPED["best_time"])
    page.get_by_label(TYPED["reach_by"], exact=True).check()
    page.get_by_label("You may contact me about this request.").check()


def press(page: Page) -> None:
    """Press the button, and wait for nothing."""
    page.get_by_role("button", name="Send my request").click(no_wait_after=True)


def held(page: Page) -> dict[str, str]:
    """What the form on the page holds."""
    return dict(page.evaluate(HELD, list(TYPED)))


def without_answers(route: Route) -> None:
    """The form's page as it is where no answer to a script can be trusted: the browser posts by itself."""
    answer = route.fetch()
    unhooked = answer.text().replace("data-consultation-form=", 'data-consultation-form="{}" data-was=')
    route.fulfill(response=answer, body=unhooked)
