"""Find what editors know from elsewhere, and what Markdown shows as it is typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plugins.faults import did_you_mean
from plugins.models.prose import MAILBOX, blank
from plugins.models.unclosed import Slip

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

# As in plugins/models/prose.py, each way to begin is a character of its own, and a line begins at the "\n" before it.
BULLET = re.compile(r"\n[ \t>]*(?P<mark>[\u2022\u00b7\u2023\u25aa\u25ab\u25cf\u25cb\u25e6\u25a0\uf0b7])")
UNSPACED = re.compile(r"\n[ \t>]*(?P<mark>[-+])(?P<word>[^\W\d_][\w'\u2019]*)")
HEADING = re.compile(r"\n(?P<mark>#{1,6})(?=[^\s#])")
CITED = re.compile(r"\[@[^\]]*\]")
AT = re.compile(r"(?P<open>\(?)(?<![\w.@/])@(?P<key>\w[\w:.-]*\w)(?P<close>\)?)")
BRACKETED = re.compile(r"\[(?<![!\]\\]\[)(?P<key>[\w:.-]+)\](?![(\[:])")
LIKE_A_KEY = re.compile(r"[a-z]{3,}\d{4}[a-z]?")
LINK = re.compile(r"\[[^\]]*\]\([^)]*\)|<[^<>\s]+>|h(?<=\bh)ttps?://\S+|\[(?<=^\[)[^\]]+\]:.*", re.MULTILINE)
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
STYLED = {
    **dict.fromkeys(("b", "strong", "big"), "write **words** for bold ones"),
    **dict.fromkeys(("i", "em"), "write *words* for italic ones"),
    **dict.fromkeys(
        ("font", "center", "u", "s", "strike", "small", "tt", "div", "span"), "remove it: the site's style is one"
    ),
}
STYLE = re.compile(rf"<(?P<name>{'|'.join(STYLED)})(?:\s[^<>]*)?>", re.IGNORECASE)


def typed_as_elsewhere(text: str, keys: Collection[str]) -> Iterator[Slip]:
    """Every slip in a text without front matter, code and notes; ``keys`` are those of data/references.bib."""
    lines = f"\n{text}"
    for bullet in BULLET.finditer(lines):
        yield Slip(bullet.start("mark") - 1, f'"{bullet["mark"]}" begins no list', 'write "- " in its place')
    for item in UNSPACED.finditer(lines):
        mark, word = item["mark"], item["word"]
        yield Slip(item.start("mark") - 1, f'a space is missing behind "{mark}"', f'write "{mark} {word}" for a list')
    for heading in HEADING.finditer(lines):
        yield Slip(
            heading.start("mark") - 1, "a heading has no space behind its #", f'write "{heading["mark"]} Heading"'
        )
    for tag in STYLE.finditer(text):
        yield Slip(tag.start(), f"the HTML tag {tag[0]} stands here", STYLED[tag["name"].lower()])
    unlinked = LINK.sub(lambda link: blank(link[0]), text)
    for address in EMAIL.finditer(unlinked) if MAILBOX.search(unlinked) else ():
        todo = f"write [](clinic:email) for the clinic's, [words](mailto:{address[0]}) for another"
        yield Slip(address.start(), f'the e-mail address "{address[0]}" is no link', todo)
    yield from _citations(text, unlinked, keys)


def _citations(text: str, unlinked: str, keys: Collection[str]) -> Iterator[Slip]:
    uncited = CITED.sub(lambda cited: blank(cited[0]), unlinked)
    for found in AT.finditer(uncited) if "@" in uncited else ():
        if found["key"] in keys or (found["open"] and found["close"]):
            yield _cites_nothing(found, keys)
    for found in BRACKETED.finditer(text):
        named = f"\n[{found['key']}]:" in text
        if not named and (found["key"] in keys or LIKE_A_KEY.fullmatch(found["key"])):
            yield _cites_nothing(found, keys)


def _cites_nothing(found: re.Match[str], keys: Collection[str]) -> Slip:
    key = found["key"]
    form = f"write [@{key}]"
    todo = form if key in keys else did_you_mean(key, keys, form, written="[@{}]")
    return Slip(found.start(), f'"{found[0]}" is shown as it is, and cites nothing', todo)
