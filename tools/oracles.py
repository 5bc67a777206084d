"""Find the checkers that tests ask and that are no Python, or get them into .cache/oracles/; the site needs none."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

from plugins.faults import ROOT

if TYPE_CHECKING:
    from pathlib import Path

CACHE = ROOT / ".cache" / "oracles"


class Oracle(NamedTuple):
    """One file of an npm package that a program runs; ``sha256`` is that file's."""

    name: str
    package: str
    version: str
    file: str
    sha256: str
    program: str

    @property
    def needed(self) -> str:
        """One sentence on what its tests need."""
        return f"{self.name} needs {self.program}, and npm to get it: install both, then run invoke test."

    def find(self) -> Path | None:
        """Its file, of exactly this version; None where that or its program is missing."""
        path = CACHE / "node_modules" / self.package / self.file
        there = shutil.which(self.program) and path.is_file()
        return path if there and hashlib.sha256(path.read_bytes()).hexdigest() == self.sha256 else None

    def ensure(self) -> Path | None:
        """Its file, got by npm if need be; None, and one sentence, where it cannot be had."""
        npm = shutil.which("npm")
        if not self.find() and npm and shutil.which(self.program):
            print(f"Getting {self.name} {self.version} …", flush=True)
            CACHE.mkdir(parents=True, exist_ok=True)
            options = ["--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(CACHE)]
            command = [npm, "install", *options, f"{self.package}@{self.version}"]
            subprocess.run(command, capture_output=True, check=False)  # noqa: S603
        if not (found := self.find()):
            print(self.needed, file=sys.stderr)
        return found


NU_HTML_CHECKER = Oracle(
    name="The Nu HTML Checker",
    package="vnu-jar",
    version="26.9.27",
    file="build/dist/vnu.jar",
    sha256="22f15dd39a33bed929d2a5c0cddf5946849a647eca9272bf4d5d00bc7e7a4d47",
    program="java",
)
ORACLES = (NU_HTML_CHECKER,)


def ensure_all() -> None:
    """Get every oracle that can be had here; the tests of the others are skipped by name."""
    for oracle in ORACLES:
        oracle.ensure()
