"""Say in Markdown what a built page says."""

from __future__ import annotations

import re
from html import unescape

from html_to_markdown import ConversionOptions, PreprocessingOptions, convert

from plugins.models.absolute import absolute
from plugins.models.elements import whole
from plugins.models.end_tags import closed

# As on paper: what only a screen or a script makes sense of is left out.
LEFT_OUT = re.compile(whole("nav", "form", "script", "style", "svg"))
OPTIONS = ConversionOptions(
    exclude_selectors=[
        ".site-header",
        ".skip-link",
        ".screen-only",
        ".print-only",
        "[hidden]",
        "[aria-hidden='true']",
    ],
    bullets="-",
    compact_tables=True,
    autolinks=False,
    expand_abbreviations=False,
    extract_metadata=False,
    preprocessing=PreprocessingOptions(enabled=False),
)
DESCRIPTION = re.compile(r'<meta name="description"[^>]* content="([^"]*)"')
# A citation is "[1, 2]", without links, for the list of sources is in the same text; so a source needs no way back.
CITATION = re.compile(r'<sup[^>]*>((?:(?!</sup>).)*?href="[^"]*#ref-\d+".*?)</sup>')
LINK_TAG = re.compile(r"</?a\b[^>]*>")
BACK = re.compile(r'<a\b[^>]* href="[^"]*#cite-[^"]*"[^>]*>.*?</a>')
# What Markdown has no words for: the title of a callout stands out, and what is said of a term follows a colon.
TITLE, SAID = re.compile(r'(<p class="admonition-title">)([^<]*)'), re.compile(r"<dd\b[^>]*>")
GAPS = {
    re.compile(r"\n\n\n+"): "\n\n",
    re.compile(r"\n\n(?=: )"): "\n",
    re.compile(r"[ \xa0](?=[ \xa0])(?<=\S.)[ \xa0]+(?=\S)"): " ",
    re.compile(r"\n (?=\S)"): "\n",
}


def twin(html: str, address: str) -> str:
    """What the page at ``address``, with the source ``html``, says: its words and sources, and whom to call."""
    page = BACK.sub("", LEFT_OUT.sub("", html[html.find("<body") :]))
    page = CITATION.sub(lambda found: " [" + LINK_TAG.sub("", found[1]) + "]", page)
    page = SAID.sub(r"\g<0>: ", TITLE.sub(r"\1<strong>\2</strong>", absolute(page, address)))
    described = DESCRIPTION.search(html)
    about = unescape(described[1]) if described else ""
    text = f"> {about}\n>\n> This is the text of {address}\n\n{convert(closed(page), OPTIONS).content}"
    for gap, filled in GAPS.items():
        text = gap.sub(filled, text)
    return f"{text.strip()}\n"
