"""Write what several hosts' formats have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.publish.site import spellings

if TYPE_CHECKING:
    from pathlib import Path

    from tools.publish.headers import Rule
    from tools.publish.site import Site


def beside(folder: Path) -> Path:
    """Where a host's files go that no visitor may fetch: "output" has "output.host" beside it."""
    return folder.with_name(f"{folder.name}.host")


def write(path: Path, text: str) -> None:
    """Write a text, its folders too."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def moves(site: Site) -> dict[str, str]:
    """Where each address of the past leads, in all its spellings."""
    return {spelling: new for old, new in site.redirects.items() for spelling in spellings(old)}


def farewells(site: Site) -> list[str]:
    """The addresses that are gone for good, in all their spellings."""
    return [spelling for old in site.gone for spelling in spellings(old)]


def headers_file(rules: list[Rule]) -> str:
    """What Netlify and Cloudflare Pages read as _headers."""
    return "".join(
        "\n".join((rule.pattern, *(f"  {name}: {value}" for name, value in rule.headers.items()), "")) for rule in rules
    )


def redirects_file(lines: dict[str, tuple[str, int]]) -> str:
    """What both read as _redirects: from where, to where, with which status."""
    return "".join(f"{old} {new} {status}\n" for old, (new, status) in lines.items())


def all_files(folder: Path) -> list[Path]:
    """Every file of a folder, in order."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def needs_a_domain(site: Site, host: str) -> list[str]:
    """A complaint where the site lives below a path and the host can only serve it from the root of a domain."""
    if not site.root:
        return []
    return [f"{host} serves a site from the root of a domain, and ours is at {site.root}/: change url in clinic.toml."]
