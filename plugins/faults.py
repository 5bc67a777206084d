"""Gather every fault of a build, and refuse to write a site while there is one."""

from __future__ import annotations

import difflib
import logging
import os
import re
import sys
import traceback
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from pelican.plugins import signals
from pelican.writers import Writer

from plugins.models.template_slips import MEND, slip

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pelican import Pelican

ROOT = Path(__file__).resolve().parent.parent
# plugins/links.py and plugins/pictures.py name the file and the line.
TEMPLATES = {".html", ".svg"}  # of the theme
TOLD_BETTER = ("Unable to find", "Cannot get modification stamp", "Empty alt attribute")


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong, where it is, and how to mend it. ``line`` and ``column`` count from 1."""

    path: str
    line: int
    column: int
    what: str
    todo: str
    warning: bool = False

    def __str__(self) -> str:
        note = "warning: " if self.warning else ""
        return f"{self.path}:{self.line}:{self.column}: {note}{self.what}; {self.todo}"


class BuildRefused(Exception):
    """The build has faults, so nothing is published. ``faults`` holds all of them."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = sorted(faults)
        super().__init__("\n" + "\n".join(str(fault) for fault in self.faults))


class Source:
    """The text of a file, and the places in it."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.text = text

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read UTF-8, with or without a byte order mark, with any line ends; raise BuildRefused otherwise."""
        try:
            return cls(path, path.read_text(encoding="utf-8-sig"))
        except UnicodeDecodeError as error:
            readable = cls(path, error.object[: error.start].decode())
            todo = 'save it again with the encoding "UTF-8" (in Notepad: Save as, then Encoding)'
            fault = readable.fault("this file is not UTF-8", todo, len(readable.text))
            raise BuildRefused([fault]) from error

    @property
    def name(self) -> str:
        """The path as a person at the project's root would type it."""
        return _name(self.path)

    def find(self, needle: str, nth: int = 0) -> int:
        """The offset of the ``nth`` occurrence (from 0) of ``needle``, not cut from a longer word; 0 for none."""
        end = r"(?![\w-])" if needle[-1:].isalnum() else ""
        places = [match.start() for match in re.finditer(re.escape(needle) + end, self.text)]
        return places[nth] if nth < len(places) else (places[-1] if places else 0)

    def fault(self, what: str, todo: str, at: int = 0, *, warning: bool = False) -> Fault:
        """A fault at the character offset ``at``."""
        line = self.text.count("\n", 0, at) + 1
        column = at - (self.text.rfind("\n", 0, at) + 1) + 1
        return Fault(self.name, line, column, what, todo, warning)


@lru_cache(maxsize=4096)  # asking where links lead takes longer than anything else about a text that is remembered
def _name(path: Path) -> str:
    return os.path.realpath(path).removeprefix(f"{ROOT}{os.sep}").replace(os.sep, "/")


def did_you_mean(word: str, known: Iterable[str], otherwise: str, *, written: str = "{}", cutoff: float = 0.6) -> str:
    """What to do about an unknown ``word``: ask for the nearest known one as it is ``written``, or say ``otherwise``.

    ``cutoff`` is how alike two words must be, from 0 to 1, as difflib measures it.
    """
    nearest = difflib.get_close_matches(word, list(known), n=1, cutoff=cutoff)
    return f'did you mean "{written.format(nearest[0])}"?' if nearest else otherwise


def fault_of(error: BaseException) -> Fault:
    """Turn an exception into a fault at the last line of a template, setting or plugin that it passed through."""
    if isinstance(error, TemplateSyntaxError):
        return _fault_at(error.filename or "theme", error.lineno, *slip(error.message or ""))
    if isinstance(error, SyntaxError):
        return _fault_at(
            error.filename or "pelicanconf.py", error.lineno or 1, f"this cannot be read as Python: {error.msg}"
        )
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if _is_ours(frame.filename)]
    if not frames:
        return _fault_at("pelicanconf.py", 1, f"{type(error).__name__}: {error}")
    templates = [frame for frame in frames if Path(frame.filename).suffix in TEMPLATES]
    last = (templates or frames)[-1]
    if isinstance(error, TemplateNotFound):
        said = (f'the theme has no template "{error}"', "correct its name, or add it to theme/templates/")
    elif isinstance(error, UndefinedError):
        said = slip(error.message or "")
    else:
        said = (f"{type(error).__name__}: {error}", MEND)
    return _fault_at(last.filename, last.lineno or 1, *said)


def _is_ours(filename: str) -> bool:
    path = Path(filename)
    around = path.is_relative_to(ROOT / "tools") or path.is_relative_to(ROOT / ".venv")
    return path.suffix in TEMPLATES or (path.suffix == ".py" and path.is_relative_to(ROOT) and not around)


def _fault_at(filename: str, line: int, what: str, todo: str = MEND) -> Fault:
    return Fault(Source(Path(filename), "").name, line, 1, what, todo)


class LogFaults(logging.Handler):
    """Pelican only logs most of what it finds wrong; this makes each such message a fault."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.faults: set[Fault] = set()
        self.caught: set[Fault] = set()  # those of them that Pelican caught as exceptions

    def take(self) -> set[Fault]:
        """What was logged since this was last asked."""
        taken, self.faults, self.caught = self.faults, set(), set()
        return taken

    def emit(self, record: logging.LogRecord) -> None:
        """Called by logging for each warning and error."""
        message = " ".join(record.getMessage().split())
        if message.startswith(TOLD_BETTER):
            return
        error = sys.exc_info()[1]  # Pelican logs what it caught without saying what that was
        if error:
            fault = fault_of(error)
            self.faults.add(fault)
            self.caught.add(fault)
        else:
            self.faults.add(Fault("pelicanconf.py", 1, 1, f"Pelican says: {message}", "mend what it names"))


LOG = LogFaults()
logging.getLogger("pelican").addHandler(LOG)  # at once: Pelican loads plugins before it registers the first


class FaultCollectingWriter(Writer):
    """A page whose template fails becomes a fault, and the next page is written."""

    def write_file(self, name: str, template: Any, context: Any, *args: Any, **kwargs: Any) -> None:
        """Called by Pelican for each page."""
        try:
            super().write_file(name, template, context, *args, **kwargs)
        except Exception as error:
            self.settings["FAULTS"].add(fault_of(error))


def start(pelican: Pelican) -> None:
    """Begin each build with what Pelican has logged so far; plugins add theirs to ``settings["FAULTS"]``.

    Raises BuildRefused for plugins that could not start: what others would miss of them would hide why.
    """
    if LOG.caught:
        raise BuildRefused(LOG.take())
    pelican.settings["FAULTS"] = LOG.take()


def refuse(pelican: Pelican) -> None:
    """Raise BuildRefused if anything but warnings was found."""
    faults: set[Fault] = pelican.settings["FAULTS"]
    faults |= LOG.take()
    if any(not fault.warning for fault in faults):
        raise BuildRefused(faults)


def register() -> None:
    """Called by Pelican."""
    signals.get_generators.connect(start)
    signals.get_writer.connect(refuse)  # all content has been read then, and nothing has been written
    signals.finalized.connect(refuse)
