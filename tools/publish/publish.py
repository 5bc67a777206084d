"""Publish the site to a host, or say what that would do, or why it may not be done."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.faults import ROOT, BuildRefused
from plugins.models.days import today
from tools.addresses.ledger import FILE, Ledger
from tools.build import build
from tools.publish.commits import commit_of
from tools.publish.compress import compress
from tools.publish.dress import FORMATS
from tools.publish.host import Host, NotPublished, Task
from tools.publish.hosts import NoSuchHost, find
from tools.publish.manifest import Manifest
from tools.publish.plan import Plan
from tools.publish.refusals import Case, reasons
from tools.publish.site import Site

if TYPE_CHECKING:
    from collections.abc import Mapping

NO_COMMIT = "0" * 40
FORMS = ("text", "json")
SITE = "site"  # the folder's name at hosts that see it


def say(line: str) -> None:
    """Tell what is being done, beside the plan, which a program may read."""
    print(line, file=sys.stderr, flush=True)


def publish(
    name: str,
    *,
    dry_run: bool = False,
    preview: bool = False,
    form: str = "text",
    root: Path = ROOT,
    environment: Mapping[str, str] = os.environ,
) -> int:
    """Build, check, compare, print the plan (``form`` is "text" or "json") and do it; the exit code, 1 for refused."""
    try:
        site = Site.read(root, preview=preview)
        host = find(name)(Task(root, site.url, preview, environment))
        with tempfile.TemporaryDirectory(prefix="publish-") as scratch:
            return _publish(host, site, Path(scratch, SITE), dry_run=dry_run, form=form)
    except (BuildRefused, NoSuchHost, NotPublished) as refused:
        say(str(refused).strip())
        return 1


def _publish(host: Host, site: Site, folder: Path, *, dry_run: bool, form: str) -> int:
    root, dress = host.task.root, FORMATS[host.format]
    say(f"Asking {host.name} what stands there …")
    before = host.published()
    say("Building …")
    built = _build(folder, root, preview=site.preview)
    say("Checking …")
    with redirect_stdout(sys.stderr):  # what Pelican says of itself is no part of the plan
        told = [str(fault) for fault in reasons(Case(root, folder if built else None, site.preview, before))]
    told += in_the_way(host, before)
    if not built:
        return _refuse(told)

    after = Manifest.of(folder, site, commit_of(root) or NO_COMMIT, host.format, sends_headers=dress.sends_headers)
    after.write(folder)
    dress.dress(folder, site)
    if host.sends_copies:
        compress(folder)
    told += dress.limits(folder, site)
    plan = Plan(before, after)
    commands = host.commands(folder, plan)
    print(json.dumps(plan.data(commands, told), indent=2) if form == "json" else plan.text(host.name, commands))
    if told or dry_run:
        return _refuse(told)
    host.publish(folder, plan, say)
    if not site.preview:
        _remember(root, after.addresses)
        say(f"Now type: invoke verify {site.url}")
    return 0


def _build(folder: Path, root: Path, *, preview: bool) -> bool:
    """Build for production; False where that is refused: the checks say why."""
    try:
        with redirect_stdout(sys.stderr):
            build(folder, production=True, unlisted=preview, root=root)
    except BuildRefused:
        return False
    return True


def in_the_way(host: Host, before: Manifest | None) -> list[str]:
    """A preview takes nobody's place."""
    if not host.task.preview or host.previews_apart or before is None or before.preview:
        return []
    return [f"{host.name}: the site itself stands there, and a preview would take its place; name another place."]


def _refuse(told: list[str]) -> int:
    """Print every reason; the exit code."""
    for line in told:
        say(line)
    if told:
        say(f"Nothing was published: {len(told)} reason{'s' * (len(told) != 1)}.")
    return int(bool(told))


def _remember(root: Path, addresses: set[str]) -> None:
    """Keep in the ledger what has been published for the first time."""
    ledger = Ledger.read(root)
    new = addresses - ledger.tables.published.keys()
    if new:
        (root / FILE).write_text(ledger.with_published(addresses, today()), encoding="utf-8")
        say(f"{FILE} has {len(new)} new line{'s' * (len(new) != 1)}: commit it.")


def rollback(name: str, *, root: Path = ROOT, environment: Mapping[str, str] = os.environ) -> int:
    """Show again what the host showed before; the exit code."""
    try:
        find(name)(Task(root, Site.read(root).url, environment=environment)).rollback(say)
    except (BuildRefused, NoSuchHost, NotPublished) as refused:
        say(str(refused).strip())
        return 1
    return 0
