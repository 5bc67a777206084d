"""Write a Caddyfile for this site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.addresses.built import NOT_FOUND
from tools.publish.dress.files import beside, farewells, moves, needs_a_domain, write
from tools.publish.headers import ASK, CACHE, KEPT, TYPES, content_type, on_everything

if TYPE_CHECKING:
    from pathlib import Path

    from tools.publish.site import Site

# Caddy gets the certificate and leads from http by itself. It forgets what "header" said when it handles an error, so
# that is said again there. Its own list of media types is the system's: ours stand here.
CADDYFILE = """(always) {{
	header {{
{always}
	}}
}}

{{$SITE_ADDRESS:{url}}} {{
	root * {{$SITE_FOLDER:/srv/www/site/current/site}}
	import always
	header ?{cache} "{ask}"
{lines}
	file_server {{
		precompressed br gzip
	}}
	handle_errors {{
		import always
		header {cache} "{ask}"
		header Content-Type "{html}"
		rewrite * {not_found}
		file_server {{
			precompressed br gzip
		}}
	}}
}}
"""


def dress(folder: Path, site: Site) -> None:
    """Beside the folder: Caddyfile. Where the site lies elsewhere, SITE_FOLDER in Caddy's environment says so."""
    lines = [
        *(f"@{suffix[1:]} path *{suffix}" for suffix in TYPES),
        *(f'header @{suffix[1:]} Content-Type "{kind}"' for suffix, kind in TYPES.items()),
        *(f'@kept{number} path_regexp "^(?:{pattern.pattern})$"' for number, pattern in enumerate(KEPT)),
        *(f'header @kept{number} {CACHE} "{cache}"' for number, cache in enumerate(KEPT.values())),
        *(f'redir {old} "{new}" 301' for old, new in moves(site).items()),
        *(f"error {old} 410" for old in farewells(site)),
    ]
    text = CADDYFILE.format(
        always="\n".join(f'\t\t{name} "{value}"' for name, value in on_everything(preview=site.preview).items()),
        url=site.url,
        cache=CACHE,
        ask=ASK,
        lines="\n".join(f"\t{line}" for line in lines),
        html=content_type(NOT_FOUND),
        not_found=NOT_FOUND,
    )
    write(beside(folder) / "Caddyfile", text)


def limits(_: Path, site: Site) -> list[str]:
    """What this configuration cannot do."""
    return needs_a_domain(site, "This Caddyfile")
