"""A picture that is written in parts is the same as in one."""

from __future__ import annotations

import zlib
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from plugins.models.png import Rows, png

WIDTH = 9
COLORS = [*range(30)]  # ten
ROWS = st.lists(
    st.lists(st.integers(0, 9), min_size=WIDTH, max_size=WIDTH).map(bytes) | st.just(bytes(WIDTH)), max_size=9
)


def rows_of(rows: list[bytes]) -> Rows:
    """These rows, with the 0 before each."""
    return Rows.of(Image.frombytes("L", (1 + WIDTH, len(rows)), b"".join(b"\0" + row for row in rows)))


@given(st.lists(ROWS.filter(bool), min_size=1, max_size=4))
def test_any_parts_are_a_whole(parts: list[list[bytes]]) -> None:
    rows = [row for part in parts for row in part]
    written = png(WIDTH, len(rows), COLORS, [*map(rows_of, parts)])
    stream = written.split(b"IDAT", 1)[1]

    with Image.open(BytesIO(written)) as picture:
        picture.verify()
    with Image.open(BytesIO(written)) as picture:
        assert (picture.format, picture.mode, picture.size) == ("PNG", "P", (WIDTH, len(rows)))
        assert picture.tobytes() == b"".join(rows)
        assert picture.getpalette() == COLORS
    # A wrong checksum is an error here.
    assert zlib.decompressobj().decompress(stream) == b"".join(b"\0" + row for row in rows)
