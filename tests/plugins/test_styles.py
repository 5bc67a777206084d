"""One block of styles travels in every page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import rcssmin

from plugins.styles import gather
from tests.conftest import write_files

THEME = Path(__file__).parents[2] / "theme"
LAYERS = "@layer reset,tokens,base,layout,components,utilities;"
SHEETS = sorted((*THEME.glob("css/*.css"), *THEME.glob("components/*/*.css")))


def test_sheets_follow_the_order_of_the_layers_by_name(tmp_path: Path) -> None:
    theme = write_files(
        tmp_path,
        {
            "css/base.css": "b{margin:0}",
            "css/layers.css": "@layer a, b;",
            "components/zebra/zebra.css": "z{margin:0}",
            "components/apple/apple.css": "/* why */\n@layer components {\n  a { margin : 0 }\n}\n",
            "css/zoom.css": "q{margin:0}",
        },
    )
    assert gather(theme) == "@layer a,b;b{margin:0}q{margin:0}@layer components{a{margin:0}z{margin:0}}"


def test_the_themes_styles_begin_with_the_layers() -> None:
    assert gather(THEME).startswith(LAYERS)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: str(path.relative_to(THEME)))
def test_every_sheet_is_in_exactly_one_layer(sheet: Path) -> None:
    css = rcssmin.cssmin(sheet.read_text(encoding="utf-8"))
    if sheet.name == "layers.css":
        assert css == LAYERS
        return
    (layer,) = re.findall(r"@layer ([\w-]+)\{", css)
    assert layer in LAYERS
    assert css.startswith(f"@layer {layer}{{"), "nothing stands before the layer"
    depth = 0
    for place, sign in enumerate(css):
        depth += (sign == "{") - (sign == "}")
        assert depth > 0 or sign != "}" or place == len(css) - 1, "nothing stands behind the layer"
    assert depth == 0
    assert (layer == "components") is (sheet.parent.name != "css")


def test_every_page_carries_the_same_block_that_begins_with_the_layers(site: Path) -> None:
    blocks = {
        tuple(re.findall(r"<style>(.*?)</style>", path.read_text(encoding="utf-8"), re.DOTALL))
        for path in site.rglob("*.html")
    }
    ((block,),) = blocks
    assert block.startswith(LAYERS)
