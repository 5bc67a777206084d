"""Visit a live site, and report which of its promises it keeps."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, NamedTuple, TextIO

from tools.publish.live import Live, live_manifest
from tools.publish.manifest import PATH
from tools.publish.verify.files import compressed, every_file, listed_or_not, promised_headers, real_404
from tools.publish.verify.parts import feeds, forms, security_contact
from tools.publish.verify.visit import Visit
from tools.publish.verify.ways import certificate, days_left, gone, https, one_address, redirects

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

PROMISES: tuple[Callable[[Visit], Iterable[str]], ...] = (
    every_file,
    promised_headers,
    compressed,
    real_404,
    redirects,
    gone,
    https,
    certificate,
    one_address,
    listed_or_not,
    feeds,
    forms,
    security_contact,
)
FORMS = ("text", "json")


class Promise(NamedTuple):
    """A promise, and every place where it is broken."""

    promise: str
    troubles: list[str]


def promises_of(visit: Visit) -> list[Promise]:
    """Hold the site to each promise, whose words are its function's."""
    return [Promise((promise.__doc__ or "").strip(), list(promise(visit))) for promise in PROMISES]


def verify(url: str, form: str = "text", stream: TextIO | None = None) -> int:
    """Visit the site at ``url`` and print a report in one of FORMS; return 1 where a promise is broken, else 0."""
    stream, live = stream or sys.stdout, Live(url)
    manifest = live_manifest(url)
    if manifest is None:
        answer = live.ask(f"/{PATH}")
        what = f"{live.url}/{PATH}: {answer.told if answer.status != 200 else 'it cannot be read'}"
        print(what, "Publish the site with `invoke publish`, which puts it there.", sep="; ", file=sys.stderr)
        return 1
    visit = Visit(live, manifest)
    kept = promises_of(visit)
    facts = {"site": live.url, "commit": manifest.commit, "files": len(manifest.files), "certificate": days_left(visit)}
    stream.write(as_json(facts, kept) if form == "json" else as_text(facts, kept))
    return int(any(promise.troubles for promise in kept))


def as_text(facts: dict[str, object], kept: list[Promise]) -> str:
    """The report for a person."""
    days = facts["certificate"]
    lines = [f"{facts['site']}: commit {str(facts['commit'])[:10]}, {facts['files']} files"]
    lines += [f"The certificate is good for {days} days."] if isinstance(days, int) else []
    for promise in kept:
        lines += [f"{'BROKEN' if promise.troubles else 'kept':8}{promise.promise}"]
        lines += [f"{'':10}{trouble}" for trouble in promise.troubles]
    broken = sum(bool(promise.troubles) for promise in kept)
    lines.append(f"{broken} of {len(kept)} promises are broken." if broken else "Every promise is kept.")
    return "\n".join(lines) + "\n"


def as_json(facts: dict[str, object], kept: list[Promise]) -> str:
    """The report for a program."""
    promises = [promise._asdict() | {"kept": not promise.troubles} for promise in kept]
    return json.dumps({**facts, "promises": promises}, indent=2, ensure_ascii=False) + "\n"
