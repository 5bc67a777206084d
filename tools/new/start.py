"""Write how a new page begins: every field of its contract explained, and placeholders for its words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.contract import KINDS
from plugins.models.days import today
from plugins.models.yaml_slips import quoted

if TYPE_CHECKING:
    from collections.abc import Collection

STARTERS = Path(__file__).resolve().parent / "starters"
# What any reader of YAML, also one of version 1.1, takes for words.
UNQUOTED = re.compile(r"(?!(?:true|false|yes|no|on|off|null)$)[^\W\d_][\w ,.()!?&/-]*", re.IGNORECASE)
NOTES = """\
# A line that begins with "#" is a note: the page does not show it. Take the notes away when you have read them.
# To use a field that is switched off, take away the "#" before it."""


def start(kind: str, title: str, conditions: Collection[str] = (), people: Collection[str] = ()) -> str:
    """The text of a new draft, with the names that data/evidence.toml and data/people.toml know."""
    fields = KINDS[kind].model_fields
    in_use = {name for name, field in fields.items() if field.is_required()} | {"status"}
    if kind == "section":
        in_use.add("reviewed")  # most sections are clinical
    values: dict[str, object] = {"title": title, "status": "draft", "date": today(), "modified": today()}
    known = {"condition": conditions, "conditions": conditions, "reviewer": people}
    lines = ["---", NOTES]
    for name in sorted(fields, key=lambda name: name not in in_use):
        field = fields[name]
        value = values[name] if name in values else (field.examples or [""])[0]
        names = ", ".join(known.get(name, ()))
        hint = f" (known: {names})" if names else ""
        lines += ["", f"# {field.alias}: {field.description}{hint}"]
        lines.append(f"{'' if name in in_use else '#'}{field.alias}: {_written(value)}")
    body = (STARTERS / f"{kind}.md").read_text(encoding="utf-8")
    return "\n".join((*lines, "---", "", body))


def _written(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(value)}]"
    return str(value) if not isinstance(value, str) or UNQUOTED.fullmatch(value) else quoted(value)
