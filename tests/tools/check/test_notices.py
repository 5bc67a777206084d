"""The built site keeps every law that binds the clinic; a site without its notices draws every complaint."""

from __future__ import annotations

import datetime
import re
import shutil
from typing import TYPE_CHECKING

from plugins.faults import ROOT
from plugins.models.laws import Laws
from tools.build import read_clinic, read_consultation_form, read_people
from tools.check.notice_words import HEADER
from tools.check.notices import check_notices
from tools.check.site import Site

if TYPE_CHECKING:
    from pathlib import Path

    from plugins.models.clinic import Clinic

CLINIC, PEOPLE, LAWS = read_clinic(), read_people(), Laws.read(ROOT / "data", set())
WHY = {"answer": "no", "reason": "A reason.", "decided": datetime.date(2026, 11, 2)}


def complaints(folder: Path, clinic: Clinic = CLINIC) -> list[str]:
    """What the laws have against the site in ``folder``, without lines and columns."""
    site = Site.read(folder, clinic, read_consultation_form(CLINIC), content=ROOT / "content")
    found = [str(fault).removeprefix(f"{folder}/") for fault in check_notices(site, LAWS, PEOPLE)]
    return [re.sub(r":\d+:\d+:", ":", line) for line in found]


def change(folder: Path, page: str, *changes: tuple[str, str]) -> None:
    """Change a built page, which must hold what is to be changed."""
    path = folder / page / "index.html"
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert re.search(old, text), old
        text = re.sub(old, new, text)
    path.write_text(text, encoding="utf-8")


def test_the_site_keeps_every_law(site: Path) -> None:
    assert complaints(site) == []


def test_a_site_that_was_tampered_with_draws_every_complaint(site: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(site, tmp_path / "site")
    shutil.rmtree(folder / "medical-disclaimer")
    change(folder, "notice-of-privacy-practices", ("PLEASE REVIEW IT CAREFULLY", "PLEASE READ IT"))
    change(folder, "nondiscrimination", ("<li>sex(?=<)", ""), ("civil rights coordinator", "nobody"))
    change(folder, "nondiscrimination", ('href="https://ocrportal.hhs.gov"', 'href="/"'))
    change(
        folder,
        "language-assistance",
        ('lang="ar" dir="rtl"', 'lang="ar" dir="ltr"'),
        ('(?s)<li[^>]*lang="pt".*?(?=<li|</ul)', ""),
    )
    change(folder, "good-faith-estimate", (r'href="tel:\+18009853059"', 'href="tel:911"'))
    change(folder, "about", ('<li><a href="/good-faith-estimate/">[^<]*</a>', ""), ("not medical advice", ""))
    change(folder, "services/ptsd", ('right to <a href="/good-faith-estimate/">[^<]*</a>', "right"))
    change(folder, "location", ("Responsible for this site: <mark>.*?</mark>", ""))
    keep, fact = "let the template keep the component site-footer", "a fact by its clinic: link"
    give = "this notice does not give"
    assert complaints(folder) == [
        f'about/index.html: the footer of this page does not say "information, not medical advice"; {keep}',
        'language-assistance/index.html: the offer in "ar" is not written the way of that language; '
        "let the template write its dir",
        f'location/index.html: the footer of this page does not say "{PEOPLE.named("medical-director")}"; {keep}',
        f"content/good-faith-estimate.md: {give} a way to learn more from the government by telephone; "
        f'write "tel:+18009853059", {fact}',
        "content/good-faith-estimate.md: no link leads here from the footer of content/about.md; "
        'write "Menu: footer" in its front matter',
        "content/language-assistance.md: help is offered here in 15 languages, and the law wants English and 15 "
        "others; add the others to data/taglines.toml",
        f"content/nondiscrimination.md: {give} a way to complain to the government on the web; "
        f'write "https://ocrportal.hhs.gov", {fact}',
        f'content/nondiscrimination.md: {give} the coordinator; write "To be named: civil rights coordinator", {fact}',
        f'content/nondiscrimination.md: {give} the ground "sex"; write "sex", {fact}',
        f'content/notice-of-privacy-practices.md: {give} the header that the law prescribes; write "{HEADER}", {fact}',
        "content/services/ptsd.md: 1 prices or forms stand here, and 0 links to /good-faith-estimate/; "
        "show the component estimate beside each",
        'data/laws.toml: the law "medical-disclaimer" asks for content/medical-disclaimer.md; '
        "write it, or say in data/clinic.toml why the law does not bind the clinic",
    ]


def test_a_law_that_is_off_leaves_nothing_behind(site: Path) -> None:
    clinic = CLINIC.model_copy(update={"switches": CLINIC.switches.model_copy(update={"self_pay": _no()})})
    found = complaints(site, clinic)
    told = "good-faith-estimate/index.html: the switch self_pay turns this notice off; build the site again"
    assert told in found
    assert len(found) == len(list(site.rglob("*.html"))), "every other page leads there"


def _no() -> object:
    return type(CLINIC.switches.self_pay).model_validate(WHY)
