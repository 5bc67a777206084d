"""Keep account of what each build changed, for browsers to ask what is new since the page they show."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools.preview.excerpts import describe

if TYPE_CHECKING:
    from tools.warm.outcome import Outcome

PICTURES = {".svg", ".avif", ".webp", ".png", ".jpg", ".jpeg", ".gif"}


class News:
    """The state of a preview. ``version`` grows with each build, and from one start of the server to the next."""

    def __init__(self, root: Path, output: Path) -> None:
        self.root = root
        self.output = output
        self.version = self.first = time.time_ns() // 1_000_000
        self._faults: list[dict[str, Any]] = []
        self._saved: set[Path] = set()  # since the last good build
        self._rewritten: dict[str, int] = {}
        self._restyled: dict[str, int] = {}
        self._goto: tuple[int, str | None] = (self.version, None)

    def take(self, outcome: Outcome, saved: set[Path]) -> None:
        """Note how a build of the files ``saved`` came out."""
        self.version += 1
        self._faults = [describe(fault, self.root) for fault in outcome.faults]
        self._saved |= saved
        if outcome.good:
            told = self._restyled if self._only_styles() else self._rewritten
            told.update(dict.fromkeys(outcome.changed, self.version))
            self._goto = (self.version, outcome.goto)
            self._saved = set()

    def since(self, version: int, address: str, heard: int | None = None) -> dict[str, Any]:
        """What a tab needs that shows ``address`` as of ``version``, and last heard news at the version ``heard``.

        ``show`` is "page" where it must be fetched anew, "styles" where only its style block changed, else None;
        ``goto`` is the address, with fragment, of the words that were changed, where somebody changed words.
        """
        changed_at, goto = self._goto
        return {
            "version": self.version,
            "show": self._to_show(version, address),
            "goto": goto if changed_at > (version if heard is None else heard) else None,
            "faults": self._faults,
            "site": self.output.exists(),
        }

    def _to_show(self, version: int, address: str) -> str | None:
        addresses = [address] if self._file(address).exists() else [address, "/404.html"]
        if version < self.first or any(self._rewritten.get(shown, 0) > version for shown in addresses):
            return "page"
        if self._has_new_picture(addresses[-1], version):
            return "page"
        return "styles" if self._restyled.get(addresses[-1], 0) > version else None

    def _has_new_picture(self, address: str, version: int) -> bool:
        changed = [other for other, at in self._rewritten.items() if at > version and Path(other).suffix in PICTURES]
        file = self._file(address)
        text = file.read_text(encoding="utf-8", errors="replace") if changed and file.exists() else ""
        return any(other in text for other in changed)

    def _file(self, address: str) -> Path:
        return self.output / f"{address.lstrip('/')}{'index.html' if address.endswith('/') else ''}"

    def _only_styles(self) -> bool:
        theme = self.root / "theme"
        return bool(self._saved) and all(path.suffix == ".css" and path.is_relative_to(theme) for path in self._saved)
