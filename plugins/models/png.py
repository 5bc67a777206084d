"""Write pictures of few colors as PNG, so that rows that many have in common are deflated once."""

from __future__ import annotations

import struct
import zlib
from itertools import starmap
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PIL import Image

SIGNATURE = b"\x89PNG\r\n\x1a\n"
BEGIN, END = b"\x78\x01", b"\x03\x00"  # of a stream of zlib: its header, and a last block with nothing in it
PRIME = 65521  # of Adler-32


class Rows(NamedTuple):
    """Rows of a picture, deflated so that others may stand before and after them; their length, and their checksum."""

    deflated: bytes
    size: int
    adler: int

    @classmethod
    def of(cls, picture: Image.Image) -> Rows:
        """The rows of a picture that begin with a 0 each: so says PNG that a row is written as it is."""
        rows = picture.tobytes()
        # Most of them are of one color for long stretches: to look for those alone takes a third of the time.
        deflate = zlib.compressobj(wbits=-zlib.MAX_WBITS, strategy=zlib.Z_RLE)
        return cls(deflate.compress(rows) + deflate.flush(zlib.Z_SYNC_FLUSH), len(rows), zlib.adler32(rows))


def png(width: int, height: int, colors: list[int], parts: list[Rows]) -> bytes:
    """The picture of these rows, of which each byte is the number of one of the colors, red, green and blue in turn."""
    adler = 1
    for part in parts:
        adler = _joined(adler, part)
    chunks = {
        b"IHDR": struct.pack(">2I5B", width, height, 8, 3, 0, 0, 0),  # 8 bits each, by a palette
        b"PLTE": bytes(colors),
        b"IDAT": b"".join((BEGIN, *(part.deflated for part in parts), END, adler.to_bytes(4))),
        b"IEND": b"",
    }
    return SIGNATURE + b"".join(starmap(_chunk, chunks.items()))


def _joined(adler: int, then: Rows) -> int:
    """The Adler-32 of bytes that have this one, and of these rows after them."""
    low, high = adler % 2**16 - 1, adler >> 16
    return (high + (then.adler >> 16) + then.size * low) % PRIME << 16 | (low + then.adler % 2**16) % PRIME


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
