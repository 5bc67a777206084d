"""Hold a built site against the rules that need no browser."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from plugins.faults import Fault, Source
from tools.check import origin
from tools.check.facts import PARITY
from tools.check.feeds import feeds_agree
from tools.check.forms import honest_form
from tools.check.listings import llms_agrees, security_contact_agrees, sitemap_agrees
from tools.check.sharing import manifest_agrees, shared_as_shown
from tools.check.site import Site, attribute
from tools.check.twins import twins_agree, twins_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from plugins.models.clinic import Clinic
    from plugins.models.form import ConsultationForm

REQUESTS = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "srcset",
    "video": "src",
    "audio": "src",
    "embed": "src",
    "object": "data",
}
REQUESTING_LINKS = {
    "stylesheet",
    "icon",
    "preload",
    "modulepreload",
    "preconnect",
    "dns-prefetch",
    "prefetch",
    "manifest",
}
STRAY = re.compile(r"(^|/)\.(?!well-known/)|~$|\.(md|map|py|toml|bib)$")


def valid_html(site: Site) -> Iterator[Fault]:
    """Every page is HTML without a parse error (WHATWG HTML, 13.2)."""
    for page in site.pages:
        for error in page.document.errors:
            what, todo = f"this is not valid HTML: {error.message}", "mend the template or the Markdown behind it"
            tag = re.search(r"</?\w+", error.message)
            typed = origin.find(page.markdown, tag[0]) if tag else None
            built = Fault(page.source.name, error.line or 1, error.column or 1, what, todo)
            yield page.fault_at(typed, what, todo) if typed else built


def one_h1(site: Site) -> Iterator[Fault]:
    """Every page has one h1, and no heading skips a level."""
    for page in site.pages:
        headings = page.document.query("h1, h2, h3, h4, h5, h6")
        levels = [int(heading.name[1]) for heading in headings]
        if levels.count(1) != 1:
            yield page.fault(f"this page has {levels.count(1)} h1 headings", "give it one", "<h1", "Title:")
        for heading, (above, below) in zip(headings[1:], pairwise(levels), strict=True):
            if below > above + 1:
                what, todo = f"an h{below} follows an h{above}", "let headings go down one level at a time"
                typed = origin.heading(page.markdown, heading.to_text(), below)
                yield page.fault_at(typed, what, todo, f"<h{below}")


def unique_ids(site: Site) -> Iterator[Fault]:
    """No id stands twice on a page."""
    for page in site.pages:
        for name, count in Counter(page.ids).items():
            if count > 1:
                what, todo = f'the id "{name}" stands {count} times', "rename one of the headings or fields"
                yield page.fault(what, todo, f'id="{name}"', f"{{#{name}}}", f'id="{name}"')


def own_title_and_description(site: Site) -> Iterator[Fault]:
    """Every page has a title and a description that no other page has."""
    for query, name, field in (("title", "", "Title:"), ('meta[name="description"]', "content", "Description:")):
        seen: dict[str, str] = {}
        for page in site.pages:
            element = page.document.query_one(query)
            text = (attribute(element, name) if name else element.to_text()).strip() if element else ""
            if not text:
                yield page.fault(f"this page has no {query}", "give it one in its front matter", "", field, "Title:")
            elif text in seen:
                what = f'its {query}, "{text}", is that of {seen[text]} too'
                yield page.fault(what, "say what sets this page apart", text, field)
            seen.setdefault(text, page.name)


def links_resolve(site: Site) -> Iterator[Fault]:
    """Every link within the site leads to a file, and its fragment to an id there, without a redirect."""
    by_address = {site.root + page.address: page for page in site.pages}
    for page in site.pages:
        here = site.root + page.address
        for element in page.document.query("a[href], link[href], img[src]"):
            href = attribute(element, "href") or attribute(element, "src")
            target = urlsplit(urljoin(here, href))
            if target.scheme or target.netloc:
                continue
            path, fragment = unquote(target.path), unquote(target.fragment)
            typed = [href, f"#{fragment}" if fragment else "", f"[{element.to_text().strip()}]"]
            found = by_address.get(path)
            if not found and not (site.folder / path.removeprefix(site.root).lstrip("/")).is_file():
                what, todo = f'the link "{href}" leads nowhere', "correct it, or make the page it means"
                yield page.fault(what, todo, f'"{href}"', *typed)
            elif found and fragment and fragment not in found.ids:
                what = f'the link "{href}" leads to no heading of {found.name}'
                headings = [attribute(heading, "id") for heading in found.document.query("h2[id], h3[id], h4[id]")]
                todo = f"use one of that page's headings: #{', #'.join(headings[:5])} …"
                yield page.fault(what, todo, f'"{href}"', *typed)


def nothing_third_party(site: Site) -> Iterator[Fault]:
    """No page makes the browser ask another host for anything (RULES H1)."""
    for page in site.pages:
        asked = [attribute(element, REQUESTS[element.name]) for element in page.document.query(", ".join(REQUESTS))]
        asked += [
            attribute(link, "href")
            for link in page.document.query("link")
            if REQUESTING_LINKS & set(attribute(link, "rel").split())
        ]
        asked += re.findall(r"(?:url\(|@import)\s*['\"]?([^'\")]+)", page.source.text)
        for address in filter(None, asked):
            if urlsplit(address).netloc:
                todo = "keep it in theme/static/ or content/images/"
                yield page.fault(f'"{address}" is asked of another host', todo, address, address)


def no_stray_file(site: Site) -> Iterator[Fault]:
    """No hidden file, no source and no backup is published (RULES S6); Markdown only where a page names it."""
    twins = twins_of(site)
    for path in sorted(site.folder.rglob("*")):
        if path.is_file() and path not in twins and STRAY.search(path.relative_to(site.folder).as_posix()):
            yield Source(path, "").fault("this file is not for visitors", "remove it, or name it in IGNORE_FILES")


def calls_to_action(site: Site) -> Iterator[Fault]:
    """Every page has the clinic's telephone, the way to the consultation form, and the crisis lines (RULES S1)."""
    wanted = {site.clinic.primary.telephone.href, f"{site.root}/request-a-consultation/", "tel:988", "tel:911"}
    for page in site.pages:
        for href in sorted(wanted - {attribute(link, "href") for link in page.document.query("a[href]")}):
            yield page.fault(
                f'this page has no link to "{href}"',
                "let its template keep the header, the crisis lines and the footer",
                "<body",
            )


RULES = (
    valid_html,
    one_h1,
    unique_ids,
    own_title_and_description,
    links_resolve,
    nothing_third_party,
    no_stray_file,
    calls_to_action,
    honest_form,
)

# What programs are told is what people read.
TOLD = (
    shared_as_shown,
    manifest_agrees,
    sitemap_agrees,
    feeds_agree,
    llms_agrees,
    security_contact_agrees,
    twins_agree,
)


def check(
    folder: Path, clinic: Clinic, form: ConsultationForm, root: str = "", content: Path | None = None
) -> list[Fault]:
    """Every fault of the site in ``folder``, sorted, in the Markdown of ``content`` where it comes from there.

    Raises ValueError where there is no page to check.
    """
    return check_site(Site.read(folder, clinic, form, root, content))


def check_site(site: Site) -> list[Fault]:
    """Every fault of a site that has been read, sorted."""
    return sorted({fault for rule in (*RULES, *PARITY, *TOLD) for fault in rule(site)})
