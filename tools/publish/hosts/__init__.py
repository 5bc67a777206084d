"""Know every host that the site can be published to: one module each, whose name is the host's."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING

from plugins.faults import did_you_mean

if TYPE_CHECKING:
    from tools.publish.host import Host


class NoSuchHost(Exception):
    """There is no host of that name; the exception's text says which there are."""


def names() -> list[str]:
    """The hosts as people type them: "github-pages"."""
    return sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules(__path__))


def find(name: str) -> type[Host]:
    """The host of that name; only its own client library is imported. Raises NoSuchHost."""
    if name not in names():
        todo = did_you_mean(name, names(), f"choose one of {', '.join(names())}")
        raise NoSuchHost(f'There is no host "{name}"; {todo}')
    found: type[Host] = import_module(f"{__name__}.{name.replace('-', '_')}").HOST
    return found
