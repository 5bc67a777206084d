"""Hold together what a host must know of the site that it serves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

from plugins.faults import ROOT
from tools.addresses.ledger import Ledger
from tools.build import read_clinic

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Site:
    """Where the site is published, and what became of addresses of the past.

    ``url`` has no slash at its end; ``redirects`` and ``gone`` are those of the ledger; ``form`` is the name of the
    service that receives the consultation form; a ``preview`` is kept out of search engines.
    """

    url: str
    redirects: dict[str, str]
    gone: dict[str, str]
    form: str = ""
    preview: bool = False

    @classmethod
    def read(cls, root: Path = ROOT, *, preview: bool = False) -> Self:
        """The site of the project in ``root``; raises BuildRefused where its data has faults."""
        clinic, ledger = read_clinic(root), Ledger.read(root)
        return cls(clinic.url.rstrip("/"), ledger.redirects, ledger.gone, clinic.form.provider, preview)

    @property
    def root(self) -> str:
        """The path under which the site lives: "" or "/path"."""
        return urlsplit(self.url).path

    @property
    def host(self) -> str:
        """The name of its host, "www.example.com"."""
        return urlsplit(self.url).netloc


def spellings(address: str) -> list[str]:
    """An address of the past as people may have kept it: with a slash at its end and without, unless it is a file's."""
    plain = address.rstrip("/")
    is_file = "." in plain.rpartition("/")[2]
    return [address] if is_file or not plain else [f"{plain}/", plain]
