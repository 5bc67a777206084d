"""Build a project as ``python -m tools.rebuild`` does, in a fork of a process that has imported the libraries already.

Nothing is shared between two builds but libraries, and a build costs a quarter less.
"""

from __future__ import annotations

import os
import runpy
import sys
from multiprocessing import get_context
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# What plugins import that is not of the project: its own modules are each copy's own.
LIBRARIES = [
    "bibtexparser",
    "blinker",
    "concurrent.futures.process",
    "font_source_serif_pro",
    "html_to_markdown",
    "justhtml",
    "markdown.extensions.abbr",
    "markdown.extensions.admonition",
    "markdown.extensions.attr_list",
    "markdown.extensions.def_list",
    "markdown.extensions.footnotes",
    "markdown.extensions.tables",
    "markdown.extensions.toc",
    "multiprocessing.queues",
    "pelican.generators",
    "pelican.readers",
    "phonenumbers",
    "phonenumbers.data.region_US",
    "PIL.IcoImagePlugin",
    "PIL.ImageDraw",
    "PIL.PngImagePlugin",
    "pydantic.root_model",
    "pydantic.types",
    "pymdownx.blocks.block",
    "pymdownx.mark",
    "rcssmin",
    "resvg_py",
    "rjsmin",
    "ruamel.yaml",
    "sentencex",
    "smartypants",
    "snowballstemmer",
    "sqlite3",
    "tomllib",
    "typogrify.filters",
    "vobject",
]
FORKS = get_context("forkserver")
FORKS.set_forkserver_preload(LIBRARIES)


def build(project: Path, cwd: Path, *arguments: str) -> tuple[int, str, str]:
    """Build ``project``; its exit code, and what it prints to the standard output and to the standard error."""
    printed = [project.parent / f"{project.name}.{stream}" for stream in ("out", "err")]
    process = FORKS.Process(target=_build, args=(project, cwd, arguments, dict(os.environ), *printed))
    process.start()
    process.join()
    out, err = (path.read_text(encoding="utf-8") for path in printed)
    return process.exitcode or 0, out, err


def _build(project: Path, cwd: Path, arguments: tuple[str, ...], environment: dict[str, str], *printed: Path) -> None:
    for descriptor, path in enumerate(printed, 1):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), descriptor)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(cwd)
    sys.path.insert(0, str(project))
    sys.argv = ["rebuild.py", *arguments]
    runpy.run_module("tools.rebuild", run_name="__main__")
