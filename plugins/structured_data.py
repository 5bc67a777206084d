"""Tell machines what a page is about, in one graph of schema.org's words, which says what people read there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from pelican.plugins import signals

from plugins.a_to_z import ITSELF
from plugins.models.drugs import Drugs
from plugins.models.graph.care import condition, drug, therapy
from plugins.models.graph.clinic import clinic_node, person
from plugins.models.graph.node import Ref, graph
from plugins.models.graph.page import page_node, reviewers
from plugins.models.graph.site import Site, website
from plugins.models.toml import read_toml
from plugins.navigation import HOME
from plugins.related import conditions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pelican import Pelican
    from pelican.generators import Generator

    from plugins.models.graph.node import Thing
    from plugins.models.graph.vocabulary import MedicalCondition

FILE = "drugs.toml"
HOURS = 'class="opening-hours"'  # stands on a page that says when the clinic is open
OFFERING = {HOME, "services"}  # the pages that show what the clinic offers, and leave the drug to others
MISSING = "404"  # it stands at every address that is none, and so is no page


def things(page: Any, body: str, short: Mapping[str, str]) -> Iterator[Thing]:
    """What a page tells, of which people read ``body`` (HTML): the clinic and the site, and what is the page's own.

    ``short`` has the short names of conditions, as menus show them.
    """
    settings = page.settings
    site, clinic, people = Site(f"{settings['SITEURL']}/"), settings["CLINIC"], settings["PEOPLE"].root
    subjects = sorted(conditions(page) & settings["EVIDENCE"].keys())
    drugs = settings["DRUGS"].root if subjects or page.slug in OFFERING else {}
    therapies = tuple(therapy(key, facts, site) for key, facts in drugs.items())
    director, reviewed_by = clinic.medical_director, reviewers(page)
    profile = next((key for key, each in people.items() if each.page and each.address == page.url), "")

    def who(key: str) -> Ref:
        return Ref(site.id("Person", key))

    own = clinic_node(clinic, site, who(director), therapies, hours=HOURS in body)
    yield own
    yield website(clinic, site, own.ref, f"{ITSELF}/" if page.slug in {HOME, ITSELF} else "")
    known = [drug(key, facts, site) for key, facts in drugs.items() if subjects]
    yield from known
    for key in dict.fromkeys((director, *reviewed_by, profile)):
        if key in people:
            yield person(key, people[key], site, own.ref, profile=key == profile)
    if page.slug == MISSING:
        return
    about: list[Ref | MedicalCondition] = [own.ref] if page.slug == HOME else []
    if subjects:
        about += [each.ref for each in (*known, *therapies)]
        about += [condition(key, short.get(key, settings["EVIDENCE"][key].name), site) for key in subjects]
    profiled = who(profile) if profile else None
    yield page_node(page, site, own.ref, tuple(about), profiled, tuple(map(who, reviewed_by)))


def json_ld(document: Mapping[str, Any]) -> Markup:
    """``document`` as JSON that stands safely inside ``<script>``."""
    text = json.dumps(document, separators=(",", ":"), ensure_ascii=False)
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704


def read_drugs(pelican: Pelican) -> None:
    """Read data/drugs.toml once for each build; None where it has faults."""
    settings = pelican.settings
    settings["DRUGS"] = read_toml(Path(settings["DATA_PATH"]) / FILE, Drugs, settings["FAULTS"])


def hand_over(generator: Generator) -> None:
    """Give the templates ``structured_data``, the graph of a page, its body and ``condition_names``."""
    generator.context["structured_data"] = lambda *given: json_ld(graph(things(*given)))


def name_conditions(generators: list[Generator]) -> None:
    """Set ``condition_names`` in the context: how the menu calls the service for a condition."""
    context = generators[0].context
    known = (service for service in context["services"] if service.evidence)
    context["condition_names"] = {service.evidence.key: service.menu_title for service in known}


def register() -> None:
    """Called by Pelican."""
    signals.get_generators.connect(read_drugs)
    signals.generator_init.connect(hand_over)
    signals.all_generators_finalized.connect(name_conditions)
