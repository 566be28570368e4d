"""Libraries that other libraries load only because they are installed, although the bot never uses them there."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import cast


@contextmanager
def without(*names: str) -> Iterator[None]:
    """Hide these libraries, unless they are loaded already, while other libraries are imported.

    None in place of a module means that it cannot be found: https://docs.python.org/3/reference/import.html
    """
    hidden = [name for name in names if name not in sys.modules]
    for name in hidden:
        sys.modules[name] = cast("ModuleType", None)
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]
