"""Settings of a development build: everything shown, nothing absolute."""

import sys
from pathlib import Path

from jinja2 import StrictUndefined

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

from plugins import (
    a_to_z,
    addresses,
    blocks,
    cards,
    citations,
    claims,
    clinic_links,
    components,
    content_security_policy,
    dates,
    drafts,
    evidence,
    facts,
    faults,
    feeds,
    figures,
    forms,
    front_matter,
    glossary,
    icons,
    leftovers,
    links,
    listing,
    llms,
    memory,
    navigation,
    notices,
    people,
    pictures,
    reading,
    related,
    rendering,
    reviews,
    scripts,
    search,
    sections,
    security_contact,
    sitemap,
    structured_data,
    styles,
    tables,
    twins,
    vcards,
    whitespace,
)

PRODUCTION = False
DRAFTS = True  # under /drafts/
SITEURL = ""
RELATIVE_URLS = False

# In the order in which they take part: each reads what those before it have set; sections come late, because only then
# is an article whole, and reading last, because it closes the memory.
PLUGINS = [
    faults,
    memory,
    facts,
    notices,
    people,
    forms,
    clinic_links,
    glossary,
    citations,
    evidence,
    claims,
    pictures,
    front_matter,
    reviews,
    components,
    blocks,
    dates,
    styles,
    scripts,
    content_security_policy,
    addresses,
    listing,
    links,
    navigation,
    related,
    cards,
    structured_data,
    a_to_z,
    sections,
    vcards,
    drafts,
    whitespace,
    search,
    feeds,
    icons,
    sitemap,
    twins,
    llms,
    security_contact,
    rendering,
    reading,
]

PATH = str(ROOT / "content")
DATA_PATH = str(ROOT / "data")
THEME = str(ROOT / "theme")
OUTPUT_PATH = str(ROOT / "output")
CACHE_PATH = str(ROOT / ".cache")
DELETE_OUTPUT_DIRECTORY = False
THEME_STATIC_DIR = "."
STATIC_PATHS: list[str] = []  # plugins/pictures.py publishes content/images/
IGNORE_FILES = [".*", "**/.*", "*~", "#*#", "Thumbs.db", "desktop.ini", "__pycache__"]

# A path is an address: services/depression.md is /services/depression/.
FILENAME_METADATA = ""  # Pelican would take 2026-03-31.md for a date
PATH_METADATA = r"(?P<slug>.+?)(?:/index)?\.md$"
ARTICLE_URL = PAGE_URL = "{slug}/"
ARTICLE_SAVE_AS = PAGE_SAVE_AS = "{slug}/index.html"
DRAFT_URL = DRAFT_PAGE_URL = "drafts/{slug}/"
DRAFT_SAVE_AS = DRAFT_PAGE_SAVE_AS = "drafts/{slug}/index.html"
EXTRA_PATH_METADATA = {
    "index.md": {"url": "", "save_as": "index.html"},
    "404.md": {"url": "404.html", "save_as": "404.html"},
}
PAGE_PATHS = ["", "articles/index.md"]
PAGE_EXCLUDES = ["articles", "images"]
ARTICLE_TRANSLATION_ID = PAGE_TRANSLATION_ID = None

# The newest first; of one day, by address, because Pelican finds files in another order each time.
ARTICLE_ORDER_BY = sections.newest_first

# The house has one list of articles, a page of its own; Pelican's other lists are not written.
DIRECT_TEMPLATES = ["gallery"]
GALLERY_SAVE_AS = "gallery/index.html"
USE_FOLDER_AS_CATEGORY = False
DEFAULT_METADATA = {"category": "Articles"}  # Pelican 4.12 cannot write a draft of an article without one
CATEGORY_SAVE_AS = TAG_SAVE_AS = AUTHOR_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

TIMEZONE = "America/New_York"
DEFAULT_LANG = "en"
FORMATTED_FIELDS: list[str] = []
SUMMARY_MAX_LENGTH = None
NOINDEX = True

MARKDOWN = {
    "extensions": [
        "abbr",
        "admonition",
        "attr_list",
        "def_list",
        "footnotes",
        "tables",
        "toc",
        "pymdownx.mark",
        citations.Citations(),
        clinic_links.ClinicLinks(),
        glossary.GlossaryLinks(),
        pictures.Pictures(),
        figures.Figures(),
        tables.Tables(),
        blocks.Blocks(),
        leftovers.Leftovers(),
        claims.Claims(),
    ],
    "extension_configs": {
        "toc": {"toc_depth": "2-3"},
        "footnotes": {"UNIQUE_IDS": True, "SUPERSCRIPT_TEXT": "note {}"},
    },
    "output_format": "html",
}

# plugins/front_matter.py calls typogrify, so that what it made is remembered; Pelican would after each reading.
TYPOGRIFY = False
# widont: browsers balance and break lines themselves (text-wrap), and its spaces cost bytes in every paragraph.
TYPOGRIFY_OMIT_FILTERS = ["amp", "caps", "initial_quotes", "widont"]
TYPOGRIFY_IGNORE_TAGS = [
    "script",
    "style",
    "textarea",
    "option",
    "select",
    "button",
    "kbd",
    "samp",
    "var",
    "math",
    "svg",
    "address",
    "time",
]

JINJA_ENVIRONMENT = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "extensions": [],
    "auto_reload": False,  # no template changes during a build, so none need be looked at for each page
}
