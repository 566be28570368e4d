"""Whole numbers as people type them and as ids carry them: the digits 0 to 9, no other script's, none too long."""

from __future__ import annotations

import re

_WHOLE = re.compile(r"[0-9]{1,15}")
"""Fifteen digits: what every database column and every float holds exactly."""


def whole(text: str) -> int | None:
    """The number; None where the text is none."""
    return int(text) if _WHOLE.fullmatch(text.strip()) else None
