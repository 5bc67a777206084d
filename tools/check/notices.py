"""Hold a built site against the laws that bind the clinic: the notices, and where they and their links stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.notices import LANGUAGES
from tools.check.facts import text_of
from tools.check.notice_words import MUST_SAY, lacking, languages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plugins.faults import Fault
    from plugins.models.laws import Law, Laws
    from plugins.models.people import People
    from tools.check.site import Built, Site

ESTIMATE = "good-faith-estimate"
NO_ADVICE = "information, not medical advice"
FOOTER = "let the template keep the component site-footer"


def check_notices(site: Site, laws: Laws, people: People) -> list[Fault]:
    """Every fault of the site in the light of ``laws``, sorted."""
    switches, by_address = site.clinic.switches, {page.address: page for page in site.pages}
    binding = laws.binding(switches)
    faults = [fault for law in laws.off(switches).values() for fault in nowhere(site, law)]
    for name, law in binding.items():
        notice = by_address.get(law.address)
        if notice:
            wanted = MUST_SAY[name](site.clinic) if name in MUST_SAY else {}
            faults += [*in_every_footer(site, notice), *lacking(notice, wanted)]
        elif law.page:
            todo = "write it, or say in data/clinic.toml why the law does not bind the clinic"
            faults.append(laws.source.fault_at(f'the law "{name}" asks for content/{law.page}', todo, name, "page"))
    if ESTIMATE in binding:
        faults += estimates(site, binding[ESTIMATE])
    if LANGUAGES in binding and binding[LANGUAGES].address in by_address:
        faults += languages(by_address[binding[LANGUAGES].address])
    return sorted({*faults, *footers(site, people.named(site.clinic.responsible_for_advertising))})


def nowhere(site: Site, law: Law) -> Iterator[Fault]:
    """A notice whose law is off is no page, and nothing leads to it."""
    for page in site.pages if law.page else ():
        if page.address == law.address:
            yield page.fault(f"the switch {law.switch} turns this notice off", "build the site again", "<main")
        elif page.document.query(f'a[href="{site.root}{law.address}"]'):
            what = f'a link leads to "{law.address}", which the switch {law.switch} turns off'
            yield page.fault(what, "let the template look at the switch", f'"{site.root}{law.address}"')


def in_every_footer(site: Site, notice: Built) -> Iterator[Fault]:
    """Every page's footer leads to each notice."""
    link = f'footer a[href="{site.root}{notice.address}"]'
    without = [page.name for page in site.pages if not page.document.query(link)]
    if without:
        others = f" and {len(without) - 1} more" if len(without) > 1 else ""
        what = f"no link leads here from the footer of {without[0]}{others}"
        yield notice.fault(what, 'write "Menu: footer" in its front matter', "<main", "Menu:", "Title:")


def estimates(site: Site, law: Law) -> Iterator[Fault]:
    """Beside every price and form a link leads to the right to an estimate (45 CFR 149.610(b)(1)(iii))."""
    for page in site.pages:
        wanting = page.document.query(".fees, .consultation-form")
        links = page.document.query(f'main a[href="{site.root}{law.address}"]')
        if len(wanting) > len(links):
            what = f"{len(wanting)} prices or forms stand here, and {len(links)} links to {law.address}"
            yield page.fault(what, "show the component estimate beside each", '"fees', "/// fees")


def footers(site: Site, responsible: str) -> Iterator[Fault]:
    """Every page's footer says that the site does not advise, and who is responsible for it (18VAC85-20-30)."""
    for page in site.pages:
        text = " ".join(text_of(footer) for footer in page.document.query("footer"))
        for words in (NO_ADVICE, responsible):
            if words not in text:
                yield page.fault(f'the footer of this page does not say "{words}"', FOOTER, "<footer")
