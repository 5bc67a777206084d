"""A folder is dressed by hand for one host, and a wrong word is answered with the right ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tools.publish.promises import small_site
from tools.publish.dress import FORMATS
from tools.publish.dress.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path


def test_what_the_host_reads_lies_beside_the_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = small_site(tmp_path)

    assert main(["cloudfront", str(folder)]) == 0
    assert capsys.readouterr().out == "What the host itself reads is in output.host/.\n"
    assert {path.name for path in (tmp_path / "output.host" / "cloudfront").iterdir()} == {
        "errors.json",
        "function.js",
        "headers.json",
    }


@pytest.mark.parametrize("words", [[], ["apache", "."], ["nginx", "nowhere"], ["nginx"]])
def test_anything_else_is_told_what_there_is(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    assert capsys.readouterr().err == f"Type a format ({', '.join(FORMATS)}) and a folder that was built.\n"
