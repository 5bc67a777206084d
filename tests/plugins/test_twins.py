"""A page's Markdown says what the page says: its words, its facts, its sources."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from plugins.llms import llms
from plugins.models.twin import twin
from tests.plugins.known import clinic

if TYPE_CHECKING:
    from pathlib import Path

    from pelican.contents import Content

PAGE = """<html><head><title>T</title><meta name="description" content="What it is &amp; is not">
<style>p{color:red}</style></head><body><a class="skip-link" href="#main">Skip</a>
<header class="site-header">The clinic <nav>Menu</nav></header><main id="main">
<nav>Home</nav><h1>Sleep &#8220;well&#8221;</h1>
{}
</main><section class="crisis-lines"><h2>Crisis</h2><p><a href="tel:988">Call 988</a></p></section>
<footer class="site-footer"><address>12 King Street<br>Alexandria</address><nav>More</nav></footer></body></html>"""
ADDRESS = "https://nova.health/clinic/sleep/"
FORMS = {
    "a citation": (
        '<p>It helps<sup><a href="#ref-1" id="cite-1">1</a>, <a href="#ref-2">2</a></sup>.</p>',
        "It helps [1, 2].",
    ),
    "sources, without their closing tags": (
        '<ol><li id="ref-1">Anand (2023). <a href="https://doi.org/10.1/x_y_z">A_b</a>. '
        '<a href="#cite-1" aria-label="Back to the text">↑</a><li id="ref-2">Short (2018).</ol>',
        "1. Anand (2023). [A_b](https://doi.org/10.1/x_y_z).\n2. Short (2018).",
    ),
    "a placeholder": ("<p>Ours: <mark>To be confirmed: it</mark></p>", "Ours: ==To be confirmed: it=="),
    "links": (
        '<p><a href="/clinic/b/">b</a> <a href="#c">c</a> <a href="tel:+17035551234">call</a></p>',
        "[b](https://nova.health/clinic/b/) [c](https://nova.health/clinic/sleep/#c) [call](tel:+17035551234)",
    ),
    "hours": ("<dl><div><dt>Monday</dt><dd>9 am to 5 pm</dd></div></dl>", "Monday\n: 9 am to 5 pm"),
    "a table": (
        "<table><thead><tr><th>A<th>B</thead><tbody><tr><td>1<td>2</tbody></table>",
        "| A | B |\n| --- | --- |\n| 1 | 2 |",
    ),
    "a picture": (
        '<picture><source srcset="/i/a.avif 9w"><img src="/i/a.webp" alt="A room"></picture>',
        "![A room](https://nova.health/i/a.webp)",
    ),
    "a callout": (
        '<div class="admonition note"><p class="admonition-title">Mind</p><p>Words</p></div>',
        "**Mind**\n\nWords",
    ),
    "a part within another, told once": (
        '<p>Before</p><section class="crisis-lines"><p>Call 911</p></section>',
        "Before\n\nCall 911",
    ),
    "what only a screen makes sense of": (
        '<form><p>Name</p></form><p hidden>Sent</p><div class="screen-only">Go</div><svg><path/></svg><p>Words</p>',
        "Words",
    ),
}


@pytest.mark.parametrize(("html", "markdown"), FORMS.values(), ids=FORMS)
def test_each_part_of_a_page_has_its_form(html: str, markdown: str) -> None:
    assert twin(PAGE.replace("{}", html), ADDRESS) == (
        f"> What it is & is not\n>\n> This is the text of {ADDRESS}\n\n# Sleep “well”\n\n{markdown}\n\n"
        "## Crisis\n\n[Call 988](tel:988)\n\n12 King Street  \nAlexandria\n"
    )


def test_every_source_of_the_real_article_is_named_with_its_doi(site: Path) -> None:
    folder = site / "articles/are-you-a-candidate-for-ketamine-therapy"
    html, text = ((folder / f"index.{suffix}").read_text(encoding="utf-8") for suffix in ("html", "md"))
    dois = re.findall(r'<li id="ref-\d+">.*?href="(https://doi\.org/[^"]*)"', html)
    sources = text.split("## Sources")[1].split("##")[0]

    assert len(dois) > 10
    assert [doi for doi in dois if doi not in sources] == []
    assert len(re.findall(r"^\d+\. ", sources, re.MULTILINE)) == html.count('<li id="ref-')


def test_pages_that_may_be_listed_name_theirs_and_others_have_none(site: Path, development_site: Path) -> None:
    there = {path.parent for path in site.rglob("*.md")}
    naming = {
        path.parent
        for path in site.rglob("*.html")
        if '<link rel="alternate" href="index.md" type="text/markdown">' in path.read_text(encoding="utf-8")
    }

    assert there == naming
    assert site / "thank-you" not in there
    assert len(there) > 10
    assert list(development_site.rglob("*.md")) == []


def test_assistants_are_told_of_every_page_and_of_the_clinic(site: Path) -> None:
    text = (site / "llms.txt").read_text(encoding="utf-8")
    addresses = re.findall(r"^- \[[^\]]+\]\((\S+)\): \S", text, re.MULTILINE)

    assert text.startswith("# Nova Health Recovery\n\n> ")
    assert len(addresses) == len(list(site.rglob("*.md")))
    assert re.findall("^## (.*)", text, re.MULTILINE) == ["Services", "Articles", "The clinic", "Optional"]
    assert "- Opening hours: ==Monday to Sunday: To be confirmed: opening hours==" in text


def test_facts_that_are_known_stand_there_as_they_are() -> None:
    pages: list[Content] = []

    assert llms(clinic(), pages).splitlines()[:8] == [
        "# Nova",
        "",
        "> Relax",
        "",
        "Alexandria:",
        "",
        "- Telephone: (703) 555-1234",
        "- Address: 12 King Street, Alexandria, VA 22314",
    ]
