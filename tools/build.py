"""Build the site beside the last good one, and put it in its place only if nothing is wrong."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from pelican import Pelican
from pelican.settings import read_settings

from plugins.faults import ROOT, BuildRefused, Fault, fault_of
from plugins.forms import read_form
from plugins.models import rendition
from plugins.models.clinic import Clinic
from plugins.models.memory import FILE as MEMORY
from plugins.models.memory import Memory
from plugins.models.people import People
from plugins.models.published import LAST
from plugins.models.toml import read_toml
from plugins.people import FILE as PEOPLE
from plugins.pictures import CACHE as PICTURES

if TYPE_CHECKING:
    from plugins.models.form import ConsultationForm


def build(
    output: Path,
    *,
    production: bool = False,
    drafts: bool = False,
    unlisted: bool = False,
    fresh: bool = False,
    root: Path = ROOT,
) -> list[Fault]:
    """Build the site in ``root`` into ``output`` and return its warnings.

    With ``drafts``, a production build publishes them too, under /drafts/, where no page leads. With ``unlisted``, its
    pages say that they are a preview, and ask search engines to keep away. With ``fresh``, all that earlier builds have
    made is made again; the site is the same.
    Raises BuildRefused, with every fault, and then leaves ``output`` as it was.
    """
    conf = root / ("publishconf.py" if production else "pelicanconf.py")
    output.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{output.name}-", dir=output.parent) as folder:
        made = Path(folder, "made")
        try:
            asked = {"DRAFTS": drafts, "NOINDEX": unlisted}
            overrides = {name: True for name, wanted in asked.items() if wanted}
            places = {"OUTPUT_PATH": str(made), LAST: str(output)}
            settings = read_settings(str(conf), places | overrides)
            if fresh:
                Memory(Path(settings["CACHE_PATH"], MEMORY)).forget()
                rendition.forget(Path(settings["CACHE_PATH"], PICTURES))
            Pelican(settings).run()
        except BuildRefused:
            raise
        except Exception as error:
            raise BuildRefused([fault_of(error)]) from error
        swap(made, output, Path(folder, "last"))
    return sorted(settings["FAULTS"])


def read_clinic(root: Path = ROOT) -> Clinic:
    """The clinic's facts; raises BuildRefused where data/clinic.toml has faults."""
    faults: set[Fault] = set()
    clinic = read_toml(root / "data" / "clinic.toml", Clinic, faults)
    if clinic is None:
        raise BuildRefused(faults)
    return clinic


def read_people(root: Path = ROOT) -> People:
    """Who stands behind the site; raises BuildRefused where data/people.toml has faults."""
    faults: set[Fault] = set()
    people = read_toml(root / "data" / PEOPLE, People, faults)
    if people is None:
        raise BuildRefused(faults)
    return people


def read_consultation_form(clinic: Clinic, root: Path = ROOT) -> ConsultationForm:
    """The consultation form as the published site shows it; raises BuildRefused where data/ has faults."""
    faults: set[Fault] = set()
    form = read_form(root / "data", clinic, clinic.url.rstrip("/"), faults)
    if form is None:
        raise BuildRefused(faults)
    return form


def swap(fresh: Path, output: Path, last: Path) -> None:
    """Put ``fresh`` in the place of ``output`` by renaming, so that no half of either is ever seen."""
    if output.exists():
        output.rename(last)
    fresh.rename(output)
    shutil.rmtree(last, ignore_errors=True)


def build_and_tell(output: Path, *, production: bool = False, drafts: bool = False, fresh: bool = False) -> list[Fault]:
    """As ``build``, but print and return every fault and warning: the build is good when all of them are warnings."""
    try:
        told = build(output, production=production, drafts=drafts, fresh=fresh)
    except BuildRefused as refused:
        told = refused.faults
    for fault in told:
        print(fault, file=sys.stderr)
    return told
