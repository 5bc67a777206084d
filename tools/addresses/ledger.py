"""Keep every address that was ever published: when, where it leads now, or why it is gone."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from pydantic import Field

from plugins.faults import ROOT, BuildRefused, Fault, did_you_mean
from plugins.models.toml import TomlSource, read_toml
from plugins.models.validation import Model
from tools.addresses.built import INDEX

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE = "data/addresses.toml"
LOCAL = re.compile(r"/(?:[\w.~-]+/)*[\w.~-]*", re.ASCII)
ELSEWHERE = re.compile(r"https://[\w.-]+/\S*")
LOST = ("was published, and nothing is there now", "lead it on in [redirects], or say in [gone] why it is gone")
Wrong = tuple[str, str] | None  # what is wrong with an address, and what to do


class Tables(Model):
    """The three tables of data/addresses.toml, each by address."""

    published: dict[str, datetime.date] = Field(description='lines such as "/about/" = 2026-12-01')
    redirects: dict[str, str] = Field(description='lines such as "/old/" = "/new/"')
    gone: dict[str, str] = Field(description='lines such as "/old/" = "we no longer offer it"')


@dataclass(frozen=True)
class Ledger:
    """What data/addresses.toml says. Addresses begin with "/" and count from the site's own root."""

    tables: Tables
    source: TomlSource

    @classmethod
    def read(cls, root: Path = ROOT) -> Self:
        """Read the ledger of the project in ``root``; raises BuildRefused where its shape is wrong."""
        told: set[Fault] = set()
        tables = read_toml(root / FILE, Tables, told)
        if tables is None:
            raise BuildRefused(told)
        return cls(tables, TomlSource.read(root / FILE))

    @property
    def redirects(self) -> dict[str, str]:
        """Where each address of the past leads now."""
        return self.tables.redirects

    @property
    def gone(self) -> dict[str, str]:
        """Why each address that is gone for good is gone."""
        return self.tables.gone

    def lost(self, addresses: set[str]) -> list[str]:
        """What was published once, is not among ``addresses`` now, and leads nowhere; sorted."""
        told = {_plain(address) for address in (*self.redirects, *self.gone)}
        return sorted(a for a in self.tables.published.keys() - addresses if _plain(a) not in told)

    def faults(self, addresses: set[str]) -> list[Fault]:
        """Everything wrong with redirects and farewells on a site that has these addresses, lost ones too; sorted."""
        wrong: dict[str, Mapping[str, Wrong]] = {
            "redirects": {old: self._wrong_redirect(old, new, addresses) for old, new in self.redirects.items()},
            "gone": {old: _wrong_farewell(old, reason, addresses) for old, reason in self.gone.items()},
            "published": dict.fromkeys(self.lost(addresses), LOST),
        }
        told = ((table, old, found) for table, lines in wrong.items() for old, found in lines.items() if found)
        return sorted(self.source.fault_at(f'"{old}" {found[0]}', found[1], table, old) for table, old, found in told)

    def with_published(self, addresses: set[str], day: datetime.date) -> str:
        """The file's text with a line for each address that is new, in the order of addresses; all else as it was."""
        lines = f"{self.source.text.rstrip()}\n".splitlines(keepends=True)
        for address in sorted(addresses - self.tables.published.keys()):
            lines.insert(_place_for(address, lines), f'"{address}" = {day.isoformat()}\n')
        return "".join(lines)

    def _wrong_redirect(self, old: str, new: str, addresses: set[str]) -> Wrong:
        if old in self.gone:
            return "is both redirected and gone", "remove one of the two lines"
        if wrong := _wrong_address(old, "redirected", addresses):
            return wrong
        if sum(_plain(old) == _plain(other) for other in self.redirects) > 1:
            return "is redirected twice, with and without a slash at its end", "remove one of the two lines"
        if ELSEWHERE.fullmatch(new):
            return None
        end = self._end_of(new)
        if end is None:
            return "is redirected in a circle", "lead it to a page"
        if end != new:
            return f'leads to "{new}", which is redirected too', f'write "{end}"'
        path = new.partition("#")[0]
        if path not in addresses:
            return f'leads to "{new}", and nothing is there', did_you_mean(path, addresses, "lead it to a page")
        return None

    def _end_of(self, address: str) -> str | None:
        """Where one ends who sets out at ``address``; None for nowhere, because the redirects go round in a circle."""
        onward = {_plain(old): new for old, new in self.redirects.items()}
        for _ in range(len(onward) + 1):
            if _plain(address) not in onward:
                return address
            address = onward[_plain(address)]
        return None


def _wrong_farewell(old: str, reason: str, addresses: set[str]) -> Wrong:
    if not reason.strip():
        return "is gone without a reason", "say why, in a few words"
    return _wrong_address(old, "gone", addresses)


def _wrong_address(old: str, state: str, addresses: set[str]) -> Wrong:
    if not LOCAL.fullmatch(old):
        return "is no address of this site", 'write it like "/old/": letters, figures, hyphens and slashes'
    if _plain(old) in map(_plain, addresses):
        return f"is {state}, and there is a page too", "remove the line, or the page"
    return None


def _plain(address: str) -> str:
    """Hosts lead "/about" and "/about/index.html" to "/about/", so all three are one address; without "#…"."""
    return f"{address.partition('#')[0].removesuffix(INDEX).rstrip('/')}/"


def _place_for(address: str, lines: list[str]) -> int:
    """The number of the line, from 0, before which the line of a new address goes."""
    first = place = next(number for number, line in enumerate(lines, 1) if line.startswith("[published]"))
    for number, line in enumerate(lines[first:], first):
        if line.startswith("["):
            break
        if line.startswith('"'):
            if line > f'"{address}"':
                return number
            place = number + 1
    return place
