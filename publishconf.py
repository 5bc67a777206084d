"""Settings of the production build: absolute addresses, feed, no drafts, no gallery."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *
from plugins.models.clinic import Clinic
from plugins.models.toml import read_toml

PRODUCTION = True
NOINDEX = False

# Faults in the file are told by the build itself, from plugins/facts.py.
_clinic = read_toml(Path(DATA_PATH) / "clinic.toml", Clinic, set())
SITEURL = _clinic.url.rstrip("/") if _clinic else ""

DRAFTS = False  # `invoke build --production --drafts` publishes them too, where nobody is led
DIRECT_TEMPLATES: list[str] = []
FEED_ALL_ATOM = "feeds/all.atom.xml"
