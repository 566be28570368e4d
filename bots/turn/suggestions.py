"""What is suggested while somebody types an argument."""

from __future__ import annotations

from collections.abc import Iterable

MAX_SUGGESTIONS = 25
"""As many as Discord shows."""


def containing(typed: str, labels: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the first of these values with their labels in which the typed words stand, in any case."""
    words = typed.lower()
    return [(value, label) for value, label in labels if words in label.lower()][:MAX_SUGGESTIONS]
