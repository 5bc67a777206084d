"""Promise that a live site holds the files of its manifest, and nothing in the place of others."""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from hashlib import sha256
from typing import TYPE_CHECKING

from plugins.sitemap import FILE as SITEMAP
from tools.addresses.built import NOT_FOUND, address_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.publish.verify.visit import Visit

UNKNOWN = ("/there-is-no-such-page/", "/there-is-no/such-page", "/there-is-no-such-file.html")
NOINDEX = re.compile(rb'<meta name="robots" content="noindex"')
ENOUGH = 3  # addresses named of those that share a trouble


def every_file(visit: Visit) -> Iterator[str]:
    """Every file is there, byte for byte."""
    for path, answer in visit.answers.items():
        if answer.status != 200:
            yield f"{address_of(path)}: {answer.told}"
        elif sha256(answer.body).hexdigest() != visit.manifest.files[path].sha256:
            yield f"{address_of(path)}: other bytes than were published"


def promised_headers(visit: Visit) -> Iterator[str]:
    """Every file comes with the headers that were promised."""
    alike: dict[str, list[str]] = defaultdict(list)
    for path, answer in visit.answers.items():
        for name, value in visit.manifest.headers_of(path).items() if answer.status == 200 else ():
            got = answer.headers.get(name.lower())
            if got is None:
                alike[f"no {name}"].append(path)
            elif plain(got) != plain(value):
                alike[f'{name} is "{got}" and not "{value}"'].append(path)
    for what, paths in alike.items():
        named = ", ".join(map(address_of, paths[:ENOUGH]))
        yield f"{named}{f' and {len(paths) - ENOUGH} more' * (len(paths) > ENOUGH)}: {what}"


def plain(value: str) -> str:
    """A header's value without what makes no difference."""
    return re.sub(r"\s*([,;])\s*", r"\1", value.strip()).casefold()


def real_404(visit: Visit) -> Iterator[str]:
    """What is not there is answered with 404, and with the page for it."""
    page = sha256_of(visit, NOT_FOUND.lstrip("/"))
    for address, answer in zip(UNKNOWN, visit.ask_all(UNKNOWN), strict=True):
        if answer.status != 404:
            yield f"{address}: {answer.told}"
        elif page and sha256(answer.body).hexdigest() != page:
            yield f"{address}: another page than {NOT_FOUND}"


def listed_or_not(visit: Visit) -> Iterator[str]:
    """Search engines may list the pages that the sitemap names, and are asked to keep away from all others."""
    sitemap = visit.answers[SITEMAP].body.decode("utf-8", "replace") if SITEMAP in visit.answers else ""
    for path in visit.manifest.pages:
        answer, unlisted = visit.answers[path], f"<loc>{visit.manifest.site}{address_of(path)}</loc>" not in sitemap
        asked = bool(NOINDEX.search(answer.body)) or "noindex" in answer.headers.get("x-robots-tag", "")
        if answer.status == 200 and asked != unlisted:
            yield f"{address_of(path)}: {'asks search engines to keep away' if asked else 'search engines may list it'}"


def compressed(visit: Visit) -> Iterator[str]:
    """Pages travel compressed, and are the same when they are opened."""
    answer = visit.live.ask("/", **{"Accept-Encoding": "gzip"})
    if answer.status == 200 and answer.headers.get("content-encoding") != "gzip":
        yield "/: comes as it is"
    elif answer.status == 200 and sha256(gzip.decompress(answer.body)).hexdigest() != sha256_of(visit, "index.html"):
        yield "/: the compressed copy holds other bytes than were published"


def sha256_of(visit: Visit, path: str) -> str:
    """What the bytes of a file must give; "" where the manifest does not have it."""
    return visit.manifest.files[path].sha256 if path in visit.manifest.files else ""
