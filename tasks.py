"""The words an editor, an engineer or CI types: `invoke <task>`, or `make <task>`."""

import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from invoke import Context, task

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))
os.chdir(ROOT)
if sys.argv[1:2] and sys.argv[1] in {"new", "publish", "verify"} and sys.argv[2:] in ([], ["--help"], ["-h"]):
    # Invoke takes what stands behind a task's name for the words that the task waits for, "--help" too.
    os.execv(sys.executable, [sys.executable, "-m", "invoke", "--help", sys.argv[1]])  # noqa: S606


def _build(output: Path, *, production: bool, drafts: bool = False, fresh: bool = False) -> bool:
    """Build and print what there is to print; say whether the build was good."""
    from tools.rebuild import rebuild

    print(f"Building {'for production' if production else 'for development'} …", flush=True)
    to_mend = rebuild(output, production=production, drafts=drafts, fresh=fresh)
    if to_mend:
        print(f"{to_mend} to mend; the last good site is kept.", file=sys.stderr)
    return not to_mend


def _print_reading(form: str) -> None:
    """Print how hard the site is to read."""
    from plugins.faults import BuildRefused
    from tools.check.project import read_project
    from tools.check.reading_report import FORMATS, print_report

    try:
        print_report(read_project(), _known(form, FORMATS))
    except BuildRefused as refused:
        sys.exit("\n".join(map(str, refused.faults)))


@contextmanager
def _machinery() -> Iterator[None]:
    """End with one sentence where a plugin that the task itself needs cannot be imported."""
    try:
        yield
    except Exception as error:
        from plugins.faults import fault_of

        sys.exit(str(fault_of(error)))


@contextmanager
def _port_taken(port: int) -> Iterator[None]:
    """End with one sentence when another program listens on the port."""
    try:
        yield
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        sys.exit(f"Port {port} is taken by another program: stop that, or choose another with --port {port + 1}.")


def _known(form: str, forms: Collection[str]) -> str:
    """A report's format; end with one sentence where there is none of that name."""
    if form not in forms:
        sys.exit(f"There is no format {form}; there are {', '.join(forms)}.")
    return form


@task(
    aliases=["rebuild"],
    help={
        "production": "with absolute addresses and feed, without drafts and gallery",
        "drafts": "in a production build, publish drafts too, at addresses below /drafts/ that no page names",
        "fresh": "forget what earlier builds have made, and make everything anew",
    },
)
def build(_: Context, production: bool = False, drafts: bool = False, fresh: bool = False) -> None:
    """Build the site into output/; a build with faults leaves the last good one."""
    with _machinery():
        from tools.rebuild import OUTPUT

        good = _build(OUTPUT, production=production, drafts=drafts, fresh=fresh)
    if not good:
        sys.exit(1)
    print("The site is in output/.")


@task(
    positional=["kind", "title"],
    help={
        "kind": "article, section, service or page",
        "title": 'in quotation marks: "Sleep and ketamine"; it gives the file its name and the page its address',
        "article": "of a section: the name of its article's folder; not needed where only one can be meant",
    },
)
def new(_: Context, kind: str, title: str, article: str = "") -> None:
    """Begin a page: invoke new article|section|service|page "Title".

    Writes a file with every field explained, as a draft: the preview shows it, the published site does not.
    A file that is there already is never written over. When the page is ready, take the line "Status: draft" away.

    invoke new page "Parking"
    invoke new section "Paying for care" --article are-you-a-candidate-for-ketamine-therapy
    """
    from tools.new.names import NothingWritten
    from tools.new.page import new, preview_address

    try:
        path = new(kind, title, article=article)
    except NothingWritten as told:
        sys.exit(str(told))
    print(f"{path.relative_to(ROOT)} is begun, as a draft.")
    print(f"While `invoke serve` runs, {preview_address(path)} shows it.")


