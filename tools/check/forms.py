"""Hold the forms of a built site against what may be asked and what was promised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.models.health import word_of_health
from tools.check.site import attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from justhtml import Node

    from plugins.faults import Fault
    from tools.check.site import Built, Site

PAGE = "/request-a-consultation/"
COMPONENT = "use the component consultation-form"
ELSEWHERE = "ask by telephone instead"


def honest_form(site: Site) -> Iterator[Fault]:
    """The form posts to the clinic's service, asks nothing medical, ticks no consent beforehand (RULES H3)."""
    ways = {
        attribute(way, "action") or attribute(way, "href")
        for page in site.pages
        if page.address == PAGE
        for way in page.document.query("form, a[href]")
    }
    if site.form.action not in ways:
        todo = "let its template show the component consultation-form"
        yield site.pages[0].fault(f"{PAGE} has no form", todo)
    for page in site.pages:
        for form in page.document.query("form"):
            yield from _sent_elsewhere(page, form, site)
            if site.clinic.form.baa != "signed":
                yield from _medical(page, form)
            for box in form.query('input[type="checkbox"][checked]'):
                what = f'the box "{attribute(box, "name")}" is ticked beforehand'
                yield page.fault(what, "leave it to the visitor", '<input type="checkbox"')


def _sent_elsewhere(page: Built, form: Node, site: Site) -> Iterator[Fault]:
    if attribute(form, "method").lower() != "post" or attribute(form, "action") != site.form.action:
        yield page.fault("this form does not post to the clinic's service", COMPONENT, "<form")
    thanks = site.folder / site.form.thank_you.removeprefix(site.clinic.url.rstrip("/")).strip("/") / "index.html"
    if not thanks.is_file():
        what = f"this form leads to {site.form.thank_you}, and that page is not there"
        yield page.fault(what, "keep content/thank-you.md", "<form")


def _medical(page: Built, form: Node) -> Iterator[Fault]:
    for field in form.query('textarea, input[type="file"]'):
        kind = f'<{field.name} type="{attribute(field, "type")}"'.removesuffix(' type=""')
        yield page.fault(f"this form has a {kind}> that may not be in it", ELSEWHERE, kind)
    for field in form.query("input, select, textarea"):
        told = [attribute(field, "value")] if attribute(field, "type") == "hidden" else []
        if word := word_of_health(attribute(field, "name"), *told):
            name = attribute(field, "name")
            yield page.fault(f'the field "{name}" tells about health ("{word}")', ELSEWHERE, f'name="{name}"')
    for label in form.query("label, legend"):
        if word := word_of_health(label.to_text()):
            yield page.fault(f'a question asks about health ("{word}")', ELSEWHERE, word)
