"""Every link that an editor writes leads somewhere, or is told by file, line and column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from pelican.contents import Content
from pelican.plugins import signals
from pelican.settings import DEFAULT_CONFIG

from plugins.links import LINK, get_static_links, sparing_static_links
from tests.plugins.complaints import built, complaints

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Project

PLAIN = re.compile(r'(?:href="|src="(?=\{))([^"]*)"')
PIECES = ["href", "src", "=", '="', 'href="', 'href="#', 'src="', '"', "#", "{static}", "a", " ", ">"]
TAG = st.builds(
    '<a class="b" {}={}{}{}>c</a>'.format,
    st.sampled_from(["href", "src", "title", "content"]),
    st.just('"'),
    st.sampled_from(["{attach}", "{static}", "{filename}", "|attach|", "|static|", "{index}", "", "{a"]),
    st.sampled_from(['/a.pdf"', 'a.pdf"', '"']),
)
NAME_THE_FILE = "name a file, {filename}/about.md, or begin with https://"
ABOUT_FILE = "write {filename}/about.md"
HTTPS = "does not begin with https://; use the page's https address"
ABOUT = 'did you mean "{filename}/about.md"?'


def links(project: Project, page: str) -> dict[str, str]:
    """The links in the main part of a built page: their words and where they lead."""
    html = (project.output / page).read_text(encoding="utf-8")
    main = html[html.index("<main") : html.index("</main>")]
    return {words: href for href, words in re.findall(r'<a href="([^"]*)"[^>]*>([^<]*)</a>', main)}


def found(html: str) -> list[str]:
    """What the links in a piece of HTML lead to, nothing for those within the page, as one would write it down."""
    return [re.sub("^#.*", "", target, flags=re.DOTALL) for target in PLAIN.findall(html)]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_every_link_is_found(html: str) -> None:
    assert LINK.findall(html) == found(html)


def test_every_link_is_found_on_our_own_pages(site: Path) -> None:
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        assert LINK.findall(html) == found(html)


@given(st.lists(TAG).map(" ".join))
def test_where_files_are_not_looked_for_no_link_leads_to_one(html: str) -> None:
    with signals.content_object_init.muted():
        page = Content(html, {}, settings={**DEFAULT_CONFIG}, source_path="page.md")

    assert sparing_static_links(page) == get_static_links(page)


def test_every_broken_link_is_told_where_it_is_written(project: Project) -> None:
    project.page(
        body="[a]({filename}/services/depresion.md) [b]({filename}/abut.md) [c]({filename}abut.md#x)\n"
        "[d](/about/) [e](about.md) [f](http://example.org/x) [g](ftp://example.org)\n"
        "\n"
        "[h]({filename}/abut.md) and [again]({filename}/abut.md), [i](<{filename}/a b.md>), [j][ref]\n"
        '<a href="/raw/">k</a> [l]({static}/none.pdf) [m]({filename}/abut.md "title")\n'
        "\n"
        "[ref]: /referred/\n"
        "\n"
        "[n]({static}/images/list.pdf) [o](//example.org/x)\n"
        "\n"
        "[p](http://localhost:8765/about/) [q](http://localhost:8000/)\n"
    )
    project.write("content/images/list.pdf", "")
    assert complaints(project) == [
        'content/new.md:5:5: the link "{filename}/services/depresion.md" leads to no file; '
        'did you mean "{filename}/services/depression.md"?',
        f'content/new.md:5:43: the link "{{filename}}/abut.md" leads to no file; {ABOUT}',
        f'content/new.md:5:67: the link "{{filename}}abut.md#x" leads to no file; {ABOUT}',
        f'content/new.md:6:5: the link "/about/" names an address; {ABOUT_FILE}',
        f'content/new.md:6:18: the link "about.md" names an address; {ABOUT_FILE}',
        f'content/new.md:6:32: the link "http://example.org/x" {HTTPS}',
        f'content/new.md:6:58: the link "ftp://example.org" {HTTPS}',
        f'content/new.md:8:5: the link "{{filename}}/abut.md" leads to no file; {ABOUT}',
        f'content/new.md:8:37: the link "{{filename}}/abut.md" leads to no file; {ABOUT}',
        f'content/new.md:8:63: the link "{{filename}}/a b.md" leads to no file; {ABOUT}',
        f'content/new.md:9:10: the link "/raw/" names an address; {NAME_THE_FILE}',
        'content/new.md:9:27: the link "{static}/none.pdf" leads to no file; '
        "name a file in content/, from its root: {static}/…",
        f'content/new.md:9:50: the link "{{filename}}/abut.md" leads to no file; {ABOUT}',
        f'content/new.md:11:8: the link "/referred/" names an address; {NAME_THE_FILE}',
        'content/new.md:13:5: the link "{static}/images/list.pdf" leads to a file that is not published; '
        "keep only pictures in content/images/",
        f'content/new.md:13:35: the link "//example.org/x" {HTTPS}',
        f'content/new.md:15:5: the link "http://localhost:8765/about/" names an address; {ABOUT_FILE}',
        'content/new.md:15:39: the link "http://localhost:8000/" names an address; write {filename}/index.md',
    ]


def test_a_broken_link_is_told_once_on_every_kind_of_page(project: Project) -> None:
    broken = "[x]({filename}/abut.md)"
    pages = (
        "content/articles/a/index.md",
        "content/articles/a/1-one.md",
        "content/index.md",
        "content/services/index.md",
        "content/waiting.md",
    )
    project.page(pages[0], broken, Title="An article", Date="2026-01-01")
    project.page(pages[1], broken, Title="One", Description="")
    project.page(pages[2], broken, Title="Home")
    project.page(pages[3], broken, Title="Services")
    project.page(pages[4], broken, Title="Waiting", Status="draft")
    told = complaints(project)
    assert [line.split(": ")[0] for line in told] == [
        "content/articles/a/1-one.md:4:5",
        *(f"content/{name}" for name in ("articles/a/index.md:6:5", "index.md:5:5")),
        "content/services/index.md:5:5",
        "content/waiting.md:6:5",
    ]
    assert {line.split(": ", 1)[1] for line in told} == {f'the link "{{filename}}/abut.md" leads to no file; {ABOUT}'}


def test_links_lead_to_pages_files_sections_and_their_headings(project: Project) -> None:
    project.write("content/papers/list.pdf", "")
    project.page("content/articles/a/index.md", "[three]({filename}2-two.md)", Title="An article", Date="2026-01-01")
    project.page("content/articles/a/2-two.md", "### Why? #\n\n[four](#why)", Title="Two", Description="")
    heading = "[one]({filename}/articles/a/2-two.md#why)"
    others = "[five]({filename}/index.md) [six]({static}/papers/list.pdf)"
    body = f"[two]({{filename}}/articles/a/2-two.md) {heading}\n{others}"
    project.page("content/services/new.md", body, Condition="depression", Reviewed="not yet")
    project.page("content/index.md", f"{heading} leads.\n\n{heading.replace('one', 'rest')}", Title="Home")
    built(project)
    assert (project.output / "papers" / "list.pdf").exists()
    assert links(project, "services/new/index.html").items() >= {
        ("one", "/articles/a/#why"),
        ("two", "/articles/a/#two"),
        ("five", "/"),
        ("six", "/papers/list.pdf"),
    }
    article = links(project, "articles/a/index.html")
    assert (article["three"], article["four"]) == ("/articles/a/#two", "#why")
    home = links(project, "index.html")
    assert (home["one"], home["rest"]) == ("/articles/a/#why", "/articles/a/#why")


def test_a_published_page_may_not_lead_to_a_draft(project: Project) -> None:
    project.page("content/waiting.md", "[itself]({filename}/waiting.md)", Title="Waiting", Status="draft")
    project.page(body="[a]({filename}/waiting.md)")
    assert links(built(project), "new/index.html")["a"] == "/drafts/waiting/"
    assert complaints(project, "--production") == [
        'content/new.md:5:5: the link "{filename}/waiting.md" leads to a draft; publish that page, or remove the link'
    ]


def test_links_to_facts_show_the_fact_or_the_editors_words(project: Project) -> None:
    project.page(
        body="[Ring *us*](clinic:call), [](clinic:988), [write](clinic:988-text), [form](clinic:consultation), "
        "[](clinic:call), [](clinic:email), [](clinic:medical-director)."
    )
    html = (built(project).output / "new" / "index.html").read_text(encoding="utf-8")
    assert re.search(r'<p><a href="tel:\+\d+">Ring <em>us</em></a>, <a href="tel:988">988</a>, ', html)
    assert re.search(r'<a href="tel:\+\d+"><mark>[^<]+555-01\d\d</mark></a>', html), "a placeholder shows as one"
    assert '<a href="mailto:clinic@example.com"><mark>clinic@example.com</mark></a>' in html
    assert "<span><mark>To be named: medical director</mark></span>" in html
    shown = links(project, "new/index.html")
    assert (shown["write"], shown["form"]) == ("sms:988", "/request-a-consultation/")
