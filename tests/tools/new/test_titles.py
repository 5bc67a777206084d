"""Any title at all is read back as it was typed, or refused."""

from __future__ import annotations

from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.addresses import NAME
from plugins.contract import KINDS
from plugins.faults import Fault, Source
from plugins.models.validation import validate
from plugins.models.yaml import read_fields
from tools.new.names import NothingWritten, checked, file_name
from tools.new.start import start

SPECIAL = "\"'#:[]{}&*!|>%@`\\-?,~= \t\n\x85\u2028\ufeff"
TITLES = st.text(st.one_of(st.characters(), st.sampled_from(SPECIAL), st.sampled_from("aZ0é北🙂")), max_size=80)


@settings(derandomize=True, database=None, max_examples=400, deadline=None)
@given(title=TITLES, kind=st.sampled_from(sorted(KINDS)))
@example(title="null", kind="page")
@example(title="a: b", kind="page")
@example(title="a #b", kind="page")
def test_a_title_is_read_back_as_it_was_typed(title: str, kind: str) -> None:
    try:
        wanted, name = checked(title), file_name(checked(title))
    except NothingWritten:
        return
    assert NAME.fullmatch(f"{name}.md")
    assert len(name) <= 60
    assert not name.startswith("-")
    assert not name.endswith("-")
    text = start(kind, wanted)
    source = Source(Path("/page.md"), text)
    faults: set[Fault] = set()
    fields = read_fields(source, 4, text.index("\n---\n") + 1, faults)
    assert fields
    assert fields.values["Title"] == wanted
    assert validate(KINDS[kind], fields.values, source, faults, lambda _: 0)
    assert faults == set()
