"""Allow pages what they carry themselves, and nothing else."""

from __future__ import annotations

from base64 import b64encode
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from markupsafe import Markup
from pelican.plugins import signals

if TYPE_CHECKING:
    from pelican.generators import Generator

    from plugins.models.form import ConsultationForm

POSTS = 'method="post"'  # the consultation form stands on the page
# theme/components/search-link/search-link.js adds them (WICG nav-speculation).
SPECULATION_RULES = "'inline-speculation-rules'"


def content_security_policy(body: str, styles: str, *, form: ConsultationForm) -> Markup:
    """A policy (W3C CSP 3) for the site's own pictures and scripts, the page's own styles, and its form.

    JSON-LD is data, which no policy is asked about.
    """
    receivers = " ".join(("'self'", *(form.hosts if POSTS in body else ())))
    policy = {
        "default-src": "'none'",
        "connect-src": receivers if form.answers else "'self'",  # without 'self' Lighthouse cannot read robots.txt
        "img-src": "'self'",
        "manifest-src": "'self'",
        "script-src": f"'self' {SPECULATION_RULES}",
        "style-src": _hash(styles),
        "form-action": receivers,
        "base-uri": "'none'",
    }
    # Its quotation marks are single ones: nothing in it needs escaping in an attribute.
    return Markup("; ".join(f"{directive} {value}" for directive, value in policy.items()))  # noqa: S704


def _hash(inline: str) -> str:
    return f"'sha256-{b64encode(sha256(inline.encode()).digest()).decode()}'"


def hand_over(generator: Generator) -> None:
    """Give the templates a style block's policy; none in development: the preview adds a script."""
    settings = generator.settings
    policy = partial(content_security_policy, form=settings["FORM"]) if settings["PRODUCTION"] else None
    generator.context["content_security_policy"] = policy


def register() -> None:
    """Called by Pelican."""
    signals.generator_init.connect(hand_over)
