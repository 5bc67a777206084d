"""Let texts name the clinic's facts: ``[](clinic:call)`` shows the telephone number, and leads to it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit
from xml.etree.ElementTree import SubElement

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from pelican.plugins import signals

from plugins.dates import dated
from plugins.facts import CONSULTATION
from plugins.faults import Source, did_you_mean
from plugins.models.placeholder import is_placeholder

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from markdown import Markdown
    from pelican import Pelican

    from plugins.models.clinic import Clinic
    from plugins.models.form import ConsultationForm
    from plugins.models.people import People

SCHEME = "clinic:"
AFTER_INLINE = 15  # Python-Markdown's inline patterns run at 20


class ClinicLink(NamedTuple):
    """What a ``clinic:`` link leads to (None: it is only text), and the words it shows when the editor gives none."""

    href: str | None
    text: str


OWN_LINKS: dict[str, Callable[[Clinic, ConsultationForm, People], ClinicLink]] = {
    "name": lambda clinic, *_: ClinicLink(None, clinic.name),
    "call": lambda clinic, *_: ClinicLink(clinic.primary.telephone.href, clinic.primary.telephone.display),
    "consultation": lambda *_: ClinicLink(f"{{filename}}/{CONSULTATION}.md", "Request a consultation"),
    "directions": lambda clinic, *_: ClinicLink(clinic.primary.directions, "Directions"),
    "address": lambda clinic, *_: ClinicLink(None, clinic.primary.address.one_line),
    "hours": lambda clinic, *_: ClinicLink(None, clinic.primary.hours_line),
    "email": lambda clinic, *_: ClinicLink(f"mailto:{clinic.email}", clinic.email),
    "form-host": lambda _, form, __: ClinicLink(None, form.receiver),
    "privacy-contact": lambda clinic, *_: ClinicLink(None, clinic.privacy_contact),
    "medical-director": lambda clinic, _, people: ClinicLink(None, people.named(clinic.medical_director)),
    "responsible": lambda clinic, _, people: ClinicLink(None, people.named(clinic.responsible_for_advertising)),
    "languages": lambda clinic, *_: ClinicLink(None, ", ".join(clinic.languages_offered)),
    "privacy-practices-effective": lambda clinic, *_: ClinicLink(
        None, dated(clinic.notices.privacy_practices_effective)
    ),
    "civil-rights-coordinator": lambda clinic, *_: ClinicLink(None, clinic.notices.civil_rights_coordinator),
    "nondiscrimination-sample": lambda clinic, *_: ClinicLink(None, dated(clinic.notices.nondiscrimination_sample)),
}


def clinic_links(clinic: Clinic, form: ConsultationForm, people: People) -> dict[str, ClinicLink]:
    """Every name that may follow ``clinic:`` in a Markdown link."""
    links = {name: link(clinic, form, people) for name, link in OWN_LINKS.items()}
    for key, line in clinic.helplines.items():
        if line.web:
            links[key] = links[f"{key}-web"] = ClinicLink(line.web, urlsplit(line.web).netloc.removeprefix("www."))
        if line.telephone:
            links[key] = ClinicLink(line.telephone.href, line.telephone.display)
        if line.sms:
            links[f"{key}-text"] = ClinicLink(line.sms, line.sms.removeprefix("sms:"))
    return links


def link_names(data: str) -> list[str]:
    """The names that links may use, read from a data/clinic.toml that has faults."""
    lines = re.findall(r"^\[helplines\.([\w-]+)\]", data, re.MULTILINE)
    return [*OWN_LINKS, *lines, *(f"{line}-{way}" for line in lines for way in ("web", "text"))]


class ClinicLinkProcessor(Treeprocessor):
    """``[text](clinic:call)`` becomes a link to the fact; with no text the fact itself is shown."""

    def run(self, root: Element) -> None:
        """Called by Python-Markdown with the page's tree."""
        markdown: Any = self.md
        links: dict[str, ClinicLink] = markdown.settings["CLINIC_LINKS"]
        names: list[str] = markdown.settings["LINK_NAMES"]
        seen: dict[str, int] = {}
        for element in list(root.iter("a")):
            href = element.get("href", "")
            if not href.startswith(SCHEME):
                continue
            name = href.removeprefix(SCHEME)
            nth = seen[name] = seen.get(name, -1) + 1
            if name not in names:
                source: Source = markdown.source
                todo = did_you_mean(name, names, f"the names known are {', '.join(names)}", written=f"{SCHEME}{{}}")
                markdown.faults.add(source.fault(f'there is no fact "{href}"', todo, source.find(f"({href})", nth) + 1))
                continue
            if not links:
                continue
            link = links[name]
            if not (element.text or len(element)):
                shown = SubElement(element, "mark") if is_placeholder(link.text) else element
                shown.text = AtomicString(link.text)
            element.attrib.pop("href")
            if link.href:
                element.set("href", link.href)
            else:
                element.tag = "span"


class ClinicLinks(Extension):
    """The extension that pelicanconf.py names."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Called by Python-Markdown."""
        md.treeprocessors.register(ClinicLinkProcessor(md), "clinic_links", AFTER_INLINE)


def read_links(pelican: Pelican) -> None:
    """Put what ``clinic:`` links lead to into ``settings["CLINIC_LINKS"]``; nothing where the facts have faults.

    ``settings["LINK_NAMES"]`` are the names that links may use, in either case.
    """
    settings = pelican.settings
    known = [settings[name] for name in ("CLINIC", "FORM", "PEOPLE")]
    settings["CLINIC_LINKS"] = links = clinic_links(*known) if all(known) else {}
    settings["LINK_NAMES"] = [*links] or link_names(Source.read(Path(settings["DATA_PATH"]) / "clinic.toml").text)


def register() -> None:
    """Called by Pelican."""
    signals.get_generators.connect(read_links)
