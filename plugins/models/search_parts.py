"""Cut a finished page into the parts that a search may lead to: itself, and what follows each heading or term."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import NamedTuple

EXCERPT = 100  # characters
LEFT_OUT = {"nav", "form", "aside", "svg", "sup", "script", "style", "template"}
NOT_OF_THE_PAGE = {
    "crisis-lines",
    "languages__words",
    "next-steps",
    "references",
    "review-due",
    "review-note",
    "search",
    "section__grades",
    "section__way",
    "section--draft",
}
EMPTY = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
ENDS_PARAGRAPH = {"address", "article", "aside", "div", "dl", "figure", "footer", "header", "nav", "ol", "p"}
ENDS_PARAGRAPH |= {"h1", "h2", "h3", "h4", "section", "table", "ul"}
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


class PartsParser(HTMLParser):
    """Reads what stands in ``<main>``, heading by heading; a heading without an id is part of the text."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces = [_Piece("")]
        self._open: list[tuple[str, bool]] = []
        self._left_out = self._marks = 0  # how many of the open elements are left out, or mark a placeholder
        self._in_main = False
        self._heading: _Piece | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Called by HTMLParser."""
        known = dict(attrs)
        if self._open and ((self._open[-1][0] == "p" and tag in ENDS_PARAGRAPH) or self._open[-1][0] == tag == "li"):
            self._close()  # pages leave out the end tags of paragraphs and items (HTML 13.1.2.4)
        if tag not in EMPTY:
            left_out = tag in LEFT_OUT or not NOT_OF_THE_PAGE.isdisjoint((known.get("class") or "").split())
            self._open.append((tag, left_out))
            self._count(tag, left_out, 1)
        self._in_main = self._in_main or tag == "main"
        if tag not in IN_LINES:
            self._take(" ")
        if tag == "h1":
            self._heading = self.pieces[0]
        elif tag in {"h2", "h3", "dt"} and known.get("id") and self._reads:
            self.pieces.append(_Piece(known["id"] or "", is_term=tag == "dt"))
            self._heading = self.pieces[-1]

    def handle_endtag(self, tag: str) -> None:
        """Called by HTMLParser."""
        while self._open and self._close() != tag:
            pass
        if tag in {"h1", "h2", "h3", "dt"}:
            self._heading = None
        self._in_main = self._in_main and tag != "main"

    def handle_data(self, data: str) -> None:
        """Called by HTMLParser."""
        self._take(data)

    def _close(self) -> str:
        tag, left_out = self._open.pop()
        self._count(tag, left_out, -1)
        return tag

    def _count(self, tag: str, left_out: bool, one: int) -> None:
        self._left_out += left_out * one
        self._marks += (tag == "mark") * one

    @property
    def _reads(self) -> bool:
        return self._in_main and not self._left_out

    def _take(self, text: str) -> None:
        if not self._reads:
            return
        if self._heading:
            self._heading.heading.append(text)
            return
        self.pieces[-1].text.append(text)
        if not self._marks:
            self.pieces[-1].sure.append(text)


def parts_of(html: str, address: str, title: str, description: str, boost: float = 1.0) -> list[Part]:
    """The page itself and then its parts, in the page's order; what is the same on many pages is left out."""
    parser = PartsParser()
    parser.feed(html)
    first, *rest = parser.pieces
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
