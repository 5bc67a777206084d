"""Tell machines what the site is and how it is searched, in the words of schema.org."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from markupsafe import Markup
from pelican.plugins import signals

from plugins.a_to_z import ITSELF

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pelican.generators import Generator

    from plugins.models.clinic import Clinic


def website(clinic: Clinic, url: str) -> dict[str, object]:
    """The site below ``url`` as a WebSite with its SearchAction (https://schema.org/SearchAction)."""
    target = {"@type": "EntryPoint", "urlTemplate": f"{url}/{ITSELF}/?q={{search_term_string}}"}
    return {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "@id": f"{url}/#website",
        "url": f"{url}/",
        "name": clinic.name,
        "inLanguage": "en-US",
        "potentialAction": {
            "@type": "SearchAction",
            "target": target,
            "query-input": "required name=search_term_string",
        },
    }


def json_ld(node: Mapping[str, object]) -> Markup:
    """``node`` as JSON that stands safely inside ``<script>``."""
    return Markup(json.dumps(node, separators=(",", ":")).replace("<", "\\u003c"))  # noqa: S704


def hand_over(generator: Generator) -> None:
    """Give the templates ``website``."""
    clinic = generator.settings["CLINIC"]
    generator.context["website"] = json_ld(website(clinic, generator.settings["SITEURL"])) if clinic else ""


def register() -> None:
    """Called by Pelican."""
    signals.generator_init.connect(hand_over)
