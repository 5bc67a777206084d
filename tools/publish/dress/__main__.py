"""Dress a built folder by hand, to set up a host or to feed one that publishing does not know."""

from __future__ import annotations

import sys
from pathlib import Path

from plugins.faults import BuildRefused
from tools.publish.dress import FORMATS
from tools.publish.dress.files import beside
from tools.publish.site import Site


def main(words: list[str]) -> int:
    """``words`` are a format and a built folder; the exit code, 1 where something is too much for the host."""
    match words:
        case [name, folder] if name in FORMATS and Path(folder).is_dir():
            path = Path(folder).resolve()
        case _:
            print(f"Type a format ({', '.join(FORMATS)}) and a folder that was built.", file=sys.stderr)
            return 2
    try:
        site = Site.read()
    except BuildRefused as refused:
        print(refused, file=sys.stderr)
        return 1
    FORMATS[name].dress(path, site)
    for told in (troubles := FORMATS[name].limits(path, site)):
        print(told, file=sys.stderr)
    if beside(path).is_dir():
        print(f"What the host itself reads is in {beside(path).name}/.")
    return int(bool(troubles))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
