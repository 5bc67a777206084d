"""Promise that every way that leads to a site, or led to it once, ends well."""

from __future__ import annotations

import datetime
import ssl
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tools.publish.site import spellings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.publish.verify.visit import Visit

FOR_GOOD = {301, 308}
DAYS_LEFT = 14


def https(visit: Visit) -> Iterator[str]:
    """The site is reached by HTTPS, and whoever types http:// is led there in one step."""
    scheme, *rest = urlsplit(visit.live.url)
    if scheme != "https":
        yield f"{visit.live.url}: not HTTPS"
        return
    plain = f"http://{visit.host}{rest[1]}/"
    answer = visit.live.ask(plain)
    if answer.status not in FOR_GOOD or visit.leads_to(plain, answer) != "/":
        yield f"{plain}: {answer.told}, and not a redirect for good to {visit.live.url}/"


def certificate(visit: Visit) -> Iterator[str]:
    """The certificate is trusted, and is good for two more weeks."""
    days = days_left(visit)
    if isinstance(days, str):
        yield days
    elif days is not None and days < DAYS_LEFT:
        yield f"it ends in {days} day{'s' * (days != 1)}; let the host renew it"


def days_left(visit: Visit) -> int | str | None:
    """How many days the certificate is still good; what is wrong with it; None where there is none to ask for."""
    if not visit.live.url.startswith("https:"):
        return None
    try:
        ends = ssl.cert_time_to_seconds(str(visit.live.certificate()["notAfter"]))
    except OSError as error:
        return str(error)
    return (datetime.datetime.fromtimestamp(ends, datetime.UTC) - datetime.datetime.now(datetime.UTC)).days


def one_address(visit: Visit) -> Iterator[str]:
    """The site stands at the address that its pages name, and its other name leads there."""
    site = visit.manifest.site
    if not visit.manifest.preview and visit.live.url != site:
        yield f"{visit.live.url}: its pages name {site}"
        return
    host = visit.host
    other = host.removeprefix("www.") if host.startswith("www.") else f"www.{host}" if host.count(".") == 1 else ""
    if not other or not visit.live.url.startswith("https:"):
        return
    whole = f"https://{other}{urlsplit(visit.live.url).path}/"
    answer = visit.live.ask(whole)
    if answer.status and (answer.status not in FOR_GOOD or visit.leads_to(whole, answer) != "/"):
        yield f"{whole}: {answer.told}, and not a redirect for good to {visit.live.url}/"


def redirects(visit: Visit) -> Iterator[str]:
    """Addresses of the past lead to where they should, in one step."""
    stubs = visit.format.moves == 200  # a page leads on
    for old, new in visit.manifest.redirects.items():
        for address in [old] if stubs else spellings(old):
            answer = visit.live.ask(address)
            if stubs:
                leads = (
                    answer.status == 200
                    and f'url={new if "://" in new else visit.manifest.site + new}"'.encode() in answer.body
                )
            else:
                leads = answer.status in FOR_GOOD and visit.leads_to(address, answer) == new
            if not leads:
                to = answer.headers.get("location")
                yield f"{address}: {answer.told}{f', to {to}' if to else ''}, and not a redirect for good to {new}"


def gone(visit: Visit) -> Iterator[str]:
    """What is gone for good is answered with 410, or 404 where the host knows no other."""
    wanted = 410 if visit.format.answers_gone else 404
    for address, answer in zip(visit.manifest.gone, visit.ask_all(visit.manifest.gone), strict=True):
        if answer.status != wanted:
            yield f"{address}: {answer.told}"
