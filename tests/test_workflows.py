"""The workflows of GitHub and GitLab are what those read, pin what they run, and call tasks that exist."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from invoke import Task
from ruamel.yaml import YAML

import tasks
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
SCHEMAS = dict.fromkeys(WORKFLOWS, "vendor.github-workflows") | {
    ROOT / ".github" / "dependabot.yml": "vendor.dependabot",
    ROOT / ".gitlab-ci.yml": "vendor.gitlab-ci",
}
PINNED = re.compile(r"(?:\./\.github/workflows/[\w.-]+|[\w-]+/[\w-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+)")
CALLED = re.compile(r"(?:\binvoke|\bmake) ([a-z-]+)")


def is_valid(text: str, schema: str) -> bool:
    """Whether a file of this text fits one of check-jsonschema's own copies of the schema."""
    transform = ["--data-transform", "gitlab-ci"] if schema.endswith("gitlab-ci") else []
    command = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--builtin-schema",
        schema,
        *transform,
        "--default-filetype",
        "yaml",
    ]
    return subprocess.run([*command, "-"], input=text, text=True, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize(("path", "schema"), SCHEMAS.items(), ids=lambda value: getattr(value, "name", ""))
def test_its_reader_takes_it(path: Path, schema: str) -> None:
    text = path.read_text(encoding="utf-8")

    assert is_valid(text, schema)
    assert not is_valid(
        text.replace("runs-on:", "run-on:").replace("script:", "skript:").replace("version:", "v:"), schema
    )


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_it_runs_only_pinned_actions_with_few_rights_and_an_end(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    workflow = YAML(typ="safe").load(text)

    used = re.findall(r"uses: (.*)", text)
    assert [action for action in used if not PINNED.fullmatch(action)] == []
    assert workflow["permissions"] == {"contents": "read"}
    for job in workflow["jobs"].values():
        assert "uses" in job or job["timeout-minutes"] <= 30
        assert set(job.get("permissions", {})) <= {"contents", "pull-requests"}


@pytest.mark.parametrize("path", [*WORKFLOWS, ROOT / ".gitlab-ci.yml"], ids=lambda path: path.name)
def test_every_task_that_it_calls_exists(path: Path) -> None:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.lstrip().startswith("#")]
    called = CALLED.findall("\n".join(lines))

    assert [name for name in called if not isinstance(getattr(tasks, name, None), Task)] == []


def test_a_tag_in_place_of_a_commit_is_no_pin() -> None:
    assert not PINNED.fullmatch("actions/checkout@v5")
    assert PINNED.fullmatch("actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8  # v5.0.0")


def test_publishing_hands_every_host_what_it_asks_for() -> None:
    hosts = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tools/publish/hosts").glob("*.py"))
    workflow = (ROOT / ".github/workflows/publish.yml").read_text(encoding="utf-8")

    asked = set(re.findall(r'"((?:PUBLISH|NETLIFY|CLOUDFLARE)_[A-Z0-9_]+)"', hosts))
    assert len(asked) > 10
    assert [name for name in sorted(asked) if f"{name}: ${{{{" not in workflow] == []
