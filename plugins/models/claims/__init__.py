"""Gather the rules of medical advertising, each a function on a sentence or a page, from the modules beside this."""

from importlib import import_module
from pkgutil import iter_modules

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")
