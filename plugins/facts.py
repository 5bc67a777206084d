"""Read data/clinic.toml for every build, and hand ``clinic`` to the templates."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from markupsafe import Markup, escape
from pelican.plugins import signals
from phonenumbers import Leniency, PhoneNumberMatcher

from plugins.dates import in_words
from plugins.faults import ROOT, Fault, Source
from plugins.models.clinic import Clinic
from plugins.models.memory import key_of
from plugins.models.placeholder import is_placeholder
from plugins.models.remembered import made_once
from plugins.models.telephone import REGION
from plugins.models.toml import read_toml

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator

    from pelican import Pelican
    from pelican.generators import Generator

    from plugins.models.form import ConsultationForm
    from plugins.models.people import People

CONSULTATION = "request-a-consultation"
THANK_YOU = "thank-you"
# A number within the country has ten figures at least, one behind a "+" six; the matcher reads over four characters
# between two of them, and over nine in front of the first. The class that it begins with lets the search leap.
MAY_HOLD_TELEPHONES = re.compile(r"[+\uff0b\d](?:(?<=\d)(?:\D{0,4}+\d){9}+|(?<=[+\uff0b])\D{0,9}+\d(?:\D{0,4}+\d){5}+)")
EXAMPLES = "examples.toml"  # of components: they may show a reserved number
CODE = (
    "theme/**/*.html",
    "theme/**/*.toml",
    "theme/**/*.css",
    "theme/**/*.js",
    "plugins/**/*.py",
    "tools/**/*.py",
    "*.py",
)


class ClinicLink(NamedTuple):
    """What a ``clinic:`` link leads to (None: it is only text), and the words it shows when the editor gives none."""

    href: str | None
    text: str


def dated(day: datetime.date | str) -> str:
    """A day in words; what stands in the place of one as it is."""
    return day if isinstance(day, str) else in_words(day)


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


def typed_telephones(source: Source) -> Iterator[Fault]:
    """A telephone number is written in data/clinic.toml and nowhere else."""
    if not MAY_HOLD_TELEPHONES.search(source.text):
        return
    for match in PhoneNumberMatcher(source.text, REGION, leniency=Leniency.VALID):
        word = source.text[: match.start].rsplit(maxsplit=1)[-1:]
        if (source.path.name == EXAMPLES and is_placeholder(match.raw_string)) or (word and "https://" in word[0]):
            continue
        link = "write [](clinic:call), or add the line to data/clinic.toml and name it"
        todo = link if source.path.suffix == ".md" else "take it from the object clinic"
        yield source.fault(f'a telephone number, "{match.raw_string}", is typed here', todo, match.start)


def typed_in_code(sources: list[Source]) -> set[Fault]:
    """The telephone numbers in all of these files."""
    return {fault for source in sources for fault in typed_telephones(source)}


def mark_placeholder(fact: object) -> Markup:
    """The template filter ``fact``: a fact as HTML, in ``<mark>`` while it is a placeholder."""
    return Markup("<mark>{}</mark>").format(fact) if is_placeholder(str(fact)) else escape(str(fact))


def read_facts(pelican: Pelican) -> None:
    """Set ``settings["CLINIC"]``, None where its file has faults, and ``SITE_ROOT``, the path the site lives under."""
    settings = pelican.settings
    faults: set[Fault] = settings["FAULTS"]
    settings["CLINIC"] = clinic = read_toml(Path(settings["DATA_PATH"]) / "clinic.toml", Clinic, faults)
    settings["LINK_NAMES"] = link_names(Source.read(Path(settings["DATA_PATH"]) / "clinic.toml").text)
    sources = [Source.read(path) for pattern in CODE for path in sorted(ROOT.glob(pattern))]
    key = key_of("telephones", settings["CODE"], *(text for source in sources for text in (source.name, source.text)))
    faults |= next(made_once(settings, [key], [sources], typed_in_code))
    settings["SITE_ROOT"] = clinic.root if clinic and settings["PRODUCTION"] else ""
    if clinic:
        settings["SITENAME"] = settings["AUTHOR"] = clinic.name


def hand_over(generator: Generator) -> None:
    """Give this generator's templates ``clinic``, the filter ``fact``, and where the site begins."""
    settings = generator.settings
    root = settings["SITE_ROOT"]
    generator.env.filters["fact"] = mark_placeholder
    generator.env.globals.update(
        clinic=settings["CLINIC"],
        home=f"{root}/",
        consultation_address=f"{root}/{CONSULTATION}/",
    )
    generator.context.update(SITENAME=settings["SITENAME"], localsiteurl=root)


def register() -> None:
    """Called by Pelican."""
    signals.get_generators.connect(read_facts)
    signals.generator_init.connect(hand_over)
