"""A term has its definition on the glossary's page, and a ``glossary:`` link leads there or is told."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from justhtml import JustHTML

from plugins.faults import ROOT
from tests.plugins.complaints import complaints

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Project


def document(path: Path) -> JustHTML:
    return JustHTML(path.read_text(encoding="utf-8"), sanitize=False)


def test_every_term_stands_on_the_page_under_an_id_of_its_own(site: Path) -> None:
    terms = tomllib.loads((ROOT / "data/glossary.toml").read_text(encoding="utf-8"))["term"]
    entries = document(site / "glossary/index.html").query(".glossary__entry")

    shown = [(entry.query("dfn")[0].to_text(), entry.query("dd")[0].to_text()) for entry in entries]
    assert [(term, " ".join(meaning.split()).split(". ")[-1]) for term, meaning in shown] == [
        (term["term"], term["definition"]) for term in terms
    ]
    ids = [(entry.query("dt")[0].attrs or {})["id"] for entry in entries]
    assert len(set(ids)) == len(ids)
    assert {"dissociation", "ect", "nmda-receptor", "off-label"} <= set(ids)
    assert entries[ids.index("ect")].query("dd")[0].to_text().startswith("Short for electroconvulsive therapy. A brief")


def test_a_link_leads_to_the_definition_and_the_footer_to_the_glossary(site: Path) -> None:
    page = document(site / "services/ptsd/index.html")

    assert [link.to_text() for link in page.query('main a[href="/glossary/#mania"]')] == ["mania"]
    assert [link.to_text() for link in page.query('footer a[href="/glossary/"]')] == ["Glossary"]


def test_an_unknown_term_is_told_with_the_nearest(project: Project) -> None:
    project.page(
        body="See [](glossary:placebo), [it](glossary:dissociaton),\n[it](glossary:dissociaton) [x](glossary:q)."
    )

    no, meant = "there is no term", 'did you mean "glossary:dissociation"?'
    assert complaints(project) == [
        f'content/new.md:5:32: {no} "glossary:dissociaton" in data/glossary.toml; {meant}',
        f'content/new.md:6:6: {no} "glossary:dissociaton" in data/glossary.toml; {meant}',
        f'content/new.md:6:32: {no} "glossary:q" in data/glossary.toml; add the term to data/glossary.toml',
    ]


def test_a_glossary_with_faults_is_told_and_its_links_are_not(project: Project) -> None:
    project.page(body="See [it](glossary:dissociaton).")
    project.replace("data/glossary.toml", 'definition = "A weak', 'definition = "a weak')

    assert complaints(project) == [
        'data/glossary.toml:14:1: "definition" is not one sentence; '
        "write one sentence of at most 25 words, from its capital to its full stop"
    ]
