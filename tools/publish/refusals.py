"""Say every reason why a site may not be published, all at once."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from plugins.faults import BuildRefused, Fault, Source
from plugins.models.days import today
from plugins.models.placeholder import PLACEHOLDER
from plugins.models.texts import texts
from plugins.reviews import Standing
from plugins.sections import FOLDER, OPENING
from tools.addresses.built import addresses_of
from tools.addresses.ledger import LOST, Ledger
from tools.check.project import check_project
from tools.check.reviews import TODO
from tools.publish import commits
from tools.publish.switches import notices_off, unanswered
from tools.reviews.calendar import calendar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from tools.publish.manifest import Manifest

DRAFT = re.compile(r"^status:\s*[\"']?draft\b", re.IGNORECASE | re.MULTILINE)
# What stands here is nobody's until data/clinic.toml names it, and its placeholder is told there.
OFFERED = {"form-providers.toml"}
BEFORE, AFTER = re.compile(r"[\s\"=(\[<>]"), re.compile(r"[\n\"`<>]|==|\]\(|\)")


class Case(NamedTuple):
    """What is to be published: the project, the built folder, and what the host shows now (None: nothing)."""

    root: Path
    folder: Path | None
    preview: bool
    published: Manifest | None = None


def uncommitted(case: Case) -> Iterator[Fault]:
    """What is published can be found again: it is a commit."""
    if commits.commit_of(case.root) is None:
        yield Fault(".", 1, 1, "this folder has no commit", "type git init, git add --all, git commit")
    for path in commits.uncommitted(case.root):
        yield Fault(path, 1, 1, "this is not committed", "commit it, or put it back")


def in_order(case: Case) -> Iterator[Fault]:
    """Every check passes."""
    yield from (fault for fault in check_project(case.root, case.folder) if not fault.warning)


def confirmed(case: Case) -> Iterator[Fault]:
    """Nothing is left to be confirmed."""
    if case.preview:
        return
    found = [*typed(case.root)]
    yield from found
    if not found and case.folder:
        yield from still_shown(case.folder)


def typed(root: Path) -> Iterator[Fault]:
    """Every placeholder of the facts and texts that are published."""
    facts = (root / "data").glob("*.toml")
    unseen = OFFERED | notices_off(root)
    files = [path for path in (*facts, *texts(root / "content")) if path.name not in unseen and not is_draft(path)]
    return (fault for path in files for fault in placeholders(Source.read(path)))


def answered(case: Case) -> Iterator[Fault]:
    """Every question about the clinic on which a rule hangs stands in data/clinic.toml."""
    if case.preview:
        return
    for name, question in unanswered(case.root):
        facts = Source.read(case.root / "data" / "clinic.toml")
        todo = f'add [switches.{name}] with answer = "yes" or "no"'
        yield facts.fault(f"the clinic has not said {question}", todo, facts.find("[switches."))


def still_shown(folder: Path) -> Iterator[Fault]:
    """Every page with a placeholder that nobody typed into a text or a fact."""
    for path in folder.rglob("*.html"):
        source = Source.read(path)
        for fault in placeholders(source):
            todo = "choose a form service in data/clinic.toml, or mend the template that says so"
            yield replace(fault, path=path.relative_to(folder).as_posix(), todo=todo)


def reviewed(case: Case) -> Iterator[Fault]:
    """A clinician has reviewed every clinical page; of those that are overdue, ``in_order`` tells."""
    if case.preview:
        return
    try:
        entries = calendar(case.root, today(), set())
    except BuildRefused:  # and so does it of data that cannot be read
        return
    for entry in entries:
        if entry.standing == Standing.NEVER:
            yield entry.source.fault("no clinician has reviewed this yet", TODO, entry.at)


def is_draft(path: Path) -> bool:
    """Whether a text, or the article that it is a section of, is not published yet."""
    opening = path.with_name(OPENING)
    in_article = path.parent.parent.name == FOLDER and opening.is_file()
    fronts = [Source.read(text).text.split("---")[1:2] for text in {path, opening if in_article else path}]
    return path.suffix == ".md" and any(DRAFT.search(front) for begins in fronts for front in begins)


def placeholders(source: Source) -> Iterator[Fault]:
    """Every placeholder in a file, but for those in comments."""
    without_comments = re.sub(r"^#.*|\s#\s.*", lambda comment: " " * len(comment[0]), source.text, flags=re.MULTILINE)
    text = without_comments if source.path.suffix == ".toml" else source.text
    for match in PLACEHOLDER.finditer(text):
        begins = match.start() - len(BEFORE.split(text[: match.start()])[-1])
        words = AFTER.split(text[begins:])[0].strip()
        yield source.fault(f'"{words}" is a placeholder', "write what is true", begins)


def nothing_lost(case: Case) -> Iterator[Fault]:
    """Every address that was ever published is still there, leads on, or is said to be gone."""
    if not case.folder:
        return
    ledger, addresses = Ledger.read(case.root), addresses_of(case.folder)
    if case.published and not case.published.preview:
        known = addresses | ledger.tables.published.keys() | ledger.redirects.keys() | ledger.gone.keys()
        for address in sorted(case.published.addresses - known):
            yield ledger.source.fault(f'"{address}" {LOST[0]}', LOST[1])


RULES: tuple[Callable[[Case], Iterable[Fault]], ...] = (
    uncommitted,
    in_order,
    confirmed,
    answered,
    reviewed,
    nothing_lost,
)


def reasons(case: Case) -> list[Fault]:
    """Every reason, each once, in the order of RULES, within a rule by file."""
    return list(dict.fromkeys(fault for rule in RULES for fault in sorted(rule(case))))
