"""Print how hard the site is to read, as an editor likes to read it, or as JSON."""

from __future__ import annotations

import json
import sys
import textwrap
from dataclasses import asdict
from typing import TYPE_CHECKING, TextIO

from tools.check.plain_language import AIM, LIMIT
from tools.check.reading import EASY
from tools.check.report import BOLD, FAINT, GREEN, PLAIN, RED, YELLOW, wants_color

if TYPE_CHECKING:
    from tools.check.reading import Quote, Reading, Text

FORMATS = ("text", "json")
WIDTH = 80
NAME, BAR = 32, 12  # columns; one of the bar is one grade
HEAD = f"{'Page or section':{NAME}}  {'Grade':{BAR + 5}}  {'Longest':>8}  {'Passive':>7}  {'Terms':>5}"


def as_json(reading: Reading) -> str:
    """The reading as an object, with ``aim`` and ``limit`` in school grades."""
    return json.dumps({"aim": AIM, "limit": LIMIT, **asdict(reading)}, indent=2, ensure_ascii=False) + "\n"


def as_text(reading: Reading, *, color: bool = False) -> str:
    """A page of 80 columns: a line for each text, hardest first, the site as a whole, what to split first."""

    def ink(code: str, words: str) -> str:
        return f"{code}{words}{PLAIN}" if color else words

    texts = len(reading.texts)
    away = round(abs(reading.grade - AIM), 1)
    where = "on the aim" if not away else f"{away} {'below' if reading.grade < AIM else 'above'} the aim"
    lines = [
        ink(BOLD, "How hard our words are to read"),
        ink(FAINT, f"Grade: the US school year that reads it with ease. The aim is {AIM}, the limit {LIMIT}."),
        ink(FAINT, "Passive: sentences such as “it is given”. Terms: of the glossary, unexplained."),
        "",
        ink(FAINT, HEAD),
        *(_line(text, ink(_ink(text.grade), _bar(text.grade))) for text in reading.texts),
        "",
        f"{ink(BOLD, f'The whole site: grade {reading.grade}')}, {where} of {AIM}",
        f"{texts} text{'s' * (texts != 1)}, {reading.words:,} words, {reading.passive:.0%} of the sentences passive",
        "",
    ]
    if not reading.split_first:
        return "\n".join([*lines, f"No sentence has more than {EASY} words.", ""])
    lines.append(ink(BOLD, "Split these first"))
    for quote in reading.split_first:
        lines += ["", ink(FAINT, f"{quote.path}:{quote.line}"), *_quoted(quote)]
    return "\n".join([*lines, ""])


def _ink(grade: float) -> str:
    return GREEN if grade <= AIM else YELLOW if grade <= LIMIT else RED


def _bar(grade: float) -> str:
    filled = min(BAR, max(0, round(grade)))
    return "█" * filled + "·" * (BAR - filled)


def _line(text: Text, bar: str) -> str:
    name = text.title if len(text.title) <= NAME else f"{text.title[: NAME - 1].rstrip()}…"
    terms = str(text.unexplained or "-")
    return f"{name:{NAME}}  {bar} {text.grade:4.1f}  {text.longest:>2} words  {text.passive:>7.0%}  {terms:>5}"


def _quoted(quote: Quote) -> list[str]:
    words = f"“{quote.sentence}” ({quote.words} words)"
    return textwrap.wrap(words, WIDTH, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)


def print_report(reading: Reading, form: str = "text", stream: TextIO | None = None) -> None:
    """Print the reading in one of FORMATS, in colors on a terminal."""
    stream = stream or sys.stdout
    stream.write(as_json(reading) if form == "json" else as_text(reading, color=wants_color(stream)))
    stream.flush()
