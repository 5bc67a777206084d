"""What programs hide in a folder of texts is no text, however deep it lies."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from plugins.models.texts import texts, visible

NAMES = st.lists(st.text("ab.-", min_size=1, max_size=3).filter(lambda name: name.strip(".")), min_size=1, max_size=3)


@given(st.lists(NAMES))
def test_all_is_found_in_order_but_what_a_dot_hides(names: list[list[str]]) -> None:
    with tempfile.TemporaryDirectory(prefix=".hidden-") as hidden:
        folder = Path(hidden)
        for parts in names:
            folder.joinpath(*parts).mkdir(parents=True, exist_ok=True)
        found = sorted(folder.rglob("*"))

        assert visible(folder) == [
            path for path in found if not any(part[0] == "." for part in path.relative_to(folder).parts)
        ]


def test_texts_are_what_ends_in_md_and_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    for name in ("a/b.md", "a.md", "a.txt", ".a.md", ".a/b.md", "b/.#c.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / "c").symlink_to(tmp_path / "a")

    assert texts(tmp_path) == [tmp_path / "a" / "b.md", tmp_path / "a.md"]
    assert tmp_path / "c" in visible(tmp_path)
    assert texts(tmp_path / "none") == []
