"""The capabilities, one folder each: what people say (commands), what is decided (rules), what follows (handlers)."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from bots.feature import Feature


def all_features() -> list[Feature]:
    """Every feature's declaration, in alphabetical order of the folders."""
    names = sorted(module.name for module in iter_modules(__path__) if module.ispkg)
    return [import_module(f"{__name__}.{name}.feature").FEATURE for name in names]