@task(
    aliases=["livereload", "regenerate", "reserve"],
    help={"host": "address to listen on", "port": "port to listen on", "browser": "open a browser"},
)
def serve(_: Context, host: str = "localhost", port: int = 8000, browser: bool = False) -> None:
    """Show the site while you write: each save is built, and the browser shows it or what is wrong."""
    with _machinery():
        from tools.preview.server import serve

    with _port_taken(port):
        serve(host, port, open_browser=browser)


@task(help={"host": "address to listen on", "port": "port to listen on"})
def preview(_: Context, host: str = "localhost", port: int = 8000) -> None:
    """Build for production and serve it as a host would."""
    with _machinery():
        from tools.build import read_clinic
        from tools.preview.server import serve_production

    with tempfile.TemporaryDirectory() as folder:
        if not _build(Path(folder, "output"), production=True):
            sys.exit(1)
        with _port_taken(port):
            serve_production(Path(folder, "output"), read_clinic().url, host, port)


@task(
    help={
        "fix": "mend first what can be mended without asking, and say what was",
        "external": "ask other sites too whether what we link to is still there (minutes)",
        "format": "text, json, or github for annotations",
        "report": "only say how hard each page and section is to read, in text or json",
    }
)
def check(
    c: Context,
    fix: bool = False,
    external: bool = False,
    format: str = "text",  # noqa: A002
    report: bool = False,
) -> None:
    """Run every check that needs no browser: content, built site, code."""
    with _machinery():
        from tools.check.mend import mend
        from tools.check.project import check_outside, check_project, markdown_files
        from tools.check.report import FORMATS, refusal
        from tools.check.report import report as tell
        from tools.publish.refusals import typed

    _known(format, FORMATS)
    if report:
        _print_reading(format)
        return
    if fix:
        print(*mend(markdown_files()) or ["There was nothing to mend without asking."], sep="\n", file=sys.stderr)
    print("Checking words and pages …", file=sys.stderr, flush=True)
    faults = check_project()
    if external and not any(fault.path == "data/clinic.toml" for fault in faults):
        print("Asking other sites …", file=sys.stderr, flush=True)
        faults += check_outside()
    failed = tell(faults, format)
    print("Checking the code …", file=sys.stderr, flush=True)
    code = [
        c.run(f"{sys.executable} -m {command}", warn=True, pty=False, out_stream=sys.stderr).ok
        for command in ("ruff check", "ruff format --check", "mypy")
    ]
    if failed or not all(code):
        sys.exit(refusal(faults, code_in_order=all(code)))
    left = len([*typed(ROOT)])
    if left:
        print(f"Not known yet: {left} placeholder{'s' * (left != 1)}. invoke publish will name each.", file=sys.stderr)


@task(
    help={
        "ics": "write the calendar into this file too, for a calendar program",
        "format": "text, or json for a program",
    }
)
def reviews(_: Context, ics: str = "", format: str = "text") -> None:  # noqa: A002
    """List which pages clinicians are to review, and by when; exit code 1 when a review is overdue."""
    from plugins.faults import BuildRefused, Fault
    from plugins.models.days import today
    from plugins.reviews import Standing
    from tools.build import read_clinic
    from tools.reviews.calendar import calendar
    from tools.reviews.ics import icalendar
    from tools.reviews.table import FORMATS

    _known(format, FORMATS)
    faults = set[Fault]()
    try:
        entries = calendar(ROOT, today(), faults)
    except BuildRefused as refused:
        sys.exit("\n".join(map(str, refused.faults)))
    print(FORMATS[format](entries), end="")
    if ics:
        try:
            Path(ics).write_bytes(icalendar(entries, read_clinic()).encode())
        except OSError as error:
            sys.exit(f"{ics} cannot be written: {error.strerror}.")
        days = sum(entry.review.due is not None for entry in entries)
        print(f"{ics} is written; it holds {days} of {len(entries)} reviews, those that have a day.", file=sys.stderr)
    for fault in sorted(faults):
        print(fault, file=sys.stderr)
    if faults or any(entry.standing == Standing.OVERDUE for entry in entries):
        sys.exit(1)


