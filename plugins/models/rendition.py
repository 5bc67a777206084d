"""The small modern files that stand for one picture."""

from __future__ import annotations

import json
import os
import re
import time
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

import PIL
from PIL import Image, ImageOps

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

DRAWN = ".svg"
VIEW_BOX = re.compile(r'viewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"')
WIDTHS = (480, 960, 1440)
KEPT = 30 * 86_400  # seconds that a file is kept after a build has used it
# At AVIF 60 and WebP 80 a photograph looks like JPEG 80 at half its size.
QUALITY = {"avif": {"quality": 60, "speed": 6}, "webp": {"quality": 80, "method": 6}}


class Rendition(NamedTuple):
    """One file made from a picture: its name in the output's images/, its size in pixels."""

    name: str
    width: int
    height: int


def renditions(picture: Path, cache: Path) -> dict[str, list[Rendition]]:
    """The files made from ``picture``, by format, narrowest first; each is encoded once and kept in ``cache``.

    The key is a hash of the picture's bytes, these settings and Pillow's version. Rotation by EXIF is applied, and no
    EXIF is kept.
    """
    recipe = json.dumps([WIDTHS, QUALITY, PIL.__version__]).encode()
    key = sha256(picture.read_bytes() + recipe).hexdigest()[:10]
    record = cache / f"{picture.stem}-{key}.json"
    if record.exists():
        found = json.loads(record.read_text(encoding="utf-8"))
        made = {suffix: [Rendition(*rendition) for rendition in files] for suffix, files in found.items()}
        if all((cache / rendition.name).is_file() for files in made.values() for rendition in files):
            return made
    cache.mkdir(parents=True, exist_ok=True)
    made = _encode(picture, key, cache)
    _keep(record, json.dumps(made).encode())
    return made


def drawing(picture: Path, cache: Path) -> Rendition:
    """An SVG as it is, kept once under a name that carries its hash; its size is that of its viewBox.

    Raises ValueError for a file that has none.
    """
    text = picture.read_text(encoding="utf-8")
    view_box = VIEW_BOX.search(text)
    if not view_box:
        raise ValueError(f"{picture} has no viewBox")
    name = f"{picture.stem}-{sha256(text.encode()).hexdigest()[:10]}{DRAWN}"
    kept = cache / name
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        _keep(kept, text.encode())
    return Rendition(name, round(float(view_box[1])), round(float(view_box[2])))


def forget(cache: Path) -> None:
    """Have every picture encoded anew. The files stay where they are: another build may be about to publish them."""
    for record in cache.glob("*.json"):
        record.unlink(missing_ok=True)


def prune(cache: Path, used: Collection[str]) -> None:
    """Drop the files that no build has used for ``KEPT`` seconds; this one has used those of these names."""
    records = {f"{name.rpartition('-')[0]}.json" for name in used}
    now = time.time()
    for path in cache.glob("*"):
        if path.name in used or path.name in records:
            os.utime(path)
        elif now - path.stat().st_mtime > KEPT:
            path.unlink(missing_ok=True)


def _encode(picture: Path, key: str, cache: Path) -> dict[str, list[Rendition]]:
    with Image.open(picture) as opened:
        upright = ImageOps.exif_transpose(opened)
        mode = "RGBA" if upright.has_transparency_data else "RGB"
        image = upright.convert(mode)
    widths = sorted({min(width, image.width) for width in WIDTHS})
    made: dict[str, list[Rendition]] = {suffix: [] for suffix in QUALITY}
    for width in widths:
        height = round(image.height * width / image.width)
        resized = image.resize((width, height), Image.Resampling.LANCZOS)
        for suffix, options in QUALITY.items():
            name = f"{picture.stem}-{key}-{width}.{suffix}"
            encoded = BytesIO()
            resized.save(encoded, suffix, **options)
            _keep(cache / name, encoded.getvalue())
            made[suffix].append(Rendition(name, width, height))
    return made


def _keep(path: Path, data: bytes) -> None:
    """Write a whole file or none, whichever other build writes it too."""
    part = path.with_name(f"{path.name}.{os.getpid()}")
    part.write_bytes(data)
    part.replace(path)
