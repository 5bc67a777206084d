"""A component's script is published under a name of its own and loaded where its hook stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from plugins.scripts import HOOK, Script, Scripts, gather
from tests.conftest import write_files
from tests.plugins.complaints import built

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Project


def test_scripts_are_minified_and_named_after_their_code(tmp_path: Path) -> None:
    files = {"components/apple/apple.js": "// why\nexport const a = 1\n\nconst b = 2\n", "components/pear/pear.css": ""}
    (script,) = gather(write_files(tmp_path, files))

    assert script.code == "export const a=1\nconst b=2"
    assert script.file.startswith("scripts/apple-")
    assert script.file != Script("apple", script.code + ";").file


def test_a_page_loads_the_scripts_whose_hook_it_has() -> None:
    apple, pear = Script("apple", "1"), Script("pear", "2")
    scripts = Scripts([apple, pear], "/clinic")

    assert scripts.wanted_by('<p class="pear" data-apple="{}">data-pear=</p>') == [f"/clinic/{apple.file}"]
    assert scripts.wanted_by("<p>data-apple</p>") == []


@given(st.lists(st.sampled_from([" ", "\n", "data-", "a", "-", "=", '"', "<p", ">"])).map("".join))
def test_any_page_has_the_hooks_that_stand_after_white_space(html: str) -> None:
    assert HOOK.findall(html) == re.findall(r"\sdata-([\w-]+)=", html)


def test_the_script_of_the_form_comes_with_the_form_alone(project: Project) -> None:
    output = built(project, "--production").output
    (script,) = output.glob("scripts/consultation-form-*.js")
    address = f'<script type="module" src="/scripts/{script.name}"></script>'

    pages = [path.parent.name for path in output.rglob("*.html") if address in path.read_text(encoding="utf-8")]
    assert pages == ["request-a-consultation"]