@task(help={"only": "run only tests whose name matches, as pytest -k"})
def test(c: Context, only: str = "") -> None:
    """Run every check and every test; get a browser if there is none."""
    from tools import browser, oracles

    with ThreadPoolExecutor() as pool:  # what is got comes while the checks run
        getting = [pool.submit(get) for get in (browser.ensure, oracles.ensure_all)]
        check(c)
    chromium, _ = (got.result() for got in getting)
    names = f' -k "{only}"' if only else ""
    workers = 2 * (os.cpu_count() or 1)  # most tests wait for a browser or a server
    c.run(
        f"{sys.executable} -m pytest --numprocesses {workers} --dist worksteal{names}",
        env={"CHROMIUM": chromium} if chromium else {},
        pty=sys.stdout.isatty(),
    )


@task(
    positional=["host"],
    help={
        "host": "github-pages, netlify, cloudflare-pages, s3 or server; docs/publishing.md has a page for each",
        "dry-run": "print the plan and every reason against it, and publish nothing",
        "preview": "publish placeholders too, marked on every page and kept out of search engines",
        "rollback": "show again what was published before",
        "format": "of the plan: text or json",
    },
)
def publish(
    _: Context,
    host: str,
    dry_run: bool = False,
    preview: bool = False,
    rollback: bool = False,
    format: str = "text",  # noqa: A002
) -> None:
    """Publish the site: build, check, compare, print the plan, and do it; or say why not."""
    from tools.publish import publish as publishing

    if rollback:
        sys.exit(publishing.rollback(host))
    sys.exit(publishing.publish(host, dry_run=dry_run, preview=preview, form=_known(format, publishing.FORMS)))


@task(
    positional=["url"], help={"url": "where the site is published: https://www.example.com", "format": "text or json"}
)
def verify(_: Context, url: str, format: str = "text") -> None:  # noqa: A002
    """Hold a published site to what was promised: every file, header, redirect, its 404, its certificate."""
    from tools.publish.verify import report

    sys.exit(report.verify(url, _known(format, report.FORMS)))


@task(
    positional=["what"],
    help={
        "what": "pages, search, preview, load or build",
        "sizes": "of build: numbers of pages, with commas between them",
        "rounds": "of build: how often each generator builds each site",
        "write": "of build: put what was measured into docs/performance.md",
    },
)
def bench(_: Context, what: str, sizes: str = "", rounds: int = 0, write: bool = False) -> None:
    """Measure: pages, what a search fetches as the site grows, the preview from save to served, nginx, or builds."""
    from tools.bench import build, load, pages, preview, search

    def builds() -> int:
        chosen = tuple(map(int, sizes.split(","))) if sizes else build.SIZES
        return build.bench(chosen, rounds, write=write)

    benches = {"pages": pages.bench, "search": search.bench, "preview": preview.bench, "load": load.bench}
    benches["build"] = builds
    if what not in benches:
        sys.exit(f"There is no bench of {what}; there is one of {', of '.join(benches)}.")
    sys.exit(benches[what]())


@task
def clean(_: Context) -> None:
    """Remove everything that a build makes, what it remembers too."""
    from plugins.models.memory import FILE, Memory
    from tools.rebuild import OUTPUT

    shutil.rmtree(OUTPUT, ignore_errors=True)
    Memory(ROOT / ".cache" / FILE).forget()
    print("output/ is gone, and so is what builds remember.")


@task
def audit(c: Context) -> None:
    """Ask PyPI and OSV for known vulnerabilities of every package in requirements.txt."""
    c.run(f"{sys.executable} -m pip_audit --requirement requirements.txt --require-hashes --disable-pip", pty=False)


@task(help={"upgrade": "take the newest versions that pyproject.toml allows"})
def lock(c: Context, upgrade: bool = False) -> None:
    """Compile requirements.txt from pyproject.toml: names, versions, hashes."""
    options = "--upgrade " * upgrade
    options += "--universal --python-version 3.11 --generate-hashes --group dev"
    silent = "--no-emit-index-url --no-emit-find-links --no-header --quiet"
    c.run(
        f"{sys.executable} -m uv pip compile {options} {silent} pyproject.toml --output-file requirements.txt",
        pty=False,
    )
