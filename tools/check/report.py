"""Print faults for a person, for a program, or for GitHub."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from plugins.faults import Fault

RED, YELLOW, GREEN, FAINT, BOLD, PLAIN = (f"\x1b[{code}m" for code in (31, 33, 32, 2, 1, 0))


def counts(faults: Collection[Fault]) -> str:
    """What a report ends with: "3 to mend, 1 warning in 2 files"."""
    if not faults:
        return "Everything is in order."
    warnings = sum(fault.warning for fault in faults)
    files = len({fault.path for fault in faults})
    told = [f"{len(faults) - warnings} to mend"] if len(faults) > warnings else []
    told += [f"{warnings} warning{'s' * (warnings != 1)}"] if warnings else []
    return f"{', '.join(told)} in {files} file{'s' * (files != 1)}"


def refusal(faults: Collection[Fault], *, code_in_order: bool) -> str:
    """What a check that failed ends with: whether words or code are at fault, for the code's report stands last."""
    if any(not fault.warning for fault in faults):
        words = f"{counts(set(faults))}, as listed above the code's checks"
    else:
        words = "words and pages are in order"
    code = "the code itself is in order" if code_in_order else "the code is to be mended"
    return f"Not everything is in order: {words}; {code}."


def as_text(faults: list[Fault], *, color: bool = False) -> str:
    """One line a fault, as an editor reads it, and the counts."""
    return "\n".join([*(_colored(fault) if color else str(fault) for fault in faults), counts(faults), ""])


def _colored(fault: Fault) -> str:
    place, rest = f"{fault.path}:{fault.line}:{fault.column}:", str(fault)
    ink = YELLOW if fault.warning else RED
    what = rest.removeprefix(place).removesuffix(fault.todo)
    return f"{FAINT}{place}{PLAIN}{ink}{what}{PLAIN}{fault.todo}"


def wants_color(stream: TextIO) -> bool:
    """Colors are for terminals, and for nobody who has set NO_COLOR (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def as_json(faults: list[Fault]) -> str:
    """A list of objects with path, line, column, severity ("error" or "warning"), what and todo."""
    objects = [
        {
            "path": fault.path,
            "line": fault.line,
            "column": fault.column,
            "severity": _severity(fault),
            "what": fault.what,
            "todo": fault.todo,
        }
        for fault in faults
    ]
    return json.dumps(objects, indent=2, ensure_ascii=False) + "\n"


def as_github(faults: list[Fault]) -> str:
    """GitHub's workflow commands, which show each fault beside its line in a pull request."""
    lines = [
        f"::{_severity(fault)} file={_property(fault.path)},line={fault.line},col={fault.column}"
        f"::{_data(f'{fault.what}; {fault.todo}')}"
        for fault in faults
    ]
    return "".join(f"{line}\n" for line in lines)


def _severity(fault: Fault) -> str:
    return "warning" if fault.warning else "error"


def _data(text: str) -> str:
    # As actions/toolkit writes them: packages/core/src/command.ts.
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Callable[[list[Fault]], str]] = {"text": as_text, "json": as_json, "github": as_github}


def report(faults: Collection[Fault], form: str = "text", stream: TextIO | None = None) -> int:
    """Print each fault once, sorted by file, in one of FORMATS; return 1 where one is to be mended, else 0."""
    stream = stream or sys.stdout
    told = sorted(set(faults))
    if form == "text":
        stream.write(as_text(told, color=wants_color(stream)))
    else:
        stream.write(FORMATS[form](told))
    stream.flush()
    return int(any(not fault.warning for fault in told))
