"""Say what every host can be asked."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from tools.publish.manifest import Manifest
    from tools.publish.plan import Plan

Say = Callable[[str], None]


class NotPublished(Exception):
    """A host could not be asked, or did not take the site; the exception's text says what happened and what to do."""


class Task(NamedTuple):
    """What is published from ``root``, for ``site`` as its address, with the settings of this environment."""

    root: Path
    site: str
    preview: bool = False
    environment: Mapping[str, str] = os.environ


class Host(ABC):
    """One host. Who may publish there is known to its own client alone: nothing here reads or keeps credentials."""

    name: ClassVar[str]
    needs: ClassVar[dict[str, str]] = {}  # variables of the environment that must be set, and what each says
    sends_copies: ClassVar[bool] = False  # of what lies there compressed
    previews_apart: ClassVar[bool] = False  # a preview has an address of its own, and the site stays as it is

    def __init__(self, task: Task) -> None:
        """Raises NotPublished, with every setting that is missing."""
        self.task = task
        missing = [f"  {name}: {meaning}" for name, meaning in self.needs.items() if not task.environment.get(name)]
        if missing:
            told = "\n".join(missing)
            raise NotPublished(f"To publish to {self.name}, set these variables of the environment:\n{told}")

    def setting(self, name: str, otherwise: str = "") -> str:
        """A variable of the environment."""
        return self.task.environment.get(name) or otherwise

    @property
    @abstractmethod
    def format(self) -> str:
        """The form in which this host wants headers, redirects and the like: a key of tools.publish.dress.FORMATS."""

    @abstractmethod
    def published(self) -> Manifest | None:
        """The manifest of what stands there now; None where nothing does."""

    @abstractmethod
    def commands(self, folder: Path, plan: Plan) -> list[str]:
        """What ``publish`` is going to do, as one would type or say it."""

    @abstractmethod
    def publish(self, folder: Path, plan: Plan, say: Say) -> None:
        """Put ``folder`` there, and tell how far it is; raises NotPublished."""

    def rollback(self, say: Say) -> None:
        """Show again what was published before; raises NotPublished."""
        raise NotPublished(f"{self.name} keeps no release to go back to; check out the commit and publish that.")
