"""Build the site, unless it stands there already as it would be built.

What a build needs is imported only when there is one: importing Pelican takes longer than finding out.
"""

from __future__ import annotations

import datetime
import gc
import os
import sys
from contextlib import closing, suppress
from hashlib import sha256
from typing import TYPE_CHECKING

from plugins.models.machinery import ROOT, libraries
from plugins.models.memory import FILE, Memory, key_of
from tools.publish.commits import commit_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OUTPUT = ROOT / "output"
LENGTH = sha256().digest_size
# A build makes much and drops little: Python's search for what can be dropped took a tenth of it.
RARELY = (50_000, 20, 100)
# Builds read the tools too: they look for telephone numbers typed into code.
READ = ("content", "data", "plugins", "theme", "tools")


def rebuild(output: Path = OUTPUT, *, production: bool = False, drafts: bool = False, fresh: bool = False) -> int:
    """As ``tools.build.build_and_tell``; where the same site stands in ``output`` already, only its warnings are told.

    Returns how many faults are to be mended: 0 when the site stands there.
    """
    made_of = ingredients(ROOT, production=production, drafts=drafts)
    with closing(Memory(ROOT / ".cache" / FILE)) as memory:
        kept = None if fresh else memory.get(made_of)
    if kept and kept.startswith(_digest(output)):
        print("Nothing has changed since it was built.")
        for line in kept[LENGTH:].decode().splitlines():
            print(line, file=sys.stderr)
        return 0

    gc.set_threshold(*RARELY)
    from tools.build import build_and_tell

    told = build_and_tell(output, production=production, drafts=drafts, fresh=fresh)
    gc.freeze()  # or Python would look through every page for what can be dropped when the process ends
    to_mend = sum(not fault.warning for fault in told)
    # What was saved while it was built may be in it or not.
    if not to_mend and ingredients(ROOT, production=production, drafts=drafts) == made_of:
        with closing(Memory(ROOT / ".cache" / FILE)) as memory:
            memory.put(made_of, _digest(output) + "\n".join(map(str, told)).encode())
    return to_mend


def ingredients(root: Path, *, production: bool, drafts: bool) -> bytes:
    """The SHA-256 of everything that a build in ``root`` depends on: files, libraries, options, commit and day.

    /.well-known/security.txt is valid for a year from the day of the commit.
    """
    day = os.environ.get("SOURCE_DATE_EPOCH", datetime.datetime.now(datetime.UTC).date().isoformat())
    told = *libraries(), day, commit_of(root) or "", f"production={production}", f"drafts={drafts}"
    settings = (part for path in sorted(root.glob("*.py")) for part in (path.name, path.read_bytes()))
    return key_of("site", *told, *settings, *(_digest(root / folder) for folder in READ))


def _digest(folder: Path) -> bytes:
    """The SHA-256 of the names and contents of all files in ``folder``."""
    return key_of(*(part for name, digest in sorted(_files(str(folder))) for part in (name, digest)))


def _files(folder: str) -> Iterator[tuple[str, bytes]]:
    """The name of each file in ``folder``, and its SHA-256; neither bytecode nor links that lead nowhere (locks)."""
    for place, folders, names in os.walk(folder, followlinks=True):
        if "__pycache__" in folders:
            folders.remove("__pycache__")
        for name in names:
            path = f"{place}/{name}"
            # A Path for each of thousands of files takes as long again.
            with suppress(OSError), open(path, "rb") as file:  # noqa: PTH123
                yield path.removeprefix(folder), sha256(file.read()).digest()


def main(arguments: list[str]) -> int:
    """``python -m tools.rebuild [--production] [--drafts] [--fresh]``; the exit code is 1 when the build is refused."""
    production, drafts, fresh = (f"--{name}" in arguments for name in ("production", "drafts", "fresh"))
    return 1 if rebuild(production=production, drafts=drafts, fresh=fresh) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
