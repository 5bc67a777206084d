"""A site that stands there as it would be built is left alone, and any other is built."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tools.rebuild import ingredients

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Outcome, Project

ABOUT = "content/about.md"
LEFT = "Nothing has changed since it was built."
TODAY, TOMORROW = "1796083200", "1796169600"  # seconds since 1970
WORK = "@online{nobody1999,\n  author={A},\n  title={B},\n  study={label},\n  direction={for},\n}\n"
OWN = ("-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
COMMIT = ("git", *OWN, "commit", "--quiet", "--allow-empty", "-mOne")


def append(name: str, more: str) -> Callable[[Project], object]:
    """What adds ``more`` to a file's end."""
    return lambda project: project.write(name, (project.path / name).read_text(encoding="utf-8") + more)


def commit(project: Project) -> None:
    """Commit nothing."""
    subprocess.run(COMMIT, cwd=project.path, check=True)


CHANGES: dict[str, Callable[[Project], object]] = {
    "a text": append(ABOUT, "More.\n"),
    "a new text": lambda project: project.page(),
    "a text that is gone": lambda project: (project.path / ABOUT).unlink(),
    "a text that moved": lambda project: (project.path / ABOUT).rename(project.path / "content/us.md"),
    "a picture": append("content/images/how-long-relief-lasts.svg", "\n"),
    "data": append("data/clinic.toml", "\n"),
    "a sheet": append("theme/css/base.css", "\n"),
    "a template": append("theme/templates/page.html", "\n"),
    "a plugin": append("plugins/related.py", "\n"),
    "a tool": append("tools/build.py", "\n"),
    "the settings": append("publishconf.py", "\n"),
    "the commit": commit,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_a_build_depends_on_counts(project: Project, change: Callable[[Project], object]) -> None:
    subprocess.run(["git", "init", "--quiet"], cwd=project.path, check=True)
    before = ingredients(project.path, production=True, drafts=False)
    assert ingredients(project.path, production=True, drafts=False) == before

    change(project)

    assert ingredients(project.path, production=True, drafts=False) != before


def test_options_and_the_day_count(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    ways = [(True, True), (True, False), (False, False)]
    known = {ingredients(project.path, production=production, drafts=drafts) for production, drafts in ways}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TOMORROW)

    assert len({*known, ingredients(project.path, production=True, drafts=False)}) == len(ways) + 1


def test_bytecode_and_locks_do_not_count(project: Project) -> None:
    before = ingredients(project.path, production=True, drafts=False)

    project.write("plugins/__pycache__/new.cpython-311.pyc", "")
    (project.path / "content/.#about.md").symlink_to("editor@machine.1234")  # Emacs's lock, which leads to no file

    assert ingredients(project.path, production=True, drafts=False) == before


def rebuild(project: Project, *options: str) -> Outcome:
    """As `invoke build` does."""
    return project.run("-m", "tools.rebuild", *options, SOURCE_DATE_EPOCH=TODAY)


def built(outcome: Outcome) -> bool:
    """Whether there was a build, and a good one."""
    assert outcome.code == 0
    return LEFT not in outcome.text


def test_only_the_site_that_would_be_built_is_left_alone(project: Project) -> None:
    project.forget()
    project.write("data/references.bib", WORK + (project.path / "data/references.bib").read_text(encoding="utf-8"))
    home = project.output / "index.html"
    first = rebuild(project)
    assert built(first)
    good, there = home.read_bytes(), project.output.stat().st_ino

    again = rebuild(project)

    assert not built(again)
    assert again.lines == [line for line in first.lines if 'warning: no page cites "nobody1999"' in line] != []
    assert project.output.stat().st_ino == there

    for spoil in (
        lambda: home.write_bytes(b"Spoiled"),
        lambda: home.unlink(),
        lambda: (project.output / "foreign.html").touch(),
        lambda: shutil.rmtree(project.output),
        lambda: (project.path / ".cache/memory.db").unlink(),
    ):
        spoil()
        assert built(rebuild(project))
        assert home.read_bytes() == good
        assert not (project.output / "foreign.html").exists()
        assert not built(rebuild(project))
    assert built(rebuild(project, "--fresh"))


def test_what_is_saved_during_a_build_and_taken_back_does_not_stay(project: Project) -> None:
    project.forget()
    # The settings are read when a build has begun.
    save = f"\nwith (ROOT / '{ABOUT}').open('a') as text:\n    text.write('Saved meanwhile.')\n"
    append("pelicanconf.py", save)(project)
    assert built(rebuild(project))
    assert "Saved meanwhile." in (project.output / "about/index.html").read_text(encoding="utf-8")

    project.replace(ABOUT, "Saved meanwhile.", "")

    assert built(rebuild(project))


def test_a_refused_site_is_built_again(project: Project) -> None:
    append(ABOUT, "\n[Nowhere](/nowhere/)\n")(project)

    assert rebuild(project).code == rebuild(project).code == 1
