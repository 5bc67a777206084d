"""The words of a page lie in a file, and are read from it as they were written."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.models.spool import SETTING, Spool, Spooled, Words

TEXT = st.text() | st.lists(st.sampled_from(["a", "\ud800", "\udfff"])).map("".join)  # halves of surrogate pairs, too


class Page:
    """As Pelican's pages are."""

    words = Words("words")

    def __init__(self, **settings: Any) -> None:
        self.settings = settings


@given(st.lists(TEXT))
def test_every_text_comes_back(texts: list[str]) -> None:
    with TemporaryDirectory() as folder:
        spool = Spool(Path(folder))
        kept = [spool.put(text) for text in texts]

        assert all(isinstance(place, Spooled) for place in kept)
        assert [spool.get(place) for place in kept] == texts
        assert not [*Path(folder).iterdir()]


def test_a_copy_of_the_process_reads_what_was_written_and_writes_over_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spool = Spool(tmp_path)
    before = spool.put("before")
    with monkeypatch.context() as copied:
        copied.setattr(os, "getpid", lambda: 0)
        own = spool.put("in the copy")
        assert (own, spool.get(own), spool.get(before)) == ("in the copy", "in the copy", "before")

    after = spool.put("after")

    assert (spool.get(before), spool.get(after)) == ("before", "after")


def test_a_page_holds_the_place_of_its_words_and_shows_the_words(tmp_path: Path) -> None:
    page = Page(**{SETTING: Spool(tmp_path)})
    assert not hasattr(page, "words")

    page.words = "old"
    page.words = f"{page.words}, then new"

    assert page.words == "old, then new"
    assert isinstance(vars(page)["words"], Spooled)


@pytest.mark.parametrize(("words", "settings"), [("words", {}), (None, {SETTING: None}), ("", {SETTING: None})])
def test_without_a_spool_or_without_words_they_are_held(words: str | None, settings: dict[str, Any]) -> None:
    page = Page(**settings)

    page.words = words

    assert vars(page)["words"] == page.words == words
