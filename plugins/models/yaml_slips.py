"""Say in everyday words what keeps YAML from being read, and where."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ruamel.yaml.error import MarkedYAMLError

SPECIAL = set("@`%*&!|>{}[],?-#")
UNSPACED = re.compile(r"^([A-Za-z_]+):(?!//)(?=[^ \t\n])", re.MULTILINE)
BEFORE_FIELD = re.compile(r"[ \t]+[A-Za-z_]+[ \t]*:[ \t]")
FIELD = re.compile(r"([A-Za-z_]+)[ \t]*:[ \t]+(.*)")


class Slip(Exception):
    """What is wrong, what to do, and the offset in the text."""

    def __init__(self, what: str, todo: str, at: int) -> None:
        self.what, self.todo, self.at = what, todo, at
        super().__init__(what)


def quoted(text: str) -> str:
    """``text`` in double quotes, as YAML and JSON write it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def not_fields(text: str) -> Slip:
    """The slip in a text that is YAML but holds no fields."""
    unspaced = UNSPACED.search(text)
    if unspaced:
        return _unspaced(unspaced)
    return Slip("the front matter has no fields", 'write one on each line, such as "Title: Our location"', 0)


def special(text: str, at: int) -> Slip:
    """The slip of a value that begins with a character that means something else to YAML."""
    return Slip(f'a value cannot begin with "{text[at]}"', _in_quotes(text, at), at)


def nested(text: str, at: int) -> Slip:
    """The slip of a value that YAML takes for fields of its own."""
    return special(text, at) if text[at] == "{" else _indented(text.rfind("\n", 0, at) + 1)


def explain(error: MarkedYAMLError, text: str) -> Slip:
    """The slip behind what the YAML reader complains of."""
    context, problem = str(error.context), str(error.problem)
    at = error.problem_mark.index if error.problem_mark else 0
    opened = error.context_mark.index if error.context_mark else at
    char, line = text[at : at + 1], _line(text, at)
    unspaced = UNSPACED.search(text, 0, at + 1)
    if char == "\t" and BEFORE_FIELD.match(line):
        return Slip("a tab stands before this field", "take away what stands before the field", at)
    if char == "\t" or "tab" in problem:
        return Slip("a tab stands here", "use spaces", at)
    if unspaced:
        return _unspaced(unspaced)
    if "escape character" in problem or "escape sequence" in problem:
        return Slip("a backslash stands in double quotes", "write it twice, or remove it", text.rfind("\\", 0, at + 1))
    if "quoted scalar" in context:
        return Slip("a quotation mark is opened here and never closed", "close it, or remove it", opened)
    if "flow" in context:
        todo = "close it, or put the whole value in double quotes"
        return Slip("a bracket is opened here and never closed", todo, opened)
    if "mapping values" in problem and not line.startswith(" "):
        return Slip("a second colon stands on this line", _in_quotes(text, at), at)
    if "mapping values" in problem or ("document start" in problem and text.startswith(" ")):
        return _indented(text.rfind("\n", 0, at) + 1 if "mapping values" in problem else 0)
    before = text[:at].rstrip(" ")[-1:]
    if "block end" in problem and before in {'"', "'"}:
        todo = 'put one pair of double quotes around the whole value, and write a quotation mark within it as \\"'
        return Slip("words stand behind the closing quotation mark", todo, at)
    if "block end" in problem and before in {"]", "}"}:
        return special(text, max(text.rfind(bracket, 0, at) for bracket in "[{"))
    for place in (at, opened):
        if text[place : place + 1] in SPECIAL and FIELD.match(_line(text, place)):
            return special(text, place)
    place = opened if "expected ':'" in problem else at
    return Slip("this line is not a field", 'write "Name: value"', text.rfind("\n", 0, place) + 1)


def _unspaced(found: re.Match[str]) -> Slip:
    return Slip("a space is missing behind the colon", f'write "{found[1]}: …"', found.end())


def _indented(at: int) -> Slip:
    todo = "begin it at the left margin; if it goes on from the line above, put that whole value in double quotes"
    return Slip("this field begins with a space", todo, at)


def _in_quotes(text: str, at: int) -> str:
    """What to do: the line's value in double quotes, as it is to be written."""
    field = FIELD.match(_line(text, at))
    example = f": {field[1]}: {quoted(field[2].strip())}" if field else ""
    return f"put the whole value in double quotes{example}"


def _line(text: str, at: int) -> str:
    start = text.rfind("\n", 0, at) + 1
    return text[start:].split("\n", 1)[0]
