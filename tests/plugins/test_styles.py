"""One block of styles travels in every page, with what that page needs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import rcssmin

from plugins.styles import SHORT_NAMES, Styles, gather, spare
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
    styles = gather(theme)
    assert styles.shared == "@layer a,b;b{margin:0}q{margin:0}"
    assert styles.components == {"apple": "a{margin:0}", "zebra": "z{margin:0}"}


def test_a_page_carries_the_styles_of_the_components_that_stand_on_it() -> None:
    styles = Styles("b{margin:0}", {"apple": ".apple{margin:0}", "pear": ".pear{margin:0}", "plum": ".plum{margin:0}"})

    assert (
        styles.block('<p class="small apple"><b class="plum">plum</b> pear</p>')
        == "b{margin:0}@layer components{.apple{margin:0}.plum{margin:0}}"
    )
    assert styles.block("<p>apple</p>") == "b{margin:0}"


def test_a_page_carries_the_shared_rules_for_classes_that_stand_on_it() -> None:
    styles = Styles("@layer a{p{margin:0}.grid{margin:0}.grid>*{top:0}@media print{.wrap{margin:0}}.b,.c{top:0}}", {})

    assert styles.block('<p class="wrap">') == "@layer a{p{margin:0}@media print{.wrap{margin:0}}.b,.c{top:0}}"


def test_custom_properties_are_left_out_where_nothing_asks_for_them_and_named_shortly_where_something_does() -> None:
    css = (
        ":root{--used:1px;--by-unused:2px;--unused:var(--by-unused);--last:3px}.a--b:hover{top:var(--used,var(--last))}"
    )

    assert spare(css) == ":root{--a:1px;--b:3px}.a--b:hover{top:var(--a,var(--b))}"


def test_the_themes_properties_keep_their_values() -> None:
    """Every name is exchanged for one of its own, wherever it stands."""
    styles = gather(THEME)
    css = str(styles.shared) + "".join(styles.components.values())
    short = dict(zip(dict.fromkeys(re.findall(r"(?<![\w-])--[\w-]+", css)), SHORT_NAMES, strict=False))

    assert len(short) > 50
    assert spare(css) == re.sub(r"(?<![\w-])--[\w-]+", lambda found: short[found[0]], css)


def test_the_themes_styles_begin_with_the_layers() -> None:
    assert gather(THEME).shared.startswith(LAYERS)


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


def test_every_page_carries_one_block_that_begins_with_the_layers(site: Path) -> None:
    for path in site.rglob("*.html"):
        (block,) = re.findall(r"<style>(.*?)</style>", path.read_text(encoding="utf-8"), re.DOTALL)
        assert block.startswith(LAYERS)
        assert (".hero__title{" in block) is (path == site / "index.html")
