"""Edits as editors make them, at random, and what must be true after each."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule
from pelican.log import LimitFilter

from plugins.faults import BuildRefused, Fault
from tests.conftest import Project
from tools.build import build
from tools.warm.site import WarmSite

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = (
    'Some new words -- with "quotes" and the clinic\'s own.',
    "Ketamine is approved as an anesthetic [@fda2023; @ketaminelabel].",
    "[About us]({filename}/about.md) and [depression]({filename}/services/depression.md).",
    "[Call us](clinic:call), or read about [](clinic:hours).",
    "![A curve](/images/how-long-relief-lasts.svg)",
    "### A heading of its own\n\nWords below it.",
    '!!! note "Mind"\n    A callout.',
    "Long words. " * 300,
)
SLIPS = (
    "[Nowhere]({filename}/nowhere.md).",
    "A source that nobody knows [@nobody1999].",
    "[No fact](clinic:nothing).",
    "![](/images/none.svg)",
)
FIELDS = (
    "Order: 3",
    "Menu: footer",
    "Menu_title: Another name",
    "Status: draft",
    "Status: hidden",
    "Conditions: [ptsd]",
    "Reviewed: 2026-01-02",
    "Reviewed: 2026-01-02\nReviewer: reviewer",
    "Reviewed: soon",
    "Order: [",
    "Colour: blue",
)
FACTS = (
    ("data/clinic.toml", 'tagline = "', 'tagline = "Now: '),
    ("data/people.toml", 'name = "', 'name = "Dr. '),
    ("data/evidence.toml", 'sentence = "', 'sentence = "So: '),
    ("data/synonyms.toml", "[groups]\n", '[groups]\nhello = ["hello there", "good day"]\n'),
    ("data/references.bib", "  title     = {", "  title     = {On: "),
    ("theme/components/skip-link/skip-link.html", "Skip to", "Hop to"),
    ("theme/css/base.css", "@layer base {", "@layer base { .new { color: inherit; }"),
    ("theme/templates/page.html", "<h1>", '<h1 class="new">'),
    ("theme/templates/page.html", "{% block after %}", "{% block after %}{{ nothing.here }}"),
)
NAMES = st.sampled_from(["one", "two", "three"])


def files(folder: Path) -> dict[str, bytes]:
    """Every file below ``folder`` by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def clean_build(root: Path, output: Path) -> list[Fault]:
    """Build from nothing; the faults and warnings."""
    LimitFilter._raised_messages.clear()  # as in a new process
    try:
        return build(output, root=root)
    except BuildRefused as refused:
        return refused.faults
    finally:
        sys.modules.pop("pelicanconf", None)  # or the next production build would begin with this project's settings


