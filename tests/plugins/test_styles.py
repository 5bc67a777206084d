"""One block of styles travels in every page, with what that page needs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
import rcssmin
from hypothesis import given
from hypothesis import strategies as st

from plugins.styles import ELEMENTS, OPTIONAL, Styles, gather, spare
from tests.conftest import write_files

if TYPE_CHECKING:
    from playwright.sync_api import Browser

THEME = Path(__file__).parents[2] / "theme"
LAYERS = "@layer reset,tokens,base,layout,components,utilities;"
LOOK = """[...document.querySelectorAll("*")].map((element) => [null, "::before"].map((part) => {
  const style = getComputedStyle(element, part);
  return [...style].filter((name) => !name.startsWith("--")).map((name) => style.getPropertyValue(name)).join(";");
}))"""
SHEETS = sorted((*THEME.glob("css/*.css"), *THEME.glob("components/*/*.css")))


def test_sheets_follow_the_order_of_the_layers_by_name(tmp_path: Path) -> None:
    theme = write_files(
        tmp_path,
        {
            "css/base.css": "@layer b { b { margin : 0 } }",
            "css/layers.css": "@layer a, b, components;",
            "components/zebra/zebra.css": "@layer components{z{margin:0}}",
            "components/apple/apple.css": "/* why */\n@layer components {\n  a { margin : 0 }\n}\n",
            "css/zoom.css": "@layer a{q{margin:0}}",
            "css/zone.css": "@layer a{i{margin:0}}",
        },
    )
    styles = gather(theme)
    assert styles.layers == {"a": "i{margin:0}q{margin:0}", "b": "b{margin:0}", "components": ""}
    assert styles.components == {"apple": "a{margin:0}", "zebra": "z{margin:0}"}


@pytest.mark.parametrize("sheet", ["b{top:0}", "@layer a{b{top:0}} i{top:0}", "@layer a{b{top:0}}@layer b{i{top:0}}"])
def test_a_sheet_that_is_not_one_layer_is_refused(tmp_path: Path, sheet: str) -> None:
    theme = write_files(tmp_path, {"css/layers.css": "@layer a, b;", "css/base.css": sheet})

    with pytest.raises(ValueError, match=r"base\.css is not one layer"):
        gather(theme)


def test_a_page_carries_the_styles_of_the_components_that_stand_on_it_in_their_layer() -> None:
    own = {"apple": ".apple{margin:0}", "pear": ".pear{margin:0}", "plum": ".plum{margin:0}"}
    styles = Styles({"base": "b{margin:0}", "components": "", "utilities": "i{margin:0}"}, own)

    assert (
        styles.block('<p class="small apple"><b class="plum">plum</b> pear</p>')
        == "@layer base{b{margin:0}}@layer components{.apple{margin:0}.plum{margin:0}}@layer utilities{i{margin:0}}"
    )
    assert styles.block("<p>apple</p>") == "@layer base{b{margin:0}}@layer utilities{i{margin:0}}"


def test_a_page_carries_the_shared_rules_for_classes_that_stand_on_it() -> None:
    css = "p{margin:0}.grid{margin:0}.grid>*{top:0}@media print{.wrap{margin:0}}.b,.c{top:0}"

    assert (
        Styles({"a": css}, {}).block('<p class="wrap">')
        == "@layer a{p{margin:0}@media print{.wrap{margin:0}}.b,.c{top:0}}"
    )


def test_a_page_carries_no_rule_for_elements_of_text_and_forms_that_are_missing() -> None:
    css = "table{top:0}strong,th,dt{top:0}h1,h3{top:0}dd + dt{top:0}:is(h2,h3){top:0}button,select{top:0}b:hover{top:0}"

    assert (
        Styles({"a": css}, {}).block("<h3>One</h3><dl><dt>Two</dt></dl>")
        == "@layer a{strong,dt{top:0}h1,h3{top:0}:is(h2,h3){top:0}button{top:0}b:hover{top:0}}"
    )


def test_a_value_that_is_asked_for_once_and_never_changes_has_no_name() -> None:
    css = (
        ":root{--once:1px;--twice:2px;--dark:3px;--of:var(--dark);--asked:4px}@media print{:root{--dark:5px}}"
        "a{top:var(--once);left:var(--twice) var(--twice);right:var(--of);bottom:var(--asked,0)}"
    )

    assert spare(css) == (
        ":root{--a:2px;--b:3px;--c:var(--b);--d:4px}@media print{:root{--b:5px}}"
        "a{top:1px;left:var(--a) var(--a);right:var(--c);bottom:var(--d,0)}"
    )


def test_custom_properties_are_left_out_where_nothing_asks_for_them_and_named_shortly_where_something_does() -> None:
    css = (
        ":root{--used:1px;--by-unused:2px;--unused:var(--by-unused);--last:3px}.a--b:hover{top:var(--used,var(--last))}"
    )

    assert spare(css) == ":root{--a:1px}.a--b:hover{top:var(--a,3px)}"


TAG_NAMES = ["table", "tr", "th", "thead", "td", "dt", "dd", "dl", "h3", "h2", "img", "select", "selectedcontent", "p"]


@given(st.lists(st.sampled_from([*TAG_NAMES, "<", "</", ">", " ", "\n", "/>", 'a="b"']), min_size=8).map("".join))
def test_the_elements_that_styles_ask_about_are_found_among_all_of_them(html: str) -> None:
    every = re.findall(r"<([a-z]\w*)", html)

    assert ELEMENTS.findall(html) == [name for name in every if re.fullmatch(OPTIONAL, name)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_looks_as_if_it_carried_every_rule_and_every_name(
    chromium: Browser, site: Path, scheme: Literal["light", "dark"]
) -> None:
    styles = gather(THEME)
    layers = styles.layers | {"components": "".join(styles.components.values())}
    whole = "".join(f"@layer {name}{{{css}}}" for name, css in layers.items())
    page = chromium.new_context(color_scheme=scheme, reduced_motion="reduce").new_page()
    for name in ("index.html", "request-a-consultation/index.html"):
        html = re.sub(r"<(meta http|link|script).*?>", "", (site / name).read_text(encoding="utf-8"))
        page.set_content(html)
        carried = page.evaluate(LOOK)
        page.set_content(re.sub(r"(?<=<style>).*(?=</style>)", lambda _: whole, html))
        assert carried == page.evaluate(LOOK)
    page.context.close()


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


def test_every_page_carries_one_block_with_the_layers_in_their_order(site: Path) -> None:
    for path in site.rglob("*.html"):
        (block,) = re.findall(r"<style>(.*?)</style>", path.read_text(encoding="utf-8"), re.DOTALL)
        assert re.findall(r"@layer (\w+)\{", block) == re.findall(r"\w+", LAYERS)[1:]
        assert (".hero__title{" in block) is (path == site / "index.html")
