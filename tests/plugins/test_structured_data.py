"""The home page tells machines where the site is searched, and the address works."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from plugins.structured_data import json_ld
from tests.site.pages import serving

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


def test_the_search_action_leads_to_the_search_with_its_words(chromium: Browser, site: Path) -> None:
    home = (site / "index.html").read_text(encoding="utf-8")
    node = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', home)[0])
    assert (node["@type"], node["url"]) == ("WebSite", "https://www.example.com/")
    template = node["potentialAction"]["target"]["urlTemplate"]

    with serving(site) as address:
        page = chromium.new_page()
        asked = template.replace("https://www.example.com", address).replace("{search_term_string}", "nerve+pain")
        page.goto(asked)
        expect(page.get_by_role("textbox")).to_have_value("nerve pain")
        expect(page.locator(".search__link").first).to_be_visible()
        page.close()


def test_nothing_in_it_ends_the_script() -> None:
    node = {"name": "</script><b>"}

    assert "<" not in json_ld(node)
    assert json.loads(json_ld(node)) == node
