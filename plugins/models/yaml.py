"""Read YAML 1.2 fields as the words that stand there, each with its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from plugins.models.yaml_slips import Slip, explain, nested, not_fields, special

if TYPE_CHECKING:
    from plugins.faults import Fault, Source

OWN_TAGS = "tag:yaml.org,2002:"
NOTHING = {"", "~", "null"}
# Most fields stand on one line and hold nothing that YAML looks at: reading these here is many times as fast.
WORDS = r"\w .,;?!()/&%+@'\u2013\u2014\u2018\u2019\u201c\u201d\-"
LINE = re.compile(
    rf"""(?P<name>[A-Za-z_]{{1,40}}):[ ]+(?:
    (?P<plain>[^\W_][{WORDS}]*)
    | "(?P<quoted>[{WORDS}:#]*)"
    | \[(?P<items>[A-Za-z][\w-]*(?:,[ ][A-Za-z][\w-]*)*)\]
    )""",
    re.VERBOSE,
)


class Fields(NamedTuple):
    """What the fields say: text, None or a list of these; and where each begins, by its name in lower case.

    Nothing is made a number, a date or yes and no here: only the contract knows which field is one.
    """

    values: dict[str, Any]
    places: dict[str, int]


def read_fields(source: Source, start: int, end: int, faults: set[Fault]) -> Fields | None:
    """The fields between two offsets of ``source``; None, with a fault, where they cannot be read."""
    text = source.text[start:end]
    told = read_lines(text)
    if told:
        return Fields(told.values, {name: start + at for name, at in told.places.items()})
    try:
        root = YAML(typ="safe", pure=True).compose(text)
        if root is None:
            return Fields({}, {})
        if not isinstance(root, MappingNode):
            raise not_fields(text)
        fields = _fields(root, text, source.text.count("\n", 0, start) + 1)
    except MarkedYAMLError as error:
        slip = explain(error, text)
    except ReaderError as error:
        slip = Slip("a character stands here that cannot be shown", "remove it", error.position)
    except Slip as found:
        slip = found
    else:
        for what, todo, at in _cut_off(root, text):
            faults.add(source.fault(what, todo, start + at, warning=True))
        return Fields(fields.values, {name: start + at for name, at in fields.places.items()})
    faults.add(source.fault(slip.what, slip.todo, start + slip.at))
    return None


def read_lines(text: str) -> Fields | None:
    """The fields of ``text``, as YAML reads them, where it can be told line by line what that is; else None."""
    values: dict[str, Any] = {}
    places: dict[str, int] = {}
    at = 0
    for line in text.split("\n"):
        field = LINE.fullmatch(line)
        if field:
            name, plain, quoted, items = field.groups()
            if name.lower() in NOTHING or name.lower() in places:
                return None
            places[name.lower()] = at
            if items:
                values[name] = [_word(item) for item in items.split(", ")]
            else:
                values[name] = _word(plain.rstrip()) if plain else quoted
        elif line:
            return None
        at += len(line) + 1
    return Fields(values, places)


def _word(plain: str) -> str | None:
    return None if plain.lower() in NOTHING else plain


def _fields(root: MappingNode, text: str, line: int) -> Fields:
    """The fields of ``text``, which begins in ``line`` of its file; raises Slip."""
    values: dict[str, Any] = {}
    places: dict[str, int] = {}
    for key, value in root.value:
        name, at = str(_words(key, text)), key.start_mark.index
        first = places.setdefault(name.lower(), at)
        if first != at:
            above = line + text.count("\n", 0, first)
            raise Slip(f'the field "{name}" is written twice, first in line {above}', "keep one of the two", at)
        values[name] = _words(value, text)
    return Fields(values, places)


def _words(node: Node, text: str) -> Any:
    if node.anchor or not str(node.tag).startswith(OWN_TAGS):
        raise special(text, node.start_mark.index)
    if isinstance(node, ScalarNode):
        return _word(node.value) if node.style is None else node.value
    if isinstance(node, SequenceNode):
        return [_words(item, text) for item in node.value]
    raise nested(text, node.start_mark.index)


def _cut_off(root: MappingNode, text: str) -> list[tuple[str, str, int]]:
    """What stands behind a value and " #", which YAML takes for a note."""
    told = []
    for _, value in root.value:
        end = value.end_mark.index
        rest = text[end:].split("\n", 1)[0]
        if isinstance(value, ScalarNode) and value.value and value.style is None and rest.lstrip().startswith("#"):
            what = f'"{rest.strip()}" is taken for a note and shown nowhere'
            todo = "put the whole value in double quotes, or the note on a line of its own"
            told.append((what, todo, end + rest.index("#")))
    return told
