"""A site that tells programs what it shows passes; one that was tampered with draws each complaint."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, NamedTuple

import pytest
from PIL import Image

from tools.build import read_clinic, read_consultation_form
from tools.check.rules import TOLD
from tools.check.site import Built, Site

if TYPE_CHECKING:
    from pathlib import Path

CLINIC = read_clinic()
FORM = read_consultation_form(CLINIC)
ARTICLE = "articles/are-you-a-candidate-for-ketamine-therapy"
SHOW, BUILD = "let the template print it", "build the site again"


class Tampering(NamedTuple):
    """What is changed in a file of the built site, and the complaint about it."""

    rule: str
    file: str
    old: str
    new: str
    complaint: str


TAMPERINGS = {
    "a shared title is another": Tampering(
        "shared_as_shown",
        "about/index.html",
        'og:title" content="About us"',
        'og:title" content="All about us"',
        f'og:title is "All about us", and the page says "About us"; {SHOW}',
    ),
    "a shared address is another": Tampering(
        "shared_as_shown",
        "about/index.html",
        f'og:url" content="{CLINIC.url}/about/"',
        f'og:url" content="{CLINIC.url}/"',
        f'og:url is "{CLINIC.url}/", and the page says "{CLINIC.url}/about/"; {SHOW}',
    ),
    "a card is said to be small": Tampering(
        "shared_as_shown",
        "about/index.html",
        'og:image:width" content="1200"',
        'og:image:width" content="600"',
        f"its card is 1200 x 630 pixels, the page says 600 x 630, and 1200 x 630 are wanted; {BUILD}",
    ),
    "a card is elsewhere": Tampering(
        "shared_as_shown",
        "about/index.html",
        f'og:image" content="{CLINIC.url}/cards/',
        f'og:image" content="{CLINIC.url}/pictures/x-',
        f'its card, "{CLINIC.url}/pictures/x-',
    ),
    "the manifest has another name": Tampering(
        "manifest_agrees",
        "manifest.webmanifest",
        CLINIC.name,
        "Nova",
        f'name is "Nova", and the facts say "{CLINIC.name}"; {BUILD}',
    ),
    "an icon is of another size": Tampering(
        "manifest_agrees",
        "manifest.webmanifest",
        "192x192",
        "256x256",
        f'the icon "/icon-192.png" is 192x192, not 256x256; {BUILD}',
    ),
    "the sitemap names another page": Tampering(
        "sitemap_agrees",
        "sitemap.xml",
        "</urlset>",
        f"<url><loc>{CLINIC.url}/thank-you/</loc></url></urlset>",
        f"{CLINIC.url}/thank-you/ is no page that may be listed; {BUILD}",
    ),
    "the feed has another day than the page": Tampering(
        "feeds_agree",
        "feeds/all.json",
        '"date_published": "2026-11-22',
        '"date_modified": "2026-11-22", "date_published": "2025-11-22',
        f"{CLINIC.url}/{ARTICLE}/: it is of 2025-11-22, and the page shows no such day; {BUILD}",
    ),
    "the feed has another day than the sitemap": Tampering(
        "feeds_agree",
        "feeds/all.json",
        '"date_published"',
        '"date_modified": "2026-11-23", "date_published"',
        f"{CLINIC.url}/{ARTICLE}/: it changed on 2026-11-23, and the sitemap says 2026-11-22; {BUILD}",
    ),
    "the feed has another title": Tampering(
        "feeds_agree",
        "feeds/all.atom.xml",
        "<title>Are You a Candidate",
        "<title>Be a Candidate",
        f'{CLINIC.url}/{ARTICLE}/: its title is "Be a Candidate for Ketamine Therapy?", '
        f'and the page says "Are You a Candidate for Ketamine Therapy?"; {BUILD}',
    ),
    "the feed lacks a section": Tampering(
        "feeds_agree",
        "feeds/all.json",
        'id=\\"parting-words\\"',
        "",
        f'{CLINIC.url}/{ARTICLE}/: it lacks "Parting Words"; {BUILD}',
    ),
    "the feed has an address that is not whole": Tampering(
        "feeds_agree",
        "feeds/all.json",
        f'src=\\"{CLINIC.url}/',
        'src=\\"/',
        f"{CLINIC.url}/{ARTICLE}/: an address in it is not whole; {BUILD}",
    ),
    "assistants are told another number": Tampering(
        "llms_agrees",
        "llms.txt",
        "## Services",
        "Or call 703-555-0199.\n\n## Services",
        f'the number "703-555-0199" is no fact; {BUILD}',
    ),
    "assistants are told another description": Tampering(
        "llms_agrees",
        "llms.txt",
        "about/index.md): Who",
        "about/index.md): What",
        f"{CLINIC.url}/about/ is not named with its description; {BUILD}",
    ),
    "weaknesses go to somebody else": Tampering(
        "security_contact_agrees",
        ".well-known/security.txt",
        f"mailto:{CLINIC.email}",
        "mailto:me@example.org",
        f'"Contact: mailto:{CLINIC.email}" is not there; {BUILD}',
    ),
    "a page's Markdown says something else": Tampering(
        "twins_agree",
        "services/depression/index.md",
        "403 people",
        "304 people",
        "this line is not what the page says, "
        f'"A trial of 403 people compared ketamine with electroconvulsive therapy (ECT) [7]."; {BUILD}',
    ),
    "a page does not name its Markdown": Tampering(
        "twins_agree",
        "about/index.html",
        'type="text/markdown"',
        'type="text/plain"',
        f"this page names no index.md, or there is none; {BUILD}",
    ),
}


@pytest.fixture(scope="module")
def copy(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A copy of the real site to tamper with."""
    folder = shutil.copytree(site, tmp_path_factory.mktemp("told") / "output")
    return Site.read(folder, CLINIC, FORM)


