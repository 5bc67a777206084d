"""Write the part of an nginx configuration that is about this site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.addresses.built import NOT_FOUND
from tools.publish.dress.files import beside, farewells, moves, needs_a_domain, write
from tools.publish.headers import ASK, CACHE, KEPT, TYPES, on_everything

if TYPE_CHECKING:
    from pathlib import Path

    from tools.publish.site import Site

# A location with an add_header of its own would send none of those outside it: so all stand here, and a location only
# sets what is sent as Cache-Control. nginx begins anew for 404.html, which therefore is not kept as the missing file.
CONFIGURATION = """# For {host}: include this in the server block that has its certificate and its root.
index index.html;
default_type application/octet-stream;
charset utf-8;
charset_types {charsets};
types {{
{types}
}}
absolute_redirect off;
gzip_static on;
gzip_vary on;
error_page 404 410 {not_found};
set $kept "{ask}";
add_header {cache} $kept always;
{headers}
location / {{ try_files $uri $uri/ =404; }}
location ~ /\\.(?!well-known/) {{ return 404; }}
{locations}"""
BROTLI = """# Include this too where nginx has its brotli module (libnginx-mod-http-brotli-static in Debian).
brotli_static on;
"""


def dress(folder: Path, site: Site) -> None:
    """Beside the folder: nginx/site.conf, and nginx/brotli.conf for a server with that module."""
    media = {suffix: kind.partition(";") for suffix, kind in TYPES.items()}
    locations = [
        *(f'location ~ "^(?:{pattern.pattern})$" {{ set $kept "{cache}"; }}' for pattern, cache in KEPT.items()),
        *(f'location = {old} {{ return 301 "{new}"; }}' for old, new in moves(site).items()),
        *(f"location = {old} {{ return 410; }}" for old in farewells(site)),
    ]
    text = CONFIGURATION.format(
        host=site.host,
        charsets=" ".join(
            dict.fromkeys(kind for kind, charset, _ in media.values() if charset and kind != "text/html")
        ),
        types="\n".join(f"  {kind} {suffix[1:]};" for suffix, (kind, _, _) in media.items()),
        not_found=NOT_FOUND,
        ask=ASK,
        cache=CACHE,
        headers="\n".join(
            f'add_header {name} "{value}" always;' for name, value in on_everything(preview=site.preview).items()
        ),
        locations="\n".join((*locations, "")),
    )
    write(beside(folder) / "nginx" / "site.conf", text)
    write(beside(folder) / "nginx" / "brotli.conf", BROTLI)


def limits(_: Path, site: Site) -> list[str]:
    """What this configuration cannot do."""
    return needs_a_domain(site, "This nginx configuration")
