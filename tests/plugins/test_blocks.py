"""An editor reaches the theme's components by their names, and is told of every slip."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.faults import ROOT
from plugins.models.blocks import BLOCKS
from tests.plugins.complaints import built, complaints

if TYPE_CHECKING:
    from tests.conftest import Project

SECTION = "content/articles/a/1-one.md"
ALL = """/// call
///
/// consultation
///
Some words above.
/// note | What's *new*: ==To be confirmed: x==
Ketamine [@anand2023], [or call](clinic:call).

- one

/// evidence | ptsd
///

After the inner block.
///
Right below.

- item

    /// warning | In a list
    Text in a list.
    ///

/// fees
One visit | ==To be confirmed: price== | [an estimate]({filename}/good-faith-estimate.md)
///

/// estimate
///
"""

BAD = {
    "/// evidnce | ptsd\n///": '1:5: there is no block "evidnce"; did you mean "evidence"?',
    "/// zebra\n///": '1:5: there is no block "zebra"; '
    "the names known are call, consultation, estimate, evidence, fees, note, warning",
    "/// evidence | depresion\n///": '1:16: the condition "depresion" has no grade in data/evidence.toml; '
    'did you mean "depression"?',
    "/// evidence\n///": '1:5: the block "evidence" lacks the name of a condition; '
    "write it behind a bar: /// evidence | …",
    "/// note\nText.\n///": '1:5: the block "note" lacks its title; write it behind a bar: /// note | …',
    "/// note Title\nText.\n///": '1:5: there is no bar behind the name "note"; write /// note | …',
    "/// call | now\n///": '1:5: the block "call" takes no words behind its name; write /// call',
    "/// call\ntext\n///": '2:1: the block "call" takes no text; close it with "///" on the next line',
    "/// call\n\n/// note | Below\nText.\n///": '1:5: the block "call" is never closed; '
    'write "///" on a line of its own where it ends',
    "/// WARNING | Open\nText": '1:5: the block "warning" is never closed; '
    'write "///" on a line of its own where it ends',
    "/// fees\nOne | two | three": '1:5: the block "fees" is never closed; '
    'write "///" on a line of its own where it ends',
    "/// fees\nWhat | Price | Includes\n---|---|:--\n///": '3:1: a table\'s header stands in the block "fees"; '
    "remove this line and the header above it: the page writes its own",
    "Text\n\n///": "3:1: a block is closed here that was never opened; remove this line, or open the block above",
    "/// note | Empty\n///": '1:5: the block "note" is empty; write its text, and below it "///"',
    "/// note | Right\n    Text.\n///": '2:1: the text of the block "note" is indented; '
    'begin its lines where its "///" begins',
    "Text.\n\n    /// call\n    ///": '3:9: the block "call" stands too far to the right to be read; '
    'begin its lines at the left, "///" first',
    "/// fees\nA | b\nC | d | e\n///": '2:1: this line of the block "fees" has not 3 parts; '
    "write What | price | what it includes",
    "/// fees\nA |  | c\n///": '2:1: this line of the block "fees" has not 3 parts; '
    "write What | price | what it includes",
    "/// fees\n///": '1:5: the block "fees" is empty; write What | price | what it includes, and below it "///"',
}


def main_part(project: Project, page: str) -> str:
    html = (project.output / page).read_text(encoding="utf-8")
    return re.sub(r"\s*\n\s*", "", html[html.index("<h1>") : html.index("</main>")])


def test_every_block_is_shown_as_its_component(project: Project) -> None:
    project.page(body=ALL)
    html = main_part(built(project), "new/index.html")
    assert set(BLOCKS) <= set(re.findall(r"/// (\w+)", ALL)), "all of them stand on the page"
    assert re.search(r'<p><a class="button call-now" href="tel:\+\d+">Call now <span[^>]*><mark>', html)
    assert '<p><a class="button" href="/request-a-consultation/">Request a consultation</a>' in html
    assert '<p class="admonition-title">What&#8217;s <em>new</em>: <mark>To be confirmed: x</mark>' in html
    assert '<p>Ketamine<sup><a href="#ref-1" id="cite-1">1</a></sup>, <a href="tel:' in html
    inner = re.search(r'<li>one</ul><div class="evidence flow">(.*?)</div><p>After the inner block', html)
    assert inner
    assert "<strong>Post-traumatic stress disorder (PTSD)</strong>" in inner[1]
    assert "</div><p>Right below." in html
    assert '<li><p>item<div class="admonition warning"><p class="admonition-title">In a list' in html
    assert '<th scope="row">One visit</th><td><mark>To be confirmed: price</mark></td>' in html
    assert '<td><a href="/good-faith-estimate/">an estimate</a></td>' in html
    beside = '<p class="estimate">If you pay for yourself, you have a right to <a href="/good-faith-estimate/">'
    assert html.count(beside) == 2, "one below the prices, one by itself"
    assert "///" not in html
    assert "data-block" not in html


def test_each_slip_is_told_once_where_it_stands(project: Project) -> None:
    for number, body in enumerate(BAD):
        project.page(f"content/bad-{number:02}.md", body)
    wanted = []
    for number, complaint in enumerate(BAD.values()):
        line, rest = complaint.split(":", 1)
        wanted.append(f"content/bad-{number:02}.md:{int(line) + 4}:{rest}")
    assert complaints(project) == wanted


def test_feeds_and_the_search_know_the_text_of_a_block(project: Project) -> None:
    project.page("content/articles/a/index.md", "Opening.", Title="An article", Date="2026-01-01")
    project.page(SECTION, "/// note | Zebras\nOkapis too.\n///\n\n/// consultation\n///", Title="One", Description="")
    built(project, "--production")
    feed = (project.output / "feeds/all.atom.xml").read_text(encoding="utf-8")
    assert "Zebras" in feed
    assert "Okapis too." in feed
    assert re.search(r"https://[^\"]*/request-a-consultation/", feed), "a feed is read elsewhere"
    index = "".join(path.read_text(encoding="utf-8") for path in sorted(project.output.glob("search/*.json")))
    assert "Zebras Okapis too." in index


def test_a_slip_in_a_component_is_told_by_its_template(project: Project) -> None:
    project.replace("theme/components/fees/fees.html", "{{ price }}", "{{ prize }}")
    project.page(body="/// fees\nA visit | ==To be confirmed: price== | ==To be confirmed: what==\n///")
    assert (
        'theme/components/fees/fees.html:6:1: nothing here is called "prize"; '
        "correct the name, import it, or give it a value above" in complaints(project)
    )


def test_faults_of_the_facts_are_not_followed_by_faults_of_blocks(project: Project) -> None:
    project.replace("data/clinic.toml", "tagline = ", "tagine = ")
    project.page(body=ALL)
    assert {line.split(":")[0] for line in complaints(project)} == {"data/clinic.toml"}


def test_the_editors_guide_has_an_entry_for_every_block() -> None:
    guide = (ROOT / "docs" / "editing.md").read_text(encoding="utf-8")

    assert {name for name in BLOCKS if f"/// {name}" not in guide} == set()
