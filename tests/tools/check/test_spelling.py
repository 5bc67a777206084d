"""Every misspelt word is told with the nearest right one; what is not prose, and names, are let be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from plugins.faults import ROOT, Source
from tests.conftest import write_files
from tools.check.project import markdown_files
from tools.check.spelling import check_spelling

if TYPE_CHECKING:
    from plugins.faults import Fault

BIBLIOGRAPHY = """@article{zzyzx2024,
  author = {Quackenbosch, Z. and others},
  title = {A titel},
  study = {review},
  direction = {for},
}
"""
ADD = "add it to data/words.txt"
TERRIBLE = """---
Title: Our treatement
Description: The clinic's anxeity course, Quackenbosch's own.
Condition: zzyzx
---
## The hte course {#crse .klass}

Ketmaine, esketamine and PTSD; ptsd too. It doesn\u2019t help depresion:
see [the hospitl](https://example.com/qwrt "A titel"), [@zzyzx2024], `cde fgh`, <span class="qwxz">and</span>
https://example.com/xyzzyq or [the seconnd][qrst], at sombody@example.com, 3rd, 5mg.

```
kode in a blok
```

!!! note "An oddity"
    Xqzzk stands in Novaville, with Novason.

[qrst]: https://example.com/asdfg
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    files = {
        "clinic.toml": 'name = "Clinic of Novaville"  # no Kommentar',
        "people.toml": '[pat]\nname = "Pat Novason"',
        "references.bib": BIBLIOGRAPHY,
        "words.txt": "# Right words.\nesketamine\nketamine\nPTSD\n",
    }
    return write_files(tmp_path, files)


def complaints(faults: list[Fault]) -> list[str]:
    return [f"{Path(fault.path).name}:{str(fault).removeprefix(f'{fault.path}:')}" for fault in faults]


def test_every_misspelt_word_is_told_with_the_nearest_right_one(data: Path) -> None:
    def unknown(word: str, nearest: str) -> str:
        return f'"{word}" is not in the dictionary; did you mean "{nearest}"? If it is right as it is, {ADD}'

    assert complaints(check_spelling([Source(Path("new.md"), TERRIBLE), Source(Path("b.md"), "Ketamine")], data)) == [
        f"new.md:2:12: {unknown('treatement', 'treatment')}",
        f"new.md:3:27: {unknown('anxeity', 'anxiety')}",
        f"new.md:6:8: {unknown('hte', 'the')}",
        f"new.md:8:1: {unknown('Ketmaine', 'Ketamine')}",
        f"new.md:8:32: {unknown('ptsd', 'PTSD')}",
        f"new.md:8:58: {unknown('depresion', 'depression')}",
        f"new.md:9:10: {unknown('hospitl', 'hospital')}",
        f"new.md:9:47: {unknown('titel', 'title')}",
        f"new.md:10:36: {unknown('seconnd', 'second')}",
        f'new.md:17:5: "Xqzzk" is not in the dictionary; correct it, or {ADD}',
    ]


def test_the_list_is_kept_in_order_and_small(data: Path) -> None:
    write_files(data, {"words.txt": "# Right words.\nPTSD\nketamine\nketamine\ntreatment\nunused\n"})

    assert complaints(check_spelling([Source(Path("new.md"), "Ketamine treatment for PTSD")], data)) == [
        'words.txt:3:1: "ketamine" stands below "PTSD"; keep the words in the order of the alphabet',
        'words.txt:3:1: "ketamine" stands here twice; keep one of the two',
        'words.txt:5:1: warning: "treatment" is in no text, or needs no entry; remove it',
        'words.txt:6:1: warning: "unused" is in no text, or needs no entry; remove it',
    ]


def test_the_content_is_spelt_right_and_needs_each_word_of_the_list() -> None:
    assert check_spelling([Source.read(path) for path in markdown_files()], ROOT / "data") == []
