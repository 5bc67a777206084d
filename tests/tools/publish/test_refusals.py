"""Every reason against publishing is told at once, where it can be mended."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

from plugins.faults import ROOT, Source
from tests.conftest import write_files
from tests.tools.publish.samples import PAGES, release, site_of
from tools.publish.commits import commit_of, uncommitted
from tools.publish.refusals import Case, answered, confirmed, nothing_lost, placeholders, reviewed
from tools.publish.refusals import uncommitted as uncommitted_files

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from plugins.faults import Fault

LEDGER = '[published]\n"/" = 2026-01-01\n\n[redirects]\n\n[gone]\n"/blog/" = "we write none"\n'


def told(faults: Iterable[Fault], root: Path) -> list[str]:
    return [str(fault).removeprefix(f"{root}/") for fault in faults]


def git(folder: Path, *words: str) -> None:
    who = ["-c", "user.name=A tester", "-c", "user.email=tester@example.com"]
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


def test_what_is_not_committed_is_named(tmp_path: Path) -> None:
    assert told(uncommitted_files(Case(tmp_path, None, preview=False)), tmp_path) == [
        ".:1:1: this folder has no commit; type git init, git add --all, git commit"
    ]
    write_files(tmp_path, {"a.md": "a", "b c.md": "b", ".gitignore": "*.log\n"})
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "Begin")
    assert uncommitted(tmp_path) == []
    assert len(commit_of(tmp_path) or "") == 40

    write_files(tmp_path, {"a.md": "other", "new/d.md": "d", "x.log": "no"})
    (tmp_path / "b c.md").unlink()
    assert told(uncommitted_files(Case(tmp_path, None, preview=False)), tmp_path) == [
        f"{name}:1:1: this is not committed; commit it, or put it back" for name in ("a.md", "b c.md", "new/d.md")
    ]


def test_placeholders_are_found_where_they_are_typed(tmp_path: Path) -> None:
    toml = (
        'name = "Real"\nlegal = "To be confirmed: registered name"  # To be named: in a comment\n# To be named: too\n'
    )
    files = {
        "data/clinic.toml": toml,
        "data/form-providers.toml": 'endpoint = "https://forms.example.com/f"\n',
        "content/about.md": "---\nTitle: About\n---\nWe are ==To be named: people==, and [this](https://example.org/x).\n",
        "content/draft.md": "---\nTitle: Draft\nStatus: draft\n---\n==To be confirmed: all==\n",
        "content/articles/one/index.md": "---\nTitle: One\nStatus: draft\n---\nWords.\n",
        "content/articles/one/1-a.md": "---\nTitle: A\n---\n==To be confirmed: all==\n",
        "content/articles/two/index.md": "---\nTitle: Two\n---\nWords, Status: draft\n",
        "content/articles/two/1-b.md": "---\nTitle: B\nStatus: Draft\n---\n==To be confirmed: all==\n",
    }
    write_files(tmp_path, files)

    assert told(confirmed(Case(tmp_path, None, preview=False)), tmp_path) == [
        'data/clinic.toml:2:10: "To be confirmed: registered name" is a placeholder; write what is true',
        'content/about.md:4:10: "To be named: people" is a placeholder; write what is true',
        'content/about.md:4:44: "https://example.org/x" is a placeholder; write what is true',
    ]
    assert list(confirmed(Case(tmp_path, None, preview=True))) == []


def test_what_no_law_asks_for_need_not_be_confirmed_and_each_question_must_stand_there(tmp_path: Path) -> None:
    facts = (ROOT / "data/clinic.toml").read_text(encoding="utf-8")
    open_question = '"To be confirmed: whether the clinic takes Medicare, Medicaid or other federal money"'
    facts = facts.replace(open_question, '"no"\nreason = "It takes none."\ndecided = 2026-11-02')
    facts = re.sub(r"\[switches\.self_pay\]\n.*\n", "", facts)
    words = "---\nTitle: A\n---\n==To be confirmed: a day==\n"
    files = {f"content/{name}.md": words for name in ("nondiscrimination", "language-assistance", "about")}
    data = {
        f"data/{name}": (ROOT / "data" / name).read_text(encoding="utf-8") for name in ("laws.toml", "taglines.toml")
    }
    write_files(tmp_path, {"data/clinic.toml": facts, **data, **files})
    case = Case(tmp_path, None, preview=False)

    paths = {fault.path.removeprefix(f"{tmp_path}/") for fault in confirmed(case)}
    assert paths == {"data/clinic.toml", "content/about.md"}
    (fault,) = answered(case)
    assert fault.what == "the clinic has not said whether anybody pays for care without insurance"
    assert fault.todo == 'add [switches.self_pay] with answer = "yes" or "no"'
    assert list(answered(case._replace(preview=True))) == []


def test_what_nobody_typed_and_a_page_shows_is_found_too(tmp_path: Path) -> None:
    page = "<p>\nIt goes to <mark>To be named: the form service</mark>.</p>"
    folder = write_files(tmp_path / "site", {"form/index.html": page})
    write_files(tmp_path, {"data/clinic.toml": 'name = "Real"\n', "content/about.md": "---\nTitle: About\n---\n"})

    assert told(confirmed(Case(tmp_path, folder, preview=False)), tmp_path) == [
        'form/index.html:2:18: "To be named: the form service" is a placeholder; '
        "choose a form service in data/clinic.toml, or mend the template that says so"
    ]


def test_every_placeholder_of_the_real_facts_is_found() -> None:
    found = {fault.line for fault in placeholders(Source.read(ROOT / "data/clinic.toml"))}
    lines = (ROOT / "data/clinic.toml").read_text(encoding="utf-8").splitlines()

    assert {lines[line - 1].split(" = ")[0] for line in found} >= {"legal_name", "url", "email", "telephone", "sunday"}


def test_what_the_host_shows_and_the_ledger_does_not_know_is_not_lost_either(tmp_path: Path) -> None:
    published = release(tmp_path / "old", PAGES | {"blog/index.html": ""}, "nginx", site_of()).after
    files = {name: text for name, text in PAGES.items() if name != "old/index.html"}
    folder = write_files(tmp_path / "site", files)
    write_files(tmp_path, {"data/addresses.toml": LEDGER})
    case = Case(tmp_path, folder, preview=False, published=published)
    todo = "lead it on in [redirects], or say in [gone] why it is gone"

    assert told(nothing_lost(case), tmp_path) == [
        f'data/addresses.toml:1:1: "/old/" was published, and nothing is there now; {todo}'
    ]
    was_preview = published.model_copy(update={"preview": True})
    assert list(nothing_lost(case._replace(published=was_preview))) == []
    assert list(nothing_lost(case._replace(published=None))) == []
    write_files(tmp_path, {"data/addresses.toml": LEDGER.replace("[redirects]\n", '[redirects]\n"/old/" = "/"\n')})
    assert list(nothing_lost(case)) == []


def test_what_no_clinician_has_reviewed_is_named_but_for_a_preview() -> None:
    (first, *_) = found = told(reviewed(Case(ROOT, None, preview=False)), ROOT)

    assert first.endswith('no clinician has reviewed this yet; have it reviewed, and write the day in "Reviewed"')
    assert "content/services/ptsd.md:7:1:" in " ".join(found)
    assert told(reviewed(Case(ROOT, None, preview=True)), ROOT) == []