def complaints(site: Site, *rules: str) -> list[str]:
    found = (fault for rule in TOLD if rule.__name__ in rules or not rules for fault in rule(site))
    return sorted(str(fault).removeprefix(f"{site.folder}/") for fault in found)


def test_the_real_site_tells_programs_what_it_shows(copy: Site) -> None:
    assert complaints(copy) == []


@pytest.mark.parametrize("tampering", TAMPERINGS.values(), ids=TAMPERINGS)
def test_each_untruth_is_told(copy: Site, tampering: Tampering) -> None:
    path = copy.folder / tampering.file
    good = path.read_text(encoding="utf-8")
    assert tampering.old in good
    path.write_text(good.replace(tampering.old, tampering.new, 1), encoding="utf-8")
    pages = [Built(copy.folder, path) if page.file == tampering.file else page for page in copy.pages]
    try:
        (found,) = complaints(copy._replace(pages=pages), tampering.rule)
    finally:
        path.write_text(good, encoding="utf-8")

    where, _, what = found.partition(": ")
    assert where.startswith(f"{tampering.file}:")
    assert what.startswith(tampering.complaint)


def test_what_is_missing_is_told(copy: Site) -> None:
    for name in ("sitemap.xml", "llms.txt", "about/index.md", "icon-512.png"):
        (copy.folder / name).unlink()
    Image.new("RGB", (600, 315)).save(next((copy.folder / "cards").glob("*.png")))
    found = [line.partition(": ")[2].partition(";")[0] for line in complaints(copy)]
    pages = len([*copy.folder.rglob("index.md")]) + 1

    assert found.count("the sitemap does not name this page") == pages > 10
    assert found.count("there is no llms.txt to name this page") == pages
    assert found.count("this page names no index.md, or there is none") == 1
    assert found.count('the icon "/icon-512.png" is not there') == 1
    assert len([line for line in found if line.startswith("its card is 600 x 315 pixels")]) == 1
