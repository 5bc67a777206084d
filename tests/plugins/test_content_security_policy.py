"""Each page's policy allows what the page carries and nothing else."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING

from plugins.content_security_policy import content_security_policy
from tests.plugins.known import form

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FORM = '<form method="post">'


def digest(inline: str) -> str:
    """The source expression for something inline."""
    return f"'sha256-{b64encode(sha256(inline.encode()).digest()).decode()}'"


def pages(site: Path) -> Iterator[str]:
    """Every page of the built site."""
    for path in site.rglob("*.html"):
        yield path.read_text(encoding="utf-8")


def test_the_policy_allows_only_what_the_page_needs() -> None:
    styles = "a{margin:0}"
    assert content_security_policy(FORM, styles, form=form()).split("; ") == [
        "default-src 'none'",
        "connect-src 'self' https://forms.nova.health",
        "img-src 'self'",
        "manifest-src 'self'",
        "script-src 'self' 'inline-speculation-rules'",
        f"style-src {digest(styles)}",
        "form-action 'self' https://forms.nova.health",
        "base-uri 'none'",
    ]


def test_a_script_may_ask_only_a_service_that_answers_it() -> None:
    assert "; connect-src 'self'; " in content_security_policy(FORM, "", form=form(answers={}))


def test_a_page_without_the_form_may_send_nothing_to_anybody_else() -> None:
    assert "nova.health" not in content_security_policy("<p>No form</p>", "", form=form())


def test_the_page_with_the_form_alone_names_its_receiver(site: Path) -> None:
    naming = {path.parent.name for path in site.rglob("*.html") if "https://forms." in path.read_text(encoding="utf-8")}
    assert naming == {"request-a-consultation"}


def test_every_page_is_allowed_its_own_styles_and_no_script_of_its_own(site: Path) -> None:
    found = list(pages(site))
    assert found
    for html in found:
        policy = re.search(r'<head>\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
        assert policy, "the policy is the first thing in the head"
        (styles,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
        assert f"style-src {digest(styles)};" in policy[1]
        assert "script-src 'self' 'inline-speculation-rules';" in policy[1]


def test_a_development_page_has_no_policy_because_the_preview_adds_a_script(development_site: Path) -> None:
    found = list(pages(development_site))
    assert found
    assert not [html for html in found if "Content-Security-Policy" in html]
