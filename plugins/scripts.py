"""Publish the components' scripts, each under a name that changes with it, and load them where they are wanted."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import rjsmin
from pelican.plugins import signals

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pelican import Pelican
    from pelican.generators import Generator

FOLDER = "scripts"
HOOK = re.compile(r"data-(?<=\sdata-)([\w-]+)=")  # "data-" first, for which a search leaps


class Script(NamedTuple):
    """A component's ES module, minified."""

    component: str
    code: str

    @property
    def file(self) -> str:
        """Where it is published, in the output."""
        return f"{FOLDER}/{self.component}-{sha256(self.code.encode()).hexdigest()[:10]}.js"


class Scripts(NamedTuple):
    """The theme's scripts, and the path that the site lives under."""

    all: list[Script]
    root: str

    def wanted_by(self, html: str) -> list[str]:
        """The addresses of the scripts whose hook, ``data-<component>``, stands in ``html``."""
        hooks = set(HOOK.findall(html))
        return [f"{self.root}/{script.file}" for script in self.all if script.component in hooks]


def gather(theme: Path) -> Iterable[Script]:
    """Read the components' scripts by name."""
    for path in sorted(theme.glob("components/*/*.js")):
        yield Script(path.stem, str(rjsmin.jsmin(path.read_text(encoding="utf-8"))))


def read_scripts(pelican: Pelican) -> None:
    """Read the scripts once for each build."""
    settings = pelican.settings
    settings["SCRIPTS"] = Scripts([*gather(Path(settings["THEME"]))], settings["SITE_ROOT"])


def hand_over(generator: Generator) -> None:
    """Give the templates ``scripts``."""
    generator.context["scripts"] = generator.settings["SCRIPTS"]


def write(pelican: Pelican) -> None:
    """Write the scripts into the output."""
    for script in pelican.settings["SCRIPTS"].all:
        path = Path(pelican.output_path, script.file)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(script.code, encoding="utf-8")


def register() -> None:
    """Called by Pelican."""
    signals.get_generators.connect(read_scripts)
    signals.generator_init.connect(hand_over)
    signals.finalized.connect(write)
