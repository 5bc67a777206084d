"""Gather the theme's style sheets into one block that every page carries, and the policy that allows it."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import rcssmin
from markupsafe import Markup
from pelican.plugins import signals

if TYPE_CHECKING:
    from pelican import Pelican
    from pelican.generators import Generator

    from plugins.models.clinic import Clinic

FIRST = "layers.css"
COMPONENTS = "@layer components {"


def gather(theme: Path) -> str:
    """The theme's CSS, minified: the order of the layers first, then css/, then the components by name in one block."""
    sheets = sorted((theme / "css").glob("*.css"), key=lambda path: (path.name != FIRST, path.name))
    shared = [sheet.read_text(encoding="utf-8") for sheet in sheets]
    own = [_inside(sheet.read_text(encoding="utf-8")) for sheet in sorted(theme.glob("components/*/*.css"))]
    return str(rcssmin.cssmin("\n".join((*shared, COMPONENTS, *own, "}"))))


def _inside(sheet: str) -> str:
    """What a component's sheet says inside its layer: opened once for all of them, it costs no bytes for each."""
    before, layer, inside = sheet.partition(COMPONENTS)
    return before + inside.rstrip().removesuffix("}") if layer else sheet


def content_security_policy(styles: str, clinic: Clinic) -> Markup:
    """A policy (W3C CSP 3) that allows this site's own files, its one style block, and the form's endpoint."""
    style_hash = b64encode(sha256(styles.encode()).digest()).decode()
    endpoint = urlsplit(clinic.form.endpoint)
    policy = {
        "default-src": "'none'",
        "img-src": "'self'",
        "script-src": "'inline-speculation-rules'",
        "style-src": f"'sha256-{style_hash}'",
        "form-action": f"'self' {endpoint.scheme}://{endpoint.netloc}",
        "base-uri": "'none'",
    }
    # Its quotation marks are single ones: nothing in it needs escaping in an attribute.
    return Markup("; ".join(f"{directive} {value}" for directive, value in policy.items()))  # noqa: S704


def read_styles(pelican: Pelican) -> None:
    """Read the styles once for each build."""
    pelican.settings["STYLES"] = gather(Path(pelican.settings["THEME"]))


def hand_over(generator: Generator) -> None:
    """Give the templates ``styles`` and the policy, which is "" in development: the preview adds a script."""
    settings = generator.settings
    policy = (
        content_security_policy(settings["STYLES"], settings["CLINIC"])
        if settings["PRODUCTION"] and settings["CLINIC"]
        else ""
    )
    generator.context.update(styles=Markup(settings["STYLES"]), content_security_policy=policy)  # noqa: S704


def register() -> None:
    """Called by Pelican."""
    signals.get_generators.connect(read_styles)
    signals.generator_init.connect(hand_over)
