"""Write what CloudFront is told beside the files in S3: a function, a policy for headers, the page for errors."""

from __future__ import annotations

import json
import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools.addresses.built import NOT_FOUND
from tools.publish.dress.files import beside, farewells, moves, needs_a_domain, write
from tools.publish.headers import on_everything

if TYPE_CHECKING:
    from tools.publish.site import Site

PROGRAM = Path(__file__).with_suffix(".js")
LARGEST_FUNCTION = 10_240  # bytes, docs.aws.amazon.com: quotas on CloudFront Functions
SOON = 10  # seconds for which CloudFront remembers that a file is missing
GONE_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>This page is gone</title>
<h1>This page is gone</h1>
<p>Our number is on <a href="/">every page</a> that is there.</p>
</html>
"""


def dress(folder: Path, site: Site) -> None:
    """Beside the folder, in cloudfront/: function.js, and in Amazon's own shapes headers.json and errors.json."""
    here = beside(folder) / "cloudfront"
    write(here / "function.js", function(site))
    write(here / "headers.json", f"{json.dumps(headers_policy(site), indent=2)}\n")
    write(here / "errors.json", f"{json.dumps(error_responses(), indent=2)}\n")


def limits(folder: Path, site: Site) -> list[str]:
    """What is too much for CloudFront."""
    told = needs_a_domain(site, "This CloudFront function")
    if (size := len(function(site).encode())) > LARGEST_FUNCTION:
        what = f"the redirects of data/addresses.toml make one of {size}"
        told.append(f"CloudFront takes a function of {LARGEST_FUNCTION} bytes, and {what}.")
    return told


def function(site: Site) -> str:
    """The function with this site's redirects and farewells in it."""
    told = {"MOVED": moves(site), "GONE": dict.fromkeys(farewells(site), 1), "GONE_PAGE": GONE_PAGE}
    text = PROGRAM.read_text(encoding="utf-8")
    for name, value in told.items():
        text = re.sub(rf"(?<=^const {name} = ).*(?=;$)", partial(_json, value), text, flags=re.MULTILINE)
    return text


def _json(value: object, _: re.Match[str]) -> str:
    return json.dumps(value, separators=(",", ":"))


def headers_policy(site: Site) -> dict[str, Any]:
    """The headers as a ResponseHeadersPolicyConfig of Amazon's interface, in which some have places of their own."""
    rest = on_everything(preview=site.preview)
    seconds = int(rest.pop("Strict-Transport-Security").removeprefix("max-age="))
    rest.pop("X-Content-Type-Options")
    security: dict[str, dict[str, Any]] = {
        "StrictTransportSecurity": {"AccessControlMaxAgeSec": seconds},
        "ContentTypeOptions": {},
        "ReferrerPolicy": {"ReferrerPolicy": rest.pop("Referrer-Policy")},
        "FrameOptions": {"FrameOption": rest.pop("X-Frame-Options")},
        "ContentSecurityPolicy": {"ContentSecurityPolicy": rest.pop("Content-Security-Policy")},
    }
    custom = [{"Header": name, "Value": value, "Override": True} for name, value in rest.items()]
    return {
        "Name": f"{site.host.replace('.', '-')}{'-preview' * site.preview}",
        "SecurityHeadersConfig": {name: {"Override": True, **settings} for name, settings in security.items()},
        "CustomHeadersConfig": {"Quantity": len(custom), "Items": custom},
    }


def error_responses() -> dict[str, Any]:
    """The page for what is missing, as CustomErrorResponses: S3 says 403 where nobody may list the bucket."""
    items = [
        {"ErrorCode": code, "ResponsePagePath": NOT_FOUND, "ResponseCode": "404", "ErrorCachingMinTTL": SOON}
        for code in (403, 404)
    ]
    return {"Quantity": len(items), "Items": items}
