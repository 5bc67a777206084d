"""Read data/clinic.toml for every build, and hand ``clinic`` to the templates."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup, escape
from pelican.plugins import signals
from phonenumbers import Leniency, PhoneNumberMatcher

from plugins.faults import ROOT, Fault, Source
from plugins.models.clinic import Clinic
from plugins.models.memory import key_of
from plugins.models.placeholder import is_placeholder
from plugins.models.remembered import made_once
from plugins.models.telephone import REGION
from plugins.models.toml import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pelican import Pelican
    from pelican.generators import Generator

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
