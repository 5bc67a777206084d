"""Colors live in the tokens, force is kept for [hidden], and each sheet is one layer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from plugins.faults import ROOT

if TYPE_CHECKING:
    from pathlib import Path

THEME = ROOT / "theme"
LAYERS = ("reset", "tokens", "base", "layout", "components", "utilities")
SHEETS = sorted((*THEME.glob("css/*.css"), *THEME.glob("components/*/*.css")))
EACH = pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
COLOR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\(|:[^;{]*\b(?:white|black|red|green|blue|gr[ae]y)\b",
    re.IGNORECASE,
)


def css_of(path: Path) -> str:
    return COMMENT.sub("", path.read_text(encoding="utf-8")).strip()


@EACH
def test_raw_colors_stand_in_the_tokens_alone(path: Path) -> None:
    if path.name == "tokens.css":
        assert COLOR.search(css_of(path))
    else:
        assert COLOR.findall(css_of(path)) == []


@EACH
def test_force_is_kept_for_what_is_hidden(path: Path) -> None:
    forced = re.findall(r"([^{}]*)\{[^{}]*!important[^{}]*\}", css_of(path))

    assert [selector.strip() for selector in forced] == (["[hidden]"] if path.name == "reset.css" else [])


@EACH
def test_a_sheet_is_one_layer_from_its_first_line_to_its_last(path: Path) -> None:
    css = css_of(path)
    if path.name == "layers.css":
        assert css == f"@layer {', '.join(LAYERS)};"
        return

    depth, ends = 0, []
    for place, character in enumerate(css):
        depth += {"{": 1, "}": -1}.get(character, 0)
        if character == "}" and depth == 0:
            ends.append(place)

    assert re.match(rf"@layer ({'|'.join(LAYERS)}) \{{", css)
    assert ends == [len(css) - 1]
    assert depth == 0


@EACH
def test_nothing_is_asked_of_anyone(path: Path) -> None:
    assert not re.search(r"@import|url\(|@font-face", css_of(path))
