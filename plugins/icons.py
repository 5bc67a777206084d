"""Make the icons that platforms ask for of the site's one drawing, and the manifest that names them."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import resvg_py
from pelican.plugins import signals
from PIL import Image

from plugins.models.tokens import colors

if TYPE_CHECKING:
    from pelican import Pelican

    from plugins.models.clinic import Clinic

DRAWING = "favicon.svg"
DARK = re.compile(r"@media\(prefers-color-scheme:dark\)\{[^}]*\}\}")
TOUCH, LARGE, OLD, MANIFEST = "apple-touch-icon.png", "icon-512.png", "favicon.ico", "manifest.webmanifest"
# Pixels, and how much of the width the drawing takes. Apple cuts corners; of a maskable icon only the circle in the
# middle, four fifths wide, is sure to be seen (W3C, Web Application Manifest).
PICTURES = {TOUCH: (180, 0.76), "icon-192.png": (192, 0.84), LARGE: (512, 0.84), "icon-maskable-512.png": (512, 0.68)}
OLD_SIZES = [(16, 16), (32, 32), (48, 48)]  # what Windows shows of favicon.ico


def picture(drawing: str, size: int, share: float, ground: str = "") -> bytes:
    """A square PNG of so many pixels with the drawing in its middle, on a color or on nothing."""
    inside = re.sub(r"<svg[^>]*>|</svg>", "", DARK.sub("", drawing))
    edge = 32 * (1 - share) / 2  # the drawing's own view box is 32 wide
    paint = f'<path fill="{ground}" d="M0 0h32v32H0z"/>' if ground else ""
    begin = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="{size}" height="{size}">'
    svg = f'{begin}{paint}<svg x="{edge}" y="{edge}" width="{32 * share}" height="{32 * share}" viewBox="0 0 32 32">'
    return bytes(resvg_py.svg_to_bytes(f"{svg}{inside}</svg></svg>", skip_system_fonts=True))


def manifest(clinic: Clinic, root: str, theme: dict[str, str]) -> dict[str, object]:
    """What a telephone asks for that keeps the site on its home screen (https://www.w3.org/TR/appmanifest/)."""
    icons = [
        {
            "src": f"{root}/{name}",
            "sizes": f"{size}x{size}",
            "type": "image/png",
            "purpose": "maskable" if "maskable" in name else "any",
        }
        for name, (size, _) in PICTURES.items()
        if name != TOUCH
    ]
    return {
        "name": clinic.name,
        "description": clinic.tagline,
        "lang": "en-US",
        "start_url": f"{root}/",
        "scope": f"{root}/",
        "display": "browser",  # it is a site: its address stays in view, and so does the way back
        "theme_color": theme["deep"],
        "background_color": theme["paper"],
        "icons": icons,
    }


def write(pelican: Pelican) -> None:
    """Write all of them into the output of a production build."""
    settings, output = pelican.settings, Path(pelican.output_path)
    if not settings["PRODUCTION"]:
        return
    theme = colors(Path(settings["THEME"]))
    drawing = Path(settings["THEME"], "static", DRAWING).read_text(encoding="utf-8")
    for name, (size, share) in PICTURES.items():
        (output / name).write_bytes(picture(drawing, size, share, theme["paper"]))
    with Image.open(BytesIO(picture(drawing, 48, 1))) as icon:
        icon.save(output / OLD, sizes=OLD_SIZES)
    text = json.dumps(manifest(settings["CLINIC"], settings["SITE_ROOT"], theme), indent=1, ensure_ascii=False)
    (output / MANIFEST).write_text(f"{text}\n", encoding="utf-8")


def register() -> None:
    """Called by Pelican."""
    signals.finalized.connect(write)
