"""security.txt is what RFC 9116 asks for, and the same for one commit on any day."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from sectxt import Parser

from plugins.security_contact import FILE, committed, security_contact
from tests.conftest import ROOT
from tests.plugins.known import clinic
from tools.build import read_clinic

if TYPE_CHECKING:
    from pathlib import Path

SITE = "https://nova.health"
TODAY = datetime.datetime.now(datetime.UTC).date()


def parsed(text: str) -> Parser:
    return Parser(text.encode(), urls=f"{SITE}/{FILE}")


def test_another_reader_finds_nothing_wrong() -> None:
    read = parsed(security_contact(clinic(), SITE, TODAY))

    assert read.is_valid(), read.errors
    # It would also like a key to write with, and a signature: the clinic has neither.
    assert {wish["code"] for wish in read.recommendations} == {"no_encryption", "not_signed"}


def test_that_reader_would_find_it() -> None:
    good = security_contact(clinic(), SITE, TODAY)
    codes = {error["code"] for error in parsed(good.replace("mailto:", "").replace("Expires", "Ends")).errors}

    assert {"no_expire", "no_uri"} <= codes


def test_the_site_has_one_of_its_commit(site: Path) -> None:
    day = committed(ROOT)
    assert day

    text = (site / FILE).read_text(encoding="utf-8")
    assert text == security_contact(read_clinic(), read_clinic().url, day)
    assert f"Expires: {day + datetime.timedelta(days=360)}T00:00:00Z\n" in text


def test_what_was_never_committed_promises_nothing(tmp_path: Path) -> None:
    assert committed(tmp_path) is None
