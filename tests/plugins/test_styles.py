"""One block of styles travels in every page, and the policy allows that block and nothing else."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import rcssmin

from plugins.styles import content_security_policy, gather
from tests.plugins.known import clinic

if TYPE_CHECKING:
    from collections.abc import Iterator

THEME = Path(__file__).parents[2] / "theme"
LAYERS = "@layer reset,tokens,base,layout,components,utilities;"
SHEETS = sorted((*THEME.glob("css/*.css"), *THEME.glob("components/*/*.css")))


def pages(site: Path) -> Iterator[str]:
    """Every page of the built site."""
    for path in site.rglob("*.html"):
        yield path.read_text(encoding="utf-8")


def write(theme: Path, sheets: dict[str, str]) -> Path:
    """A theme with these style sheets."""
    for name, text in sheets.items():
        path = theme / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return theme


def test_sheets_follow_the_order_of_the_layers_by_name(tmp_path: Path) -> None:
    theme = write(
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


def test_the_policy_allows_only_what_the_site_needs() -> None:
    styles = "a{margin:0}"
    digest = b64encode(sha256(styles.encode()).digest()).decode()
    assert content_security_policy(styles, clinic()).split("; ") == [
        "default-src 'none'",
        "img-src 'self'",
        f"style-src 'sha256-{digest}'",
        "form-action 'self' https://forms.nova.health",
        "base-uri 'none'",
    ]


def test_every_page_carries_the_one_block_that_its_policy_allows(site: Path) -> None:
    seen = set()
    for html in pages(site):
        (block,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
        digest = b64encode(sha256(block.encode()).digest()).decode()
        policy = re.search(r'<head>\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
        assert policy, "the policy is the first thing in the head"
        assert f"style-src 'sha256-{digest}';" in unescape(policy[1])
        seen.add(block)
    (block,) = seen
    assert block.startswith(LAYERS)


def test_a_development_page_has_no_policy_because_the_preview_adds_a_script(development_site: Path) -> None:
    found = list(pages(development_site))
    assert found
    assert not [html for html in found if "Content-Security-Policy" in html]
