"""A plan says what is going to be done, so that nothing is a surprise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tools.publish.samples import MOVED, NEXT, PAGES, release, site_of
from tools.publish.plan import Plan

if TYPE_CHECKING:
    from pathlib import Path


def test_a_second_release_is_told_by_what_is_new(tmp_path: Path) -> None:
    before = release(tmp_path / "a", PAGES, "nginx", site_of()).after
    plan = release(tmp_path / "b", NEXT, "nginx", site_of(redirects=MOVED, gone={"/x/": "closed"}), "2", before)

    assert plan.text("server", ["rsync"]).splitlines() == [
        "To server: the site, https://clinic.example, commit 2222222222, 7 files, 0.3 kB",
        "There now: commit 1111111111, 7 files",
        "",
        "Addresses",
        "  ~ /",
        "  + /new/",
        "  - /old/",
        "",
        "Other files",
        "  1 added, 1 removed",
        "",
        "Redirects",
        "  /old/ -> /new/",
        "",
        "Gone for good",
        "  /x/",
        "",
        "Headers",
        "  nothing",
        "",
        "Then",
        "  rsync",
    ]


def test_headers_are_told_where_they_change(tmp_path: Path) -> None:
    after = release(tmp_path / "a", PAGES, "nginx", site_of()).after
    (pages, hashed) = [
        index for index, headers in enumerate(after.headers) if "max-age=3600" not in headers["Cache-Control"]
    ]
    older = [dict(headers) for headers in after.headers]
    older[pages] |= {"X-Old": "1", "Cache-Control": "no-store"}
    older[hashed].pop("Cross-Origin-Opener-Policy")
    plan = Plan(after.model_copy(update={"headers": older}), after)

    lines = plan.text("server", []).splitlines()
    assert lines[lines.index("Headers") + 1 : lines.index("Then") - 1] == [
        "  5 files, /404.html, /about/ …",
        "    ~ Cache-Control: public, max-age=0, must-revalidate",
        "    - X-Old: 1",
        "  1 file, named by its bytes",
        "    + Cross-Origin-Opener-Policy: same-origin",
    ]


def test_a_first_release_and_a_program_are_told_all(tmp_path: Path) -> None:
    plan = release(tmp_path / "a", PAGES, "nginx", site_of(preview=True))

    data = plan.data(["rsync"], ["no"])
    assert data["commit"] == {"before": None, "after": "1" * 40}
    assert data["addresses"]["added"] == ["/", "/about/", "/feeds/all.atom.xml", "/old/"]
    assert {path for change in data["headers"] for path in change["paths"]} == PAGES.keys()
    assert (data["preview"], data["commands"], data["refused"]) == (True, ["rsync"], ["no"])
    text = plan.text("server", [])
    assert text.startswith("To server: a preview, unlisted, https://clinic.example")
    assert "There now: nothing" in text
    assert "    + X-Robots-Tag: noindex" in text
