"""Tell whoever finds a weakness whom to write to (RFC 9116)."""

from __future__ import annotations

import datetime
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from pelican.plugins import signals

from plugins.faults import ROOT

if TYPE_CHECKING:
    from pelican import Pelican

    from plugins.models.clinic import Clinic

FILE = ".well-known/security.txt"
GOOD_FOR = datetime.timedelta(days=360)  # RFC 9116 recommends less than a year


def committed(root: Path) -> datetime.date | None:
    """The day of the commit that ``root`` stands at; None where there is none.

    A build of one commit is the same on any day, so what it promises ends on the same day, too.
    """
    command = ["git", "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)  # noqa: S603
    except FileNotFoundError:
        return None
    told = done.stdout.strip()
    return datetime.datetime.fromtimestamp(int(told), datetime.UTC).date() if told else None


def security_contact(clinic: Clinic, site: str, day: datetime.date) -> str:
    """The file for the site at ``site``, as of ``day``."""
    lines = {
        "Contact": f"mailto:{clinic.email}",
        "Expires": f"{(day + GOOD_FOR).isoformat()}T00:00:00Z",
        "Canonical": f"{site}/{FILE}",
        "Preferred-Languages": "en",
    }
    return "".join(f"{name}: {value}\n" for name, value in lines.items())


def write(pelican: Pelican) -> None:
    """Write it into the output of a production build, but not of a preview, nor of what was never committed."""
    settings = pelican.settings
    day = committed(ROOT) if settings["PRODUCTION"] and not settings["NOINDEX"] else None
    if day:
        path = Path(pelican.output_path, FILE)
        path.parent.mkdir(exist_ok=True)
        path.write_text(security_contact(settings["CLINIC"], settings["SITEURL"], day), encoding="utf-8")


def register() -> None:
    """Called by Pelican."""
    signals.finalized.connect(write)
