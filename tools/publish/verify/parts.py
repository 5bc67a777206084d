"""Promise that what a site hands to programs, and what its form needs, is in order."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

from justhtml import JustHTML

from plugins.models.days import today
from plugins.security_contact import FILE as SECURITY
from tools.addresses.built import address_of
from tools.publish.verify.ways import DAYS_LEFT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.publish.verify.visit import Visit

NOT_THERE = {0, 404, 410, 500, 502, 503, 504}  # 501 says only that OPTIONS is not known
EXPIRES = re.compile(rb"^Expires: (\d{4}-\d\d-\d\d)T", re.MULTILINE)
NAMES_AN_ADDRESS = re.compile(r"\}(?:loc|link|id)$")


def feeds(visit: Visit) -> Iterator[str]:
    """The feed, and the sitemap where there is one, can be read, and name addresses that are there."""
    there = {address_of(path) for path in visit.manifest.files}
    for path, answer in visit.answers.items():
        if not path.endswith(".xml") or answer.status != 200:
            continue
        try:
            # Ours, and the same bytes that were published; expat reads no file that it names.
            elements = ElementTree.fromstring(answer.body).iter()  # noqa: S314
        except ElementTree.ParseError as error:
            yield f"{address_of(path)}: no XML ({error})"
            continue
        named = [
            element.get("href") or element.text or "" for element in elements if NAMES_AN_ADDRESS.search(element.tag)
        ]
        site = visit.manifest.site
        for whole in dict.fromkeys(address for address in named if address.startswith(f"{site}/")):
            if whole.removeprefix(site).partition("#")[0] not in there:
                yield f"{address_of(path)}: it names {whole}, which is not there"


def forms(visit: Visit) -> Iterator[str]:
    """Whoever receives a form can be reached; nothing is ever sent to them."""
    actions: dict[str, str] = {}
    for path in visit.manifest.pages:
        if b"<form" in visit.answers[path].body:
            document = JustHTML(visit.answers[path].body.decode("utf-8", "replace"), sanitize=False)
            for form in document.query('form[method="post"]'):
                whole = urljoin(visit.manifest.site + address_of(path), (form.attrs or {}).get("action") or "")
                actions.setdefault(whole, address_of(path))
    for whole, page in actions.items():
        # A host that takes its own forms answers nothing but POST there.
        ours = urlsplit(whole).netloc == urlsplit(visit.manifest.site).netloc
        answer = visit.live.ask(whole, "OPTIONS")
        if not ours and answer.status in NOT_THERE:
            yield f"{page}: its form goes to {whole}, and {answer.told}"


def security_contact(visit: Visit) -> Iterator[str]:
    """Whoever finds a weakness can read whom to write to, in a file that is good for two more weeks."""
    if SECURITY in visit.answers:
        told = EXPIRES.search(visit.answers[SECURITY].body)
        ends = datetime.date.fromisoformat(told[1].decode()) if told else None
        if ends is None or (ends - today()).days < DAYS_LEFT:
            yield f"/{SECURITY}: it ends {f'on {ends}' if ends else 'on no day'}; commit, and publish again"
