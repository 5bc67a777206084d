"""The real site goes from nothing to online, and is refused with every reason at once."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.conftest import Project
from tests.tools.publish.finished import commit, finish, git, publish
from tests.tools.publish.samples import PAGES, release, site_of
from tools.publish import publish as publishing
from tools.publish.host import Task
from tools.publish.hosts import NoSuchHost, find, names
from tools.publish.manifest import PATH, Manifest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def online(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The project, finished, and published to GitHub Pages once."""
    project = finish(Project(tmp_path_factory.mktemp("publish") / "project"))
    done = publish(project, "github-pages")
    assert done.code == 0, done.text
    assert "There now: nothing" in done.text
    assert re.search(r"data/addresses.toml has \d+ new lines: commit it\.", done.text)
    return project


def shown(project: Project, path: str = PATH) -> str:
    return git(project.path.parent / "remote", "show", f"gh-pages:{path}")


def test_what_is_online_is_the_site_and_the_ledger_knows_it(online: Project) -> None:
    manifest = Manifest.read(shown(online))

    assert manifest is not None
    assert manifest.commit == git(online.path, "rev-parse", "HEAD").strip()
    assert manifest.site == "https://www.clinic.example"
    assert shown(online, "CNAME") == "www.clinic.example\n"
    assert "noindex" not in shown(online, "index.html")
    ledger = (online.path / "data/addresses.toml").read_text(encoding="utf-8")
    assert set(re.findall(r'^"(.*)" = \d', ledger, re.MULTILINE)) == manifest.addresses


def test_the_next_one_is_refused_with_every_reason_at_once(online: Project) -> None:
    before = shown(online)
    page = online.path / "content/accessibility.md"
    page.rename(page.with_name("access.md"))
    for path in (online.path / "content").rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("{filename}/accessibility.md", "{filename}/access.md"), encoding="utf-8")
    commit(online)
    online.replace("content/about.md", "\n## ", "\nCome ==To be confirmed: where== and speling.\n\n## ")

    plan = publish(online, "github-pages", "--dry-run", "--format", "json")
    (reasons,) = (json.loads(line) for line in [plan.text[plan.text.index("{") : plan.text.rindex("}") + 1]])
    refused = sorted({re.sub(r"^(\S+?):\d+:\d+: ", r"\1: ", reason) for reason in reasons["refused"]})
    assert refused == [
        'content/about.md: "To be confirmed: where" is a placeholder; write what is true',
        'content/about.md: "speling" is not in the dictionary; did you mean "spelling"? '
        "If it is right as it is, add it to data/words.txt",
        "content/about.md: this is not committed; commit it, or put it back",
        'data/addresses.toml: "/accessibility/" was published, and nothing is there now; '
        "lead it on in [redirects], or say in [gone] why it is gone",
    ]
    assert reasons["addresses"]["removed"] == ["/accessibility/"]
    assert reasons["addresses"]["added"] == ["/access/"]
    assert plan.code == 1
    assert "Nothing was published: 4 reasons." in plan.lines
    assert shown(online) == before


def test_a_preview_shows_placeholders_and_stays_out_of_search_engines(tmp_path: Path) -> None:
    project = finish(Project(tmp_path / "project"))
    project.replace("content/about.md", "\n## ", "\nCome ==To be confirmed: where==.\n\n## ")
    commit(project)

    done = publish(project, "github-pages", "--preview")

    assert done.code == 0, done.text
    for path in ("index.html", "about/index.html"):
        assert '<meta name="robots" content="noindex">' in shown(project, path)
        assert "<strong>A preview.</strong>" in shown(project, path)
    assert "<mark>To be confirmed: where</mark>" in shown(project, "about/index.html")
    assert git(project.path, "status", "--porcelain") == "", "what only a preview had is no promise"


def test_what_cannot_be_done_is_told_before_anything_is_built(capsys: pytest.CaptureFixture[str]) -> None:
    codes = [
        publishing.publish("github", environment={}),
        publishing.publish("netlify", environment={}),
        publishing.rollback("s3", environment={"PUBLISH_S3_BUCKET": "clinic"}),
    ]

    assert codes == [1, 1, 1]
    assert capsys.readouterr().err.splitlines() == [
        'There is no host "github"; did you mean "github-pages"?',
        "To publish to netlify, set these variables of the environment:",
        "  NETLIFY_AUTH_TOKEN: a personal access token, for Netlify's client",
        "  NETLIFY_SITE_ID: the site's id, from its settings at Netlify",
        "s3 keeps no release to go back to; check out the commit and publish that.",
    ]


def test_a_preview_does_not_take_the_place_of_the_site(tmp_path: Path) -> None:
    site, preview = (
        release(tmp_path / kind, PAGES, "github-pages", site_of(preview=kind == "preview")).after
        for kind in ("site", "preview")
    )
    host = find("github-pages")(Task(tmp_path, site.site, preview=True))

    assert [bool(publishing.in_the_way(host, before)) for before in (site, preview, None)] == [True, False, False]


def test_every_host_is_found_by_its_name() -> None:
    assert names() == ["cloudflare-pages", "github-pages", "netlify", "s3", "server"]
    assert [find(name).name for name in names()] == names()
    with pytest.raises(NoSuchHost, match="choose one of cloudflare-pages, github-pages"):
        find("ftp")
