"""Options that people name instead of numbering them: `garden, library`, `library > garden`, `garden=5`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bots.commands.folding import fold

MAX_LENGTH = 2_000
"""The longest ballot with names, in letters."""
_BETWEEN = re.compile(r"[,;\n>]")
_POINTS = re.compile(r"[=:]\s{0,9}([0-9]{1,3})$")
_LOOSE_POINTS = re.compile(r"(?:[=:]|(?<=\s))\s{0,9}([0-9]{1,3})$")
_BEHIND_POINTS = re.compile(r"(?<=[0-9])[ \t]{1,9}(?:[^\W\d_]{1,3}[ \t]{1,9})?(?=[^\W\d_])")
"""Between the points of an option and the next one: `bikes 4 garden 1`, `bikes 4 and garden 1`."""
_AROUND = " .!\"'“”«»„‘’"


def numbered(text: str, labels: Sequence[str], *, points: bool = False) -> str:
    """Return a ballot with a number for each option that it names, or the same text if any part names none.

    A part names an option by all its words, or by some that no other option has. `points`: a number behind a name is
    what the option gets, also without a sign between them.
    """
    if len(text) > MAX_LENGTH:
        return text
    whole = _find(text, labels)
    if whole is not None:
        return str(whole + 1)
    listed = _BEHIND_POINTS.sub(",", text) if points and not _BETWEEN.search(text) else text
    parts = [part.strip() for part in _BETWEEN.split(listed) if part.strip()]
    if len(parts) > 2 * len(labels):
        return text
    numbers = [_numbered_part(part, labels, _LOOSE_POINTS if points else _POINTS) for part in parts]
    return ", ".join(one for one in numbers if one is not None) if numbers and None not in numbers else text


def _numbered_part(part: str, labels: Sequence[str], pattern: re.Pattern[str]) -> str | None:
    points = pattern.search(part)
    found = _find(part[: points.start()] if points else part, labels)
    if found is None:
        return None
    return f"{found + 1}={points[1]}" if points else str(found + 1)


def _find(text: str, labels: Sequence[str]) -> int | None:
    """Return the one option that a text names."""
    typed = fold(text).strip(_AROUND)
    if not any(map(str.isalpha, typed)):
        return None
    names = [fold(label).strip(_AROUND) for label in labels]
    if typed in names:
        return names.index(typed)
    holding = [index for index, name in enumerate(names) if f" {typed} " in f" {name} "]
    return holding[0] if len(holding) == 1 else None
