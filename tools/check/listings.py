"""Hold the files that lead programs through the site against its pages: the sitemap, llms.txt, security.txt."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree

from phonenumbers import Leniency, PhoneNumberMatcher

from plugins.faults import Source
from plugins.llms import FILE as LLMS
from plugins.llms import place_lines
from plugins.models.telephone import REGION
from plugins.security_contact import FILE as SECURITY
from plugins.sitemap import FILE as SITEMAP
from plugins.sitemap import NAMESPACE
from plugins.twins import NAME
from tools.check.sharing import BUILD, canonical, meta

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from plugins.faults import Fault
    from tools.check.site import Built, Site


def listed(site: Site) -> dict[str, Built]:
    """The pages that search engines may list, by their whole addresses."""
    return {canonical(page): page for page in site.pages if canonical(page) and meta(page, "robots") != "noindex"}


def sitemap_agrees(site: Site) -> Iterator[Fault]:
    """The sitemap names the pages that may be listed, and no others."""
    pages, path = listed(site), site.folder / SITEMAP
    named = days_in(path)
    for address in pages.keys() - named.keys():
        yield pages[address].fault("the sitemap does not name this page", BUILD)
    for address in named.keys() - pages.keys():
        source = Source.read(path)
        yield source.fault(f"{address} is no page that may be listed", BUILD, source.find(address))


def days_in(path: Path) -> dict[str, str]:
    """Each address in the sitemap with its day, "" where it has none."""
    if not path.is_file():
        return {}
    prefix = f"{{{NAMESPACE}}}"
    urls = ElementTree.parse(path).getroot().iter(f"{prefix}url")  # noqa: S314  ours
    return {url.findtext(f"{prefix}loc", ""): url.findtext(f"{prefix}lastmod", "") for url in urls}


def llms_agrees(site: Site) -> Iterator[Fault]:
    """llms.txt names every page that may be listed, with its title and description, and the clinic's facts."""
    path, pages = site.folder / LLMS, listed(site)
    if not path.is_file():
        yield from (page.fault(f"there is no {LLMS} to name this page", BUILD) for page in pages.values())
        return
    source = Source.read(path)
    lines = source.text.splitlines()
    for address, page in pages.items():
        entry = f"]({address}{NAME}): {meta(page, 'description')}"
        if not any(line.endswith(entry) for line in lines):
            yield source.fault(f"{address} is not named with its description", BUILD, source.find(address))
    for line in (line for place in site.clinic.locations for line in place_lines(place)):
        if line not in lines:
            yield source.fault(f'"{line}" is not there', BUILD)
    displays = {place.telephone.display for place in site.clinic.locations}
    for found in PhoneNumberMatcher(source.text, REGION, leniency=Leniency.VALID):
        if found.raw_string not in displays:
            yield source.fault(f'the number "{found.raw_string}" is no fact', BUILD, found.start)


def security_contact_agrees(site: Site) -> Iterator[Fault]:
    """security.txt names the clinic's own address and its own place."""
    path = site.folder / SECURITY
    if path.is_file():
        source = Source.read(path)
        url = site.clinic.url.rstrip("/")
        for line in (f"Contact: mailto:{site.clinic.email}", f"Canonical: {url}/{SECURITY}"):
            if line not in source.text.splitlines():
                yield source.fault(f'"{line}" is not there', BUILD)
