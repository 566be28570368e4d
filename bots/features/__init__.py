"""The capabilities, one folder each: what people say (commands), what is decided (rules), what follows (handlers)."""

from __future__ import annotations

from importlib import import_module

from bots.feature import Feature

NAMES = ("rooms", "communities", "onboarding", "polls", "events", "highlights", "digests")
"""In the order in which `help` shows them."""


def all_features() -> list[Feature]:
    """Every feature's declaration. Imported when asked for: a feature may itself ask for all of them (help)."""
    return [import_module(f"{__name__}.{name}.feature").FEATURE for name in NAMES]
