"""Read data/people.toml for every build, and hand ``people`` to the templates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pelican.plugins import signals

from plugins.faults import did_you_mean
from plugins.models.people import People
from plugins.models.toml import TomlSource, read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pelican import Pelican
    from pelican.generators import Generator

    from plugins.faults import Fault
    from plugins.models.clinic import Clinic

FILE = "people.toml"
NAMED = ("medical_director", "responsible_for_advertising")  # fields of data/clinic.toml


def read_people(pelican: Pelican) -> None:
    """Set ``settings["PEOPLE"]``, None where its file has faults."""
    settings = pelican.settings
    faults: set[Fault] = settings["FAULTS"]
    data = Path(settings["DATA_PATH"])
    settings["PEOPLE"] = people = read_toml(data / FILE, People, faults)
    faults |= {*pages_missing(people, data, Path(settings["PATH"])), *unknown_to(people, settings["CLINIC"], data)}


def pages_missing(people: People | None, data: Path, content: Path) -> Iterator[Fault]:
    """A person's page is a file in ``content``."""
    source = TomlSource.read(data / FILE)
    for key, person in people.root.items() if people else ():
        if person.page and not (content / person.page).is_file():
            what = f'there is no file "content/{person.page}"'
            yield source.fault_at(what, "correct it, or leave it out", key, "page")


def unknown_to(people: People | None, clinic: Clinic | None, data: Path) -> Iterator[Fault]:
    """Whom data/clinic.toml names is somebody of data/people.toml."""
    known = people.root.keys() if people and clinic else ()
    for field in NAMED if known else ():
        named = getattr(clinic, field)
        if named not in known:
            todo = did_you_mean(named, known, f"the people there are {', '.join(known)}; write one of them")
            source = TomlSource.read(data / "clinic.toml")
            yield source.fault_at(f'data/people.toml has nobody called "{named}"', todo, field)


def hand_over(generator: Generator) -> None:
    """Give this generator's templates ``people``."""
    generator.env.globals["people"] = generator.settings["PEOPLE"]


def register() -> None:
    """Called by Pelican."""
    signals.get_generators.connect(read_people)
    signals.generator_init.connect(hand_over)
