"""Lead assistants to the pages in Markdown (https://llmstxt.org/)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pelican.plugins import signals

from plugins.models.placeholder import is_placeholder
from plugins.navigation import HOME
from plugins.twins import NAME

if TYPE_CHECKING:
    from pelican import Pelican
    from pelican.contents import Content

    from plugins.models.clinic import Clinic
    from plugins.models.location import Location

FILE = "llms.txt"
NOTES = (
    "This website gives information, not medical advice. Each page lists its sources. "
    'What stands between "==" and "==" is not known yet. '
    "Whoever is in crisis can call or text 988 at any hour, and call 911 if a life is in danger."
)
# What the pages of each kind are called; "Optional" is the proposal's word for what may be left unread.
HEADINGS = {"service": "Services", "article": "Articles", "page": "The clinic", "footer": "Optional"}


def llms(clinic: Clinic, pages: list[Content]) -> str:
    """The site on a page: what it is, whom to call, and each page's name, Markdown and description."""
    lines: dict[str, list[str]] = {heading: [] for heading in HEADINGS.values()}
    for page in sorted(pages, key=lambda page: (page.slug != HOME, page.order, page.slug)):
        name = page.menu_title if page.slug == HOME else page.plain_title
        entry = f"- [{name}]({page.canonical}{NAME}): {page.description}"
        lines[HEADINGS["footer" if page.menu == "footer" else page.kind]].append(entry)
    about = next((page.description for page in pages if page.slug == HOME), clinic.tagline)
    parts = [f"# {clinic.name}", f"> {about}", *("\n".join(place_lines(place)) for place in clinic.locations), NOTES]
    parts += [f"## {heading}\n\n{chr(10).join(found)}" for heading, found in lines.items() if found]
    return "\n\n".join(parts) + "\n"


def place_lines(place: Location) -> list[str]:
    """Where to call and go, and when; what is not known yet is marked as editors mark it."""
    facts = {
        "Telephone": place.telephone.display,
        "Address": place.address.one_line,
        "Opening hours": place.hours_line,
    }
    marked = {name: f"=={fact}==" if is_placeholder(fact) else fact for name, fact in facts.items()}
    return [f"{place.name}:", "", *(f"- {name}: {fact}" for name, fact in marked.items())]


def write(pelican: Pelican) -> None:
    """Write it into the output of a production build, if any page may be listed."""
    settings = pelican.settings
    if settings["PRODUCTION"] and settings["LISTED"]:
        text = llms(settings["CLINIC"], settings["LISTED"])
        Path(pelican.output_path, FILE).write_text(text, encoding="utf-8")


def register() -> None:
    """Called by Pelican."""
    signals.finalized.connect(write)
