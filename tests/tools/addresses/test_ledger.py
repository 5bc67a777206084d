"""No address that was ever published is lost, and every redirect leads to a page in one step."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from plugins.faults import BuildRefused
from tests.conftest import ROOT, write_files
from tools.addresses.ledger import FILE, Ledger

if TYPE_CHECKING:
    from pathlib import Path

PAGES = {"/", "/about/", "/location/", "/feeds/all.atom.xml"}
DAY = datetime.date(2026, 12, 1)
BAD = """[published]
"/about/" = 2026-12-01
"/parking/" = 2026-12-01
"/prices/" = 2026-12-01
"/team/" = 2026-12-01

[redirects]
"/team/" = "/about/#team"
"/staff/" = "/team/"
"/people/" = "/abuot/"
"/location" = "/about/"
"/round/" = "/and-round/"
"/and-round/" = "/round"
"/prices/" = "/location/"
"/map" = "/location/"
"/map/" = "/location/"
"old/" = "/about/"
"/?p=12" = "/about/"
"/portal/" = "https://portal.example.com/in?a=b"

[gone]
"/prices/" = "we publish none"
"/location/" = "we moved"
"/blog/" = " "
"""


def ledger(folder: Path, text: str) -> Ledger:
    write_files(folder, {FILE: text})
    return Ledger.read(folder)


def test_every_fault_is_told_at_its_line(tmp_path: Path) -> None:
    told = [str(fault).partition(f"{FILE}:")[2] for fault in ledger(tmp_path, BAD).faults(PAGES)]

    form = 'is no address of this site; write it like "/old/": letters, figures, hyphens and slashes'
    twice = "is redirected twice, with and without a slash at its end; remove one of the two lines"
    assert told == [
        '3:1: "/parking/" was published, and nothing is there now; '
        "lead it on in [redirects], or say in [gone] why it is gone",
        '9:1: "/staff/" leads to "/team/", which is redirected too; write "/about/#team"',
        '10:1: "/people/" leads to "/abuot/", and nothing is there; did you mean "/about/"?',
        '11:1: "/location" is redirected, and there is a page too; remove the line, or the page',
        '12:1: "/round/" is redirected in a circle; lead it to a page',
        '13:1: "/and-round/" is redirected in a circle; lead it to a page',
        '14:1: "/prices/" is both redirected and gone; remove one of the two lines',
        f'15:1: "/map" {twice}',
        f'16:1: "/map/" {twice}',
        f'17:1: "old/" {form}',
        f'18:1: "/?p=12" {form}',
        '23:1: "/location/" is gone, and there is a page too; remove the line, or the page',
        '24:1: "/blog/" is gone without a reason; say why, in a few words',
    ]


def test_an_address_is_lost_unless_a_line_says_what_became_of_it(tmp_path: Path) -> None:
    assert ledger(tmp_path, BAD).lost(PAGES) == ["/parking/"]
    assert ledger(tmp_path, BAD).lost(set()) == ["/about/", "/parking/"]


def test_new_addresses_get_their_lines_and_all_else_stays(tmp_path: Path) -> None:
    before = "# Ours.\n\n# Kept.\n[published]\n\n# By hand.\n[redirects]\n\n[gone]\n"
    first = ledger(tmp_path, before).with_published({"/b/", "/d/"}, DAY)
    noted = first.replace("-01\n", "-01  # the first\n", 1)
    second = ledger(tmp_path, noted).with_published({"/a/", "/b/", "/c/", "/e/"}, DAY.replace(day=2))

    assert second == before.replace(
        "[published]\n",
        '[published]\n"/a/" = 2026-12-02\n"/b/" = 2026-12-01  # the first\n"/c/" = 2026-12-02\n'
        '"/d/" = 2026-12-01\n"/e/" = 2026-12-02\n',
    )
    assert ledger(tmp_path, second).with_published({"/a/"}, DAY) == second
    last = ledger(tmp_path, '[redirects]\n[gone]\n[published]\n"/a/" = 2026-12-01')
    assert last.with_published({"/b/"}, DAY).endswith('"/a/" = 2026-12-01\n"/b/" = 2026-12-01\n')


@pytest.mark.parametrize("table", ["published", "redirects", "gone"])
def test_what_is_no_ledger_is_refused(tmp_path: Path, table: str) -> None:
    text = "[published]\n[redirects]\n[gone]\n".replace(f"[{table}]\n", f'[{table}]\n"/a/" = 5\n')

    with pytest.raises(BuildRefused, match=f'"{table}" is .*; write lines such as "/'):
        ledger(tmp_path, text)


def test_ours_can_be_read() -> None:
    assert Ledger.read(ROOT).source.name == FILE
