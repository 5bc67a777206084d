"""A notice whose law does not bind the clinic is nowhere on the site; one that is linked from a text is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plugins.faults import ROOT, Fault
from plugins.models.taglines import Tagline, Taglines
from plugins.models.toml import read_toml
from plugins.notices import TAGLINES
from tests.conftest import Project
from tests.plugins.complaints import built, complaints, place

if TYPE_CHECKING:
    from pathlib import Path


def turn_off(project: Project, *switches: str) -> None:
    """Answer these questions with "no", with a reason."""
    for switch in switches:
        table = f"[switches.{switch}]\nanswer = "
        facts = (project.path / "data/clinic.toml").read_text(encoding="utf-8")
        before, _, after = facts.partition(table)
        answer, rest = after.split("\n", 1)
        assert answer.startswith('"To be confirmed')
        why = 'reason = "A reason."\ndecided = 2026-11-02'
        project.write("data/clinic.toml", f'{before}{table}"no"\n{why}\n{rest}')


@pytest.fixture(scope="module")
def without(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a clinic that takes no federal money and that nobody pays without insurance."""
    project = Project(tmp_path_factory.mktemp("without") / "project")
    turn_off(project, "receives_federal_funds", "self_pay")
    return built(project, "--production").output


def test_what_is_off_is_no_page_and_in_no_text_menu_or_index(without: Path) -> None:
    assert not [path.name for path in without.iterdir() if path.name in {"nondiscrimination", "language-assistance"}]
    files = [path for path in without.rglob("*") if path.suffix in {".html", ".json", ".xml", ".txt"}]
    texts = {path.relative_to(without).as_posix(): path.read_text(encoding="utf-8") for path in files}
    words = ("nondiscrimination", "language-assistance", "good-faith")
    assert len(texts) > 15
    assert [(name, word) for name, text in texts.items() for word in words if word in text.lower()] == []


def test_what_is_on_is_in_every_footer_and_beside_every_form_and_price(site: Path) -> None:
    notices = ("nondiscrimination", "language-assistance", "notice-of-privacy-practices", "good-faith-estimate")
    for path in site.rglob("*.html"):
        footer = path.read_text(encoding="utf-8").partition('<footer class="site-footer">')[2]
        assert all(f'href="/{name}/"' in footer for name in notices), path
    for name in ("request-a-consultation", "services/ptsd"):
        main = (site / name / "index.html").read_text(encoding="utf-8").split("</main>")[0]
        assert 'you have a right to <a href="/good-faith-estimate/">' in main.split("<main")[1], name


def test_a_link_to_what_is_off_and_a_broken_offer_are_told(project: Project) -> None:
    turn_off(project, "covered_entity")
    project.replace(f"data/{TAGLINES}", "Llame al {telephone}.", "Llame.")
    link = "{filename}/notice-of-privacy-practices.md"
    offer = place(project, f"data/{TAGLINES}", 'text = "Si habla')
    assert complaints(project) == [
        f'{place(project, "content/privacy.md", link)}: the link "{link}" leads to a notice that the switch '
        "covered_entity of data/clinic.toml turns off; take the sentence out, or answer that question otherwise",
        f'{offer}: "text" has 0 times "{{telephone}}"; '
        'write the offer in that language, with "{telephone}" where the number stands',
    ]


def test_each_offer_is_written_the_way_of_its_language_and_says_that_nobody_has_checked_it() -> None:
    faults: set[Fault] = set()
    taglines = read_toml(ROOT / "data" / TAGLINES, Taglines, faults)
    assert taglines, faults
    assert {tag for tag, offer in taglines.language.items() if offer.direction == "rtl"} == {"ar", "fa", "ur"}
    assert len(taglines.unchecked) == len(taglines.language) - 1, "all but English"
    offer = Tagline(name="A", english="A", text="Call {telephone} now.", checked="by A, 2026")
    assert offer.around == ("Call ", " now.")
