"""The Nu HTML Checker finds no error in any page."""

from __future__ import annotations

import json
import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.conftest import file_of
from tests.site.pages import addresses, listed, serving
from tools.oracles import NU_HTML_CHECKER

if TYPE_CHECKING:
    from pathlib import Path

# CSS that Chromium knows and the checker, 26.9.27, does not know yet; all is valid.
AHEAD = {
    "Unrecognized at-rule “@view-transition”",  # CSS View Transitions 2
    "Unrecognized at-rule “@container”",  # CSS Conditional 5
    "“container-type”: Property “container-type” doesn't exist.",  # CSS Conditional 5
    "“--…”: Parse Error.",  # --picture of theme/css/tokens.css, by its short name: the unit cqi of CSS Conditional 5
    "“max-block-size”: The types are incompatible.",  # theme/css/layout.css: a calc() with the unit dvh of CSS Values 4
    "“scroll-target-group”: Property “scroll-target-group” doesn't exist.",  # CSS Overflow 5
    "Unknown pseudo-element or pseudo-class “:target-current”",  # CSS Overflow 5
}
# Of policies too: this keyword stands in HTML's own text, and a data block is no script there (4.12.1).
AHEAD_OF_POLICIES = {
    "Bad value  for attribute “content” on element “meta”: Unrecognized source-expression 'inline-speculation-rules' ",
    "Inline script violates Content Security Policy (meta tag): blocked by “script-src” directive "
    "(missing “‘unsafe-inline’” or nonce/hash).",  # noqa: RUF001
}


@pytest.fixture(scope="module")
def jar() -> Path:
    """The checker."""
    return file_of(NU_HTML_CHECKER)


def ask(jar: Path, folder: Path) -> list[str]:
    """What the checker says of the pages in ``folder``: "message (on /page/, /page/, …)", warnings too."""
    with serving(folder) as address:  # a policy's 'self' means nothing in a file
        pages = [address + path for path in addresses(folder)]
        command = [
            "java",
            "-Dnu.validator.servlet.allow-forbidden-hosts=true",
            "-jar",
            str(jar),
            "--format",
            "json",
            "--stdout",
            *pages,
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    found: dict[str, list[str]] = {}
    for message in json.loads(done.stdout)["messages"]:
        if message["type"] != "info" or message.get("subType") == "warning":
            page = message["url"].removeprefix(address)
            found.setdefault(message["message"], []).append(page)
    return [f"{message} (on {', '.join(dict.fromkeys(pages))})" for message, pages in found.items()]


def is_style(line: str) -> bool:
    return line.startswith("CSS: ")


def test_no_page_has_an_error(jar: Path, site: Path) -> None:
    said = ask(jar, site)
    of_style = {re.sub("“--[a-z]+”", "“--…”", line[5:].rpartition(" (on ")[0]) for line in said if is_style(line)}
    of_words = [line for line in said if not is_style(line)]
    found = [line for line in of_words if line.rpartition(" (on ")[0] not in AHEAD_OF_POLICIES]
    found += sorted(of_style - AHEAD)

    assert not found, listed(found)


def test_a_bad_page_gets_every_complaint(jar: Path, tmp_path: Path) -> None:
    good = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Good</title><p>Good</p></html>'
    bad = (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Bad</title>'
        '<p id="a">One<p id="a"><div role="banner" foo>Two</span></html>'
    )
    style = (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Style</title>'
        "<style>p { colour: red }</style><p>One</p></html>"
    )
    (tmp_path / "style.html").write_text(style, encoding="utf-8")
    (tmp_path / "good.html").write_text(good, encoding="utf-8")
    (tmp_path / "bad.html").write_text(bad, encoding="utf-8")

    assert ask(jar, tmp_path) == [
        "Duplicate ID “a”. (on /bad.html)",
        "The first occurrence of ID “a” was here. (on /bad.html)",
        "Attribute “foo” not allowed on element “div” at this point. (on /bad.html)",
        "Stray end tag “span”. (on /bad.html)",
        "End tag for  “html” seen, but there were unclosed elements. (on /bad.html)",
        "Unclosed element “div”. (on /bad.html)",
        "CSS: “colour”: Property “colour” doesn't exist. (on /style.html)",
    ]
