"""Gather into one list what every check of words and pages finds."""

from __future__ import annotations

import sys
import tempfile
from contextlib import redirect_stdout
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.citations import BIBLIOGRAPHY
from plugins.faults import ROOT, BuildRefused, Fault, Source
from plugins.glossary import read_glossary
from plugins.models.days import today
from plugins.models.laws import Laws
from plugins.models.texts import texts
from tools.addresses.built import addresses_of
from tools.addresses.ledger import Ledger
from tools.build import build, read_clinic, read_consultation_form, read_people
from tools.check.links import Link, check_links, links_of
from tools.check.markdown import check_markdown
from tools.check.notices import check_notices
from tools.check.plain_language import check_plain_language
from tools.check.reading import Reading, read
from tools.check.reviews import check_reviews
from tools.check.rules import check_site
from tools.check.site import Site
from tools.check.spelling import check_spelling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def markdown_files(root: Path = ROOT) -> list[Path]:
    """Every file that editors write."""
    return texts(root / "content")


def check_project(root: Path = ROOT, output: Path | None = None) -> list[Fault]:
    """Every fault and warning, sorted: contract, built site, old addresses, reviews, words, Markdown; nothing outside.

    ``output`` holds a production build of what stands in ``root``, where there is one already.
    """
    built, faults, sources = check_output(output, root) if output else check_build(root), set[Fault](), []
    for path in markdown_files(root):
        try:
            sources.append(Source.read(path))
        except BuildRefused as refused:
            faults.update(refused.faults)
    faults.update(check_markdown(sources))
    faults.update(check_reviews(root))
    for check_words in (check_spelling, check_plain_language, look_again):
        try:
            faults.update(check_words(sources, root / "data"))
        except BuildRefused as refused:
            faults.update(refused.faults)
    # What is wrong with a page is often wrong with its Markdown already, and told better there.
    told = {(fault.path, fault.line, fault.column) for fault in faults if not fault.warning}
    return sorted(faults.union(fault for fault in built if (fault.path, fault.line, fault.column) not in told))


def look_again(_: Iterable[Source], data: Path) -> Iterator[Fault]:
    """A warning for each law that nobody has looked at for a year."""
    return Laws.read(data, set()).stale(today())


def check_build(root: Path = ROOT) -> list[Fault]:
    """Build for production, apart, and return what the build and the rules for the built site have to say."""
    # What Pelican says of itself would stand in the middle of a report that a program reads.
    with tempfile.TemporaryDirectory() as folder, redirect_stdout(sys.stderr):
        output = Path(folder, "output")
        try:
            faults = build(output, production=True, root=root)
        except BuildRefused as refused:
            return refused.faults
        return sorted({*faults, *check_output(output, root)})


def check_output(output: Path, root: Path = ROOT) -> list[Fault]:
    """What the rules for the built site have to say of a production build."""
    try:
        clinic = read_clinic(root)
        form = read_consultation_form(clinic, root)
        ledger, people, laws = Ledger.read(root), read_people(root), Laws.read(root / "data", set())
    except BuildRefused as refused:
        return refused.faults
    site = Site.read(output, clinic, form, clinic.root, root / "content")
    faults = check_site(site) + check_notices(site, laws, people) + ledger.faults(addresses_of(output))
    return sorted({replace(fault, path=fault.path.removeprefix(f"{output.parent}/")) for fault in faults})


def read_project(root: Path = ROOT) -> Reading:
    """How hard the site is to read. Raises BuildRefused where a file cannot be read."""
    faults: set[Fault] = set()
    glossary = read_glossary(root / "data", faults)
    if not glossary:
        raise BuildRefused(faults)
    return read([Source.read(path) for path in markdown_files(root)], glossary)


def outside_links(root: Path = ROOT) -> list[Link]:
    """Every address on another site that words or facts name."""
    files = [*markdown_files(root), root / "data" / "clinic.toml", root / "data" / BIBLIOGRAPHY]
    return [link for path in files for link in links_of(Source.read(path))]


def check_outside(root: Path = ROOT) -> list[Fault]:
    """Ask every other site that is named whether what we name is still there; this takes minutes."""
    return check_links(outside_links(root), read_clinic(root).url)
