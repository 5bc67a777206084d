"""Each page tells machines what it is about, the search is where it says, and nothing of it can harm the page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from plugins.structured_data import json_ld
from tests.site.graphs import ARTICLE, SCRIPT, graph_of, told
from tests.site.pages import serving

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

URL = "https://www.example.com"
KINDS = {
    "": "WebPage",
    "about": "AboutPage",
    "articles": "CollectionPage",
    ARTICLE: "MedicalWebPage",
    "location": "ContactPage",
    "privacy": "WebPage",
    "request-a-consultation": "ContactPage",
    "search": "SearchResultsPage",
    "services": "CollectionPage",
    "services/ptsd": "MedicalWebPage",
}


def test_the_search_action_leads_to_the_search_with_its_words(chromium: Browser, site: Path) -> None:
    node = told(graph_of(site))["WebSite"]
    assert node["url"] == f"{URL}/"
    template = node["potentialAction"]["target"]["urlTemplate"]

    with serving(site) as address:
        page = chromium.new_page()
        asked = template.replace(URL, address).replace("{search_term_string}", "nerve+pain")
        page.goto(asked)
        expect(page.get_by_role("textbox")).to_have_value("nerve pain")
        expect(page.locator(".search__link").first).to_be_visible()
        page.close()


def test_nothing_in_it_ends_the_script() -> None:
    node = {"name": "</script><b>"}

    assert "<" not in json_ld(node)
    assert json.loads(json_ld(node)) == node


def test_each_kind_of_page_is_told_as_what_it_is(site: Path) -> None:
    found = {page: [kind for kind in told(graph_of(site, page)) if kind.endswith("Page")] for page in KINDS}

    assert found == {page: [kind] for page, kind in KINDS.items()}


def test_every_page_has_one_graph_with_the_clinic_and_the_site_and_what_is_missing_is_no_page(site: Path) -> None:
    for path in site.rglob("*.html"):
        (text,) = SCRIPT.findall(path.read_text(encoding="utf-8"))
        kinds = {*told(json.loads(text))}
        assert {"MedicalClinic", "WebSite"} <= kinds
        assert any(kind.endswith("Page") for kind in kinds) is (path.name != "404.html")


def test_what_is_yet_to_be_confirmed_is_not_told(site: Path) -> None:
    graph = told(graph_of(site))

    assert graph["MedicalClinic"].keys() == {
        "@type",
        "@id",
        "name",
        "url",
        "logo",
        "address",
        "hasMap",
        "availableService",
    }
    assert graph["MedicalClinic"]["address"].keys() == {"@type", "addressLocality", "addressRegion", "addressCountry"}
    assert "Person" not in graph


def test_the_article_tells_of_its_drug_its_treatment_its_conditions_its_sections_and_its_sources(site: Path) -> None:
    graph = told(graph_of(site, ARTICLE))
    page = graph["MedicalWebPage"]

    assert graph["Drug"] == {
        "@type": "Drug",
        "@id": f"{URL}/#/schema/Drug/ketamine",
        "name": "Ketamine",
        "nonProprietaryName": "Ketamine",
        "isProprietary": False,
        "legalStatus": "Schedule III",
        "prescriptionStatus": "https://schema.org/PrescriptionOnly",
    }
    assert [about["@id"].removeprefix(f"{URL}/#/schema/") for about in page["about"]] == [
        "Drug/ketamine",
        "MedicalTherapy/ketamine",
        "MedicalCondition/chronic-pain",
        "MedicalCondition/depression",
        "MedicalCondition/ptsd",
    ]
    assert graph["MedicalClinic"]["availableService"][0]["drug"] == {"@id": graph["Drug"]["@id"]}
    assert len(page["mainEntity"]["hasPart"]) == 6
    assert {work["@type"] for work in page["citation"]} == {"MedicalScholarlyArticle", "CreativeWork"}
    assert page["audience"] == {"@type": "MedicalAudience", "audienceType": "Patient"}
    assert "lastReviewed" not in page


def test_no_use_that_the_label_does_not_name_is_called_an_indication(site: Path) -> None:
    graphs = [*site.rglob("*.html")]

    assert graphs
    for path in graphs:
        (text,) = SCRIPT.findall(path.read_text(encoding="utf-8"))
        assert not {"indication", "possibleTreatment", "MedicalIndication"} & {*text.split('"')}


def test_a_development_build_tells_no_placeholder_either(development_site: Path) -> None:
    home = told(graph_of(development_site))

    assert home["MedicalClinic"]["@id"] == "/#/schema/MedicalClinic/alexandria"
    assert "telephone" not in home["MedicalClinic"]
    assert "application/ld+json" not in (development_site / "gallery/index.html").read_text(encoding="utf-8")
