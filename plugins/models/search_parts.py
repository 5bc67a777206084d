"""Cut a finished page into the parts that a search may lead to: itself, and what follows each heading or term."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

from plugins.models.elements import whole

EXCERPT = 100  # characters
TAG = re.compile(r'<(/?)([a-zA-Z][a-zA-Z\d]*+)([^>"]*+(?:"[^"]*"[^>"]*+)*+)>')
ID = re.compile(r'\sid="([^"]+)"')
# Most of what is left out is cut out at once; what a writer may have named in capitals, or nested, is met tag by tag.
UNREAD = re.compile(rf"<!--.*?-->|{whole('form', 'nav', 'script', 'style', 'sup', 'svg', 'template')}", re.DOTALL)
LEFT_OUT = {"nav", "form", "aside", "sup", "template"}
NOT_OF_THE_PAGE = re.compile(
    r'\sclass="(?:[^"]*\s)?(?:crisis-lines|languages__words|next-steps|references|review-due|review-note|search'
    r'|section__grades|section__way|section--draft)(?:\s[^"]*)?"'
)
EMPTY = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
ENDS_PARAGRAPH = {"address", "article", "aside", "div", "dl", "figure", "footer", "header", "nav", "ol", "p"}
ENDS_PARAGRAPH |= {"h1", "h2", "h3", "h4", "li", "section", "table", "ul"}
IN_LINES = {"a", "abbr", "b", "em", "i", "mark", "span", "strong", "time"}
UNSURE = "To be confirmed"  # how a placeholder begins


class Part(NamedTuple):
    """Where a search may lead, and what it is found by. ``heading`` and ``fragment`` are empty for the page itself."""

    address: str
    page: str
    heading: str
    fragment: str
    text: str
    excerpt: str
    description: str = ""
    boost: float = 1.0
    is_term: bool = False  # of a glossary


class _Piece:
    """A heading or a term with its id, the words below it, and those of them that are not a placeholder."""

    def __init__(self, fragment: str, *, is_term: bool = False) -> None:
        self.fragment = fragment
        self.is_term = is_term
        self.heading: list[str] = []
        self.text: list[str] = []
        self.sure: list[str] = []


class _Reader:
    """Reads what stands in ``<main>``, heading by heading; a heading without an id is part of the text."""

    def __init__(self, html: str) -> None:
        self.pieces = [_Piece("")]
        self._heading: _Piece | None = None
        self._unsure = False
        self._left_out: list[str] = []  # the open elements, from one that is left out on
        _, *rest = TAG.split(UNREAD.sub("", html[html.find("<main") : html.find("</main>")]))
        for end, tag, attributes, text in zip(*[iter(rest)] * 4, strict=True):
            if end:
                self._end(tag.lower())
            else:
                self._start(tag.lower(), attributes)
            if text:
                self._take(unescape(text))

    def _start(self, tag: str, attributes: str) -> None:
        open_ = self._left_out
        # Pages leave out the end tags of paragraphs and items (HTML 13.1.2.4).
        if open_ and open_[-1] == "p" and tag in ENDS_PARAGRAPH:
            open_.pop()
        if open_ and open_[-1] == tag == "li":
            open_.pop()
        if (open_ or tag in LEFT_OUT or (attributes and NOT_OF_THE_PAGE.search(attributes))) and tag not in EMPTY:
            open_.append(tag)
        if tag not in IN_LINES:
            self._take(" ")
        if tag == "h1":
            self._heading = self.pieces[0]
        elif tag in {"h2", "h3", "dt"} and not open_ and (found := ID.search(attributes)):
            self._heading = _Piece(unescape(found[1]), is_term=tag == "dt")
            self.pieces.append(self._heading)
        self._unsure = self._unsure or tag == "mark"

    def _end(self, tag: str) -> None:
        while self._left_out and self._left_out.pop() != tag:
            pass
        if tag in {"h1", "h2", "h3", "dt"}:
            self._heading = None
        self._unsure = self._unsure and tag != "mark"

    def _take(self, text: str) -> None:
        if self._left_out:
            return
        if self._heading:
            self._heading.heading.append(text)
            return
        self.pieces[-1].text.append(text)
        if not self._unsure:
            self.pieces[-1].sure.append(text)


def parts_of(html: str, address: str, title: str, description: str, boost: float = 1.0) -> list[Part]:
    """The page itself and then its parts, in the page's order; what is the same on many pages is left out."""
    first, *rest = _Reader(html).pieces
    own = f"{_line(first.heading)} {_line(first.text)}"
    return [
        Part(address, title, "", "", _known(own), description, description, boost),
        *(
            Part(
                address, title, _line(piece.heading), piece.fragment, _known(_line(piece.text)), excerpt(piece.sure)
            )._replace(boost=boost, is_term=piece.is_term)
            for piece in rest
        ),
    ]


def excerpt(pieces: list[str]) -> str:
    """The first words, without a placeholder, cut where a word ends."""
    text = _line(pieces)
    return text if len(text) <= EXCERPT else text[: EXCERPT + 1].rsplit(" ", 1)[0].rstrip(",;:. ") + " …"


def _known(text: str) -> str:
    return text.replace(UNSURE, " ")


def _line(pieces: list[str]) -> str:
    return " ".join("".join(pieces).split())