class Editing(RuleBasedStateMachine):
    """After each edit the warm site is what a clean build makes, or the last good one, and the faults are the same."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.project = Project(self.folder / "project")
        self.warm, self.clean = self.folder / "warm", self.folder / "clean"
        self.site = WarmSite(self.project.path, self.warm)
        self.saved()

    def teardown(self) -> None:
        """Remove everything."""
        shutil.rmtree(self.folder)

    def texts(self) -> list[Path]:
        """The texts that may be edited."""
        return sorted(self.project.path.glob("content/**/*.md"))

    def saved(self, *paths: Path) -> None:
        """Build what was saved, and compare."""
        before = files(self.warm) if self.warm.exists() else {}
        outcome = self.site.build(set(paths))
        assert outcome.faults == clean_build(self.project.path, self.clean)
        if outcome.good:
            self.site.settle()
            assert files(self.warm) == files(self.clean)
        else:
            assert files(self.warm) == before

    def edit(self, path: Path, change: Callable[[str], str]) -> None:
        """Change one text and build."""
        path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
        self.saved(path)

    @rule(data=st.data(), words=st.sampled_from(WORDS))
    def words(self, data: st.DataObject, words: str) -> None:
        """Words at the end of a text."""
        self.edit(data.draw(st.sampled_from(self.texts())), lambda text: f"{text}\n\n{words}\n")

    @rule(data=st.data(), words=st.text("abc -'\"\n#*[](){}<>&é", min_size=1, max_size=40))
    def odd_words(self, data: st.DataObject, words: str) -> None:
        """Words with anything in them, at the end of a text."""
        self.edit(data.draw(st.sampled_from(self.texts())), lambda text: f"{text}\n\n{words}\n")

    @rule(data=st.data())
    def fewer_words(self, data: st.DataObject) -> None:
        """The last line of a text goes."""
        self.edit(data.draw(st.sampled_from(self.texts())), lambda text: f"{text.rstrip().rpartition(chr(10))[0]}\n")

    @rule(data=st.data(), slip=st.sampled_from(SLIPS))
    def slip_and_mend(self, data: st.DataObject, slip: str) -> None:
        """A slip, perhaps a save elsewhere meanwhile, and the slip mended."""
        path = data.draw(st.sampled_from(self.texts()))
        text = path.read_text(encoding="utf-8")
        self.edit(path, lambda text: f"{text}\n\n{slip}\n")
        if data.draw(st.booleans()):
            self.edit(data.draw(st.sampled_from(self.texts())), lambda text: f"{text}\n\nMeanwhile elsewhere.\n")
        self.edit(path, lambda _: text)

    @rule(data=st.data(), title=st.sampled_from(["Other", "It's new & more", '"Quoted: a title"']))
    def title(self, data: st.DataObject, title: str) -> None:
        """A title."""

        def change(text: str) -> str:
            return "\n".join(f"Title: {title}" if line.startswith("Title:") else line for line in text.split("\n"))

        self.edit(data.draw(st.sampled_from(self.texts())), change)

    @rule(data=st.data(), field=st.sampled_from(FIELDS))
    def field_and_back(self, data: st.DataObject, field: str) -> None:
        """A field of front matter, good or bad, or written twice, and as it was."""
        path = data.draw(st.sampled_from(self.texts()))
        text = path.read_text(encoding="utf-8")
        self.edit(path, lambda text: text.replace("---\n", f"---\n{field}\n", 1))
        self.edit(path, lambda _: text)

    @rule(name=NAMES, condition=st.sampled_from(["depression", "ptsd"]))
    def new_service(self, name: str, condition: str) -> None:
        """A service, new or written anew."""
        fields = {"Title": f"Service {name}", "Condition": condition, "Reviewed": "not yet"}
        self.saved(self.project.page(f"content/services/{name}.md", "Words.", **fields))

    @rule(name=NAMES)
    def new_article(self, name: str) -> None:
        """An article of an opening and a section, new or written anew."""
        folder = f"content/articles/{name}"
        opening = self.project.page(f"{folder}/index.md", "An opening.", Title=f"On {name}", Date="2026-01-02")
        section = self.project.write(f"{folder}/1-first.md", "---\nTitle: First\n---\nWords.\n")
        self.saved(opening, section)

    @rule(data=st.data())
    def gone_and_back(self, data: st.DataObject) -> None:
        """A text goes and comes back."""
        path = data.draw(st.sampled_from(self.texts()))
        text = path.read_text(encoding="utf-8")
        path.unlink()
        self.saved(path)
        path.write_text(text, encoding="utf-8")
        self.saved(path)

    @rule(data=st.data(), name=NAMES)
    def moved(self, data: st.DataObject, name: str) -> None:
        """A service moves, perhaps onto another."""
        path = data.draw(st.sampled_from(sorted(self.project.path.glob("content/services/*.md"))))
        self.saved(path, path.rename(path.with_name(f"{name}.md")))

    @rule(fact=st.sampled_from(FACTS))
    def fact_and_back(self, fact: tuple[str, str, str]) -> None:
        """A fact, a style or a template, and as it was."""
        path = self.project.path / fact[0]
        text = path.read_text(encoding="utf-8")
        self.project.replace(*fact)
        self.saved(path)
        path.write_text(text, encoding="utf-8")
        self.saved(path)

    @rule()
    def drawing_redrawn(self) -> None:
        """A picture is another under the same name."""
        picture = self.project.path / "content/images/how-long-relief-lasts.svg"
        picture.write_text(
            picture.read_text(encoding="utf-8").replace("<svg ", '<svg data-new="" ', 1), encoding="utf-8"
        )
        self.saved(picture)
