"""No service, answer or browser makes the consultation form lose a word or claim a success."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.receiving import PROFILES, receiving
from tests.site.form_cases import Case, complaints, watched
from tests.site.pages import listed, serving
from tests.site.sending import FORM
from tools.form_answers import KINDS

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.conftest import Project
    from tools.form_answers import Kind

SENT_TO = sorted(name for name, provider in PROFILES.items() if not provider.hosted)
# Without scripts the browser posts, to whatever service: one of them gives it every answer.
POSTED: tuple[Kind, ...] = ("success", "reset")
LINKED = sorted(name for name, provider in PROFILES.items() if provider.hosted)


def switched(project: Project, name: str) -> Path:
    """A development build in which one line was changed: the form's service."""
    if name != "example":
        project.replace("data/clinic.toml", 'provider = "example"', f'provider = "{name}"')
    built = project.build()
    assert built.code == 0, built.text
    return project.output


@pytest.mark.parametrize("name", SENT_TO)
def test_no_answer_of_any_service_misleads_or_loses_a_word(chromium: Browser, project: Project, name: str) -> None:
    found = []
    with receiving(switched(project, name), PROFILES[name]) as receiver:
        for scripts in (True, False):
            with watched(chromium, scripts=scripts) as page:
                for kind in KINDS if scripts or name == "example" else POSTED:
                    by_script = scripts and PROFILES[name].answers is not None
                    found += complaints(page, receiver, Case(kind, scripts, by_script))

    assert not found, listed(found)


@pytest.mark.parametrize("name", LINKED)
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_form_of_the_service_s_own_is_linked(chromium: Browser, project: Project, name: str, scripts: bool) -> None:
    address = "https://hosted.example/form"
    project.replace("data/clinic.toml", 'id = "To be confirmed: the form\'s id"', f'id = "{address}"')
    with serving(switched(project, name)) as site:
        page = chromium.new_page(java_script_enabled=scripts)
        page.goto(site + FORM)
        link = page.get_by_role("main").get_by_role("link", name="Go to the form")

        assert link.get_attribute("href") == address
        assert page.locator("form.consultation-form").count() == 0
        assert page.get_by_role("main").get_by_role("link", name="Call now").first.is_visible()
        page.close()


# It believes any answer with status 200, stores what was typed, and clears it whether it was sent or not.
GULLIBLE = """const form = document.querySelector(".consultation-form");
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  localStorage.draft = "Ana";
  const body = new FormData(form);
  const answer = await fetch("/form-receiver/", { method: "POST", headers: { Accept: "application/json" }, body });
  form.reset();
  form.dataset.state = "sent";
  form.querySelector(`[data-outcome=${answer.ok ? "sent" : "invalid"}]`).hidden = false;
});"""


def test_a_gullible_script_gets_every_complaint(chromium: Browser, development_site: Path) -> None:
    found = []
    with (
        receiving(development_site, PROFILES["example"]) as receiver,
        watched(chromium, scripts=True, script=GULLIBLE) as page,
    ):
        kinds: tuple[Kind, ...] = ("success", "over quota", "server error")
        for kind in kinds:
            found += complaints(page, receiver, Case(kind, scripts=True, by_script=True))

    lost = "loses best_time, consent, email, name, reach_by, telephone"
    assert found == [
        "success, scripts: leaves the focus on body",
        f"success, scripts: {lost}",
        "success, scripts: keeps draft in localStorage",
        "over quota, scripts: claims that the request was sent",
        "over quota, scripts: shows ['sent'], not failed",
        "over quota, scripts: leaves the focus on body",
        f"over quota, scripts: {lost}",
        "over quota, scripts: keeps draft in localStorage",
        "server error, scripts: shows ['invalid'], not unknown",
        "server error, scripts: leaves the focus on body",
        "server error, scripts: names no telephone number",
        f"server error, scripts: {lost}",
        "server error, scripts: keeps draft in localStorage",
    ]
