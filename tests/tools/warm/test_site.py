"""A save costs what it must: a page for words, everything for what shows elsewhere, and never the last good site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pelican.plugins import signals

from tests.conftest import Project
from tests.tools.warm.edits import clean_build, files
from tools.warm.site import WarmSite

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ARTICLE = "are-you-a-candidate-for-ketamine-therapy"
SECTION = f"content/articles/{ARTICLE}/2-the-science-behind-ketamine-therapy.md"
HEADING = f"/articles/{ARTICLE}/#the-science-behind-ketamine-therapy"
ABOUT = "content/about.md"
NOWHERE = '7: the link "{filename}/nowhere.md" leads to no file'
UNCITED = 'no page cites "new2026"'


class Writing:
    """A project that is being written, and its warm site, which has been built once."""

    def __init__(self, folder: Path) -> None:
        self.project = Project(folder / "project")
        self.output, self.clean = folder / "output", folder / "clean"
        self.site = WarmSite(self.project.path, self.output)
        assert self.site.build().good

    def save(self, name: str, old: str, new: str) -> tuple[list[str], str | None, list[str]]:
        """Change a file: the addresses that changed, the one to show, and what is told."""
        self.project.replace(name, old, new)
        outcome = self.site.build({self.project.path / name})
        return outcome.changed, outcome.goto, [f"{fault.line}: {fault.what}" for fault in outcome.faults]

    def is_clean(self) -> bool:
        """Whether the output is what a clean build makes."""
        self.site.settle()
        clean_build(self.project.path, self.clean)
        return files(self.output) == files(self.clean)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Writing:
    """Built once for all tests."""
    return Writing(tmp_path_factory.mktemp("warm"))


@pytest.fixture
def writing(kept: Writing) -> Iterator[Writing]:
    """Put back as it was after each test."""
    before = files(kept.project.path)
    yield kept
    after = files(kept.project.path)
    changed = {kept.project.path / name for name in before | after if before.get(name) != after.get(name)}
    for path in changed:
        path.unlink(missing_ok=True)
        name = path.relative_to(kept.project.path).as_posix()
        if name in before:
            path.write_bytes(before[name])
    assert not changed or kept.site.build(changed).good


def test_words_change_their_page_and_touch_no_other_file(writing: Writing) -> None:
    stamps = {path: path.stat().st_mtime_ns for path in writing.output.rglob("*.html")}
    was = writing.site.built

    told = writing.save(ABOUT, "\n---\n", "\n---\nNew words [@fda2023].\n\n")

    assert told == (["/about/"], "/about/", [])
    assert [path.parent.name for path in stamps if path.stat().st_mtime_ns != stamps[path]] == ["about"]
    assert writing.site.built is was
    assert writing.is_clean()


def test_words_of_a_section_change_its_article_and_lead_to_its_heading(writing: Writing) -> None:
    was = writing.site.built

    assert writing.save(SECTION, "Nobody yet knows", "No one yet knows") == ([HEADING.split("#")[0]], HEADING, [])
    assert writing.site.built is was
    assert writing.is_clean()


def test_a_save_that_changes_nothing_changes_nothing(writing: Writing) -> None:
    assert writing.save(ABOUT, "\n", "\n") == ([], "/about/", [])


def test_a_title_changes_every_page_that_shows_it(writing: Writing) -> None:
    changed, goto, told = writing.save("content/services/ptsd.md", "Title: ", "Title: On ")

    assert {"/services/ptsd/", "/services/", "/search/", "/"} <= {*changed}
    assert "/privacy/" not in changed
    assert (goto, told) == ("/services/ptsd/", [])
    assert writing.is_clean()


def test_a_slip_is_told_and_leaves_the_last_good_site_until_it_is_mended(writing: Writing) -> None:
    before = files(writing.output)

    changed, goto, told = writing.save(ABOUT, "\n---\n", "\n---\n[Here]({filename}/nowhere.md)\n\n")
    assert (changed, goto) == ([], "/about/")
    assert told == [NOWHERE]
    _, _, told = writing.save(SECTION, "Nobody yet knows", "Nobody knows")
    assert told == [NOWHERE]
    assert files(writing.output) == before

    changed, _, told = writing.save(ABOUT, "{filename}/nowhere.md", "{filename}/privacy.md")
    assert (changed, told) == (["/about/", HEADING.split("#")[0]], [])
    assert writing.is_clean()


def test_a_work_that_is_cited_no_more_is_warned_of_at_once(writing: Writing) -> None:
    bibliography = "data/references.bib"
    text = (writing.project.path / bibliography).read_text(encoding="utf-8")
    begins = text.index("@article{anand2023")  # which is against nothing, so that no grade must list it
    entry = text[begins:].partition("\n}\n")[0]
    writing.project.replace(bibliography, entry, f"{entry.replace('anand2023', 'new2026')}\n}}\n\n{entry}")
    writing.project.replace(ABOUT, "\n---\n", "\n---\nWords [@new2026].\n\n")
    assert writing.site.build({writing.project.path / name for name in (bibliography, ABOUT)}).faults == []
    was = writing.site.built

    assert writing.save(ABOUT, " [@new2026]", "")[2] == [f"{text[:begins].count(chr(10)) + 1}: {UNCITED}"]
    assert writing.save(ABOUT, "Words", "Words [@new2026]")[2] == []
    assert writing.site.built is was


def test_a_file_that_is_gone_takes_its_page_along(writing: Writing) -> None:
    page = writing.project.page()
    assert writing.site.build({page}).goto == "/new/"
    page.unlink()

    outcome = writing.site.build({page})

    assert "/new/" in outcome.changed
    assert outcome.goto is None
    assert not (writing.output / "new").exists()


def test_a_text_that_moved_is_shown_where_it_is_now(writing: Writing) -> None:
    page = writing.project.page()
    assert writing.site.build({page}).good
    moved = page.rename(page.with_name("moved.md"))

    assert writing.site.build({page, moved}).goto == "/moved/"


def test_a_template_slip_is_told_by_its_line(writing: Writing) -> None:
    name = "theme/templates/page.html"

    assert writing.save(name, "{% block main %}", "{% blok main %}")[2][0].startswith('2: there is no statement "blok"')
    assert writing.save(name, "{% blok main %}", "{% block main %}")[2] == []


def test_while_a_plugin_does_what_is_not_known_here_each_save_is_a_whole_build(writing: Writing) -> None:
    def shout(generators: list[object]) -> None:
        del generators

    was = writing.site.built
    signals.all_generators_finalized.connect(shout)

    writing.save(ABOUT, "\n---\n", "\n---\nNew words.\n\n")

    signals.all_generators_finalized.disconnect(shout)
    assert writing.site.built is not was
